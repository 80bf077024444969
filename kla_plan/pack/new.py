"""A fresh working folder: profile to fill in, agencies of the catalogue, empty tables."""

import shutil
from pathlib import Path
from typing import Final

from kla_plan import resources
from kla_plan.pack.columns import PACK_TABLES
from kla_plan.pack.output import csv_bytes, write_new_folder
from kla_plan.pack.text import sheet_columns

#: Folder below the templates that a new pack starts from.
TEMPLATE: Final = "paket"
#: Folder of a pack in which the planner's own Word templates are.
TEMPLATES: Final = "templat"


def new_folder(directory: str | Path) -> None:
    """Make a working folder from the templates.

    It holds ``profil.csv`` with the keys to fill in, ``opd.csv`` with the agencies that the
    catalogue's activities name, every other table with its headings, ``skenario/dasar.yaml``,
    the Word templates in ``templat`` and a README in Indonesian.

    Raises
    ------
    FindingsError
        If the folder exists and is not empty.
    """
    write_new_folder(Path(directory), _fill)


def _fill(folder: Path) -> None:
    shutil.copytree(resources.templates() / TEMPLATE, folder, dirs_exist_ok=True)
    (folder / TEMPLATES).mkdir()
    for template in sorted(resources.templates().glob("*.docx")):
        shutil.copyfile(template, folder / TEMPLATES / template.name)
    for spec in PACK_TABLES:
        target = folder / f"{spec.name}.csv"
        if not target.exists():
            target.write_bytes(csv_bytes(list(sheet_columns(spec.name, None)), []))
