"""The tiny pack as grids of cells, to be damaged cell by cell, written as CSV or Excel."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils.cell import coordinate_to_tuple

from kla_plan.pack.text import sheet_columns
from support.tiny import PROFIL, TABLES

type Grid = list[list[Any]]
type Grids = dict[str, Grid]

INSTRUMENT = {"klaster", "indikator", "pertanyaan", "predikat"}


def tiny_grids() -> Grids:
    """Return every table of the tiny pack with all columns; row 1 holds the headings."""
    facts = [{"kunci": key, "nilai": value} for key, value in PROFIL.items()]
    grids: Grids = {}
    extra: dict[str, list[Any]] = {"skor": [], "realisasi": [], "tidak_terjangkau": []}
    for path, rows in {"profil": facts, **TABLES, **extra}.items():
        name = path.rpartition("/")[2]
        columns = list(sheet_columns(name, None))
        body = [[str(row.get(column, "")) for column in columns] for row in rows]
        grids[name] = [columns, *body]
    # Questions that are full or out of reach leave no warning behind.
    grids["tidak_terjangkau"].append(["P3.2", "Sudah penuh"])
    return grids


def edited(edits: Mapping[str, Any], grids: Grids | None = None) -> Grids:
    """Return grids with cells replaced (``{"pagu!D2": "abc"}``), tables set or (None) dropped."""
    grids = tiny_grids() if grids is None else {name: [*map(list, g)] for name, g in grids.items()}
    for where, value in edits.items():
        sheet, _, cell = where.partition("!")
        if not cell:
            if value is None:
                del grids[sheet]
            else:
                grids[sheet] = value
            continue
        row, column = coordinate_to_tuple(cell)
        grid = grids[sheet]
        while len(grid) < row:
            grid.append([])
        while len(grid[row - 1]) < column:
            grid[row - 1].append("")
        grid[row - 1][column - 1] = value
    return grids


def write_csv_folder(
    folder: Path, grids: Grids, *, delimiter: str = ",", bom: bool = False
) -> Path:
    """Write grids as a pack folder."""
    for name, grid in grids.items():
        inside = folder / "instrumen" if name in INSTRUMENT else folder
        inside.mkdir(parents=True, exist_ok=True)
        encoding = "utf-8-sig" if bom else "utf-8"
        with (inside / f"{name}.csv").open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(grid)
    return folder


def write_book(path: Path, grids: Grids, *, numbers: bool = False) -> Path:
    """Write grids as a workbook made by hand; ``numbers`` stores numbers in numeric columns."""
    book = Workbook()
    book.remove(book.active)
    for name, grid in grids.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(grid, 1):
            for column, value in enumerate(cells, 1):
                if value != "":
                    sheet.cell(row, column).value = _typed(value, numeric=numbers and row > 1)
    book.save(path)
    return path


def _typed(value: Any, *, numeric: bool) -> Any:
    if numeric and isinstance(value, str) and re.fullmatch(r"\d{3,}", value):
        return int(value)
    return value
