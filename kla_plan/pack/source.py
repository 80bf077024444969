"""Where a pack is and what tables it brings: a folder of CSV files, or one workbook."""

import difflib
from pathlib import Path
from typing import Final

from kla_plan import resources
from kla_plan.findings import Finding, Place, did_you_mean
from kla_plan.pack.cells import RawPack, RawTable
from kla_plan.pack.checks import files as rules
from kla_plan.pack.columns import (
    CATALOGUE_FACTS,
    INSTRUMENT_TABLES,
    LATER_ANSWERS,
    PACK_TABLES,
)
from kla_plan.pack.read_csv import read_csv
from kla_plan.pack.read_xlsx import read_xlsx
from kla_plan.schema import Table

#: Every table by name, in the order of the sheets.
TABLES: Final[dict[str, Table]] = {
    spec.name: spec for spec in (*PACK_TABLES, *INSTRUMENT_TABLES, *CATALOGUE_FACTS)
}
#: Sheets and columns whose name starts like this belong to the planner and are not read.
OWN_NOTES: Final = "catatan"
INSTRUMENT_FOLDER: Final = "instrumen"


def spec_of(name: str) -> Table | None:
    """Return the specification of a table; ``jawaban_2025`` is specified as ``jawaban``."""
    year = name.removeprefix(LATER_ANSWERS)
    if year != name and len(year) == 4 and year.isdigit():
        return TABLES["jawaban"]
    return TABLES.get(name)


def resolve(path: str | Path) -> Path:
    """Return where a pack is: a path as given, or a shipped pack by its bare name."""
    given = Path(path)
    if not given.exists() and given.name == str(path):
        shipped = resources.regions() / given.name
        if shipped.is_dir():
            return shipped
    return given


def read_raw(path: str | Path) -> RawPack:
    """Read every table of a folder, a workbook, or a shipped pack; never raises for bad data."""
    where = resolve(path)
    if where.is_dir():
        pack = _read_folder(where)
    elif where.is_file():
        tables, found = read_xlsx(where)
        pack = RawPack(where.stem, where, tables, found)
    else:
        return RawPack(where.stem, where, {}, (_not_found(where),))
    known = {name: table for name, table in pack.tables.items() if spec_of(name)}
    found = (*pack.findings, *_unknown_sheets(pack))
    if not known and not pack.findings:
        reason = "Tidak ada lembar atau berkas CSV paket di sini."
        found = (*found, rules.EMPTY_PACK.at(Place(file=str(where)), where.name, reason))
    return RawPack(pack.slug, pack.path, pack.tables, found)


def read_folder_tables(
    folder: Path, within: str = ""
) -> tuple[dict[str, RawTable], tuple[Finding, ...]]:
    """Read every CSV file of one folder, in the order of their names.

    ``within`` stands before the names in places: ``katalog/`` for the shared catalogue.
    """
    tables: dict[str, RawTable] = {}
    found: list[Finding] = []
    for file in sorted(folder.iterdir()):
        if file.suffix.casefold() != ".csv" or not file.is_file():
            continue
        table, more = read_csv(file, within)
        found.extend(more)
        if table.name in tables:
            reason = f"Nama berkas {file.name} sama dengan berkas lain."
            found.append(rules.DOUBLE_SHEET.at(table.place, file.name, reason))
            continue
        tables[table.name] = table
    return tables, tuple(found)


def _read_folder(folder: Path) -> RawPack:
    tables, found = read_folder_tables(folder)
    own = folder / INSTRUMENT_FOLDER
    if own.is_dir():
        more, more_found = read_folder_tables(own, f"{INSTRUMENT_FOLDER}/")
        tables |= more
        found += more_found
    return RawPack(folder.resolve().name, folder, tables, found)


def _unknown_sheets(pack: RawPack) -> list[Finding]:
    names = [*TABLES, f"{LATER_ANSWERS}2025"]
    return [
        rules.UNKNOWN_SHEET.at(
            table.place,
            name,
            f'Lembar "{name}" tidak dikenal.{did_you_mean(name, names)}',
        )
        for name, table in pack.tables.items()
        if spec_of(name) is None and not name.startswith(OWN_NOTES)
    ]


def _not_found(path: Path) -> Finding:
    shipped = [folder.name for folder in sorted(resources.regions().iterdir()) if folder.is_dir()]
    beside = []
    if path.parent.is_dir():
        beside = [entry.name for entry in sorted(path.parent.iterdir())]
    near = difflib.get_close_matches(path.name, [*beside, *shipped], n=1, cutoff=0.6)
    hint = f' Apakah maksud Anda "{near[0]}"?' if near else ""
    reason = f'Folder atau berkas "{path}" tidak ada.{hint}'
    remedy = f"{rules.NOT_FOUND.remedy} Paket bawaan: {', '.join(shipped)}."
    return rules.NOT_FOUND.at(Place(file=str(path)), str(path), reason, remedy)
