"""One CSV file as a raw table: UTF-8, comma or semicolon, headings in row 1."""

import csv
import io
from pathlib import Path
from typing import Final

from kla_plan.findings import Finding, Place
from kla_plan.pack.cells import (
    Cell,
    CellKind,
    RawTable,
    Row,
    address,
    clean,
    column_name,
    not_empty,
    table_name,
)
from kla_plan.pack.checks import cells as cell_rules
from kla_plan.pack.checks import files as file_rules

#: What Excel shows in a failed cell, and what it saves to CSV.
EXCEL_ERRORS: Final = frozenset(
    {
        "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
        "#GETTING_DATA",
    }
)  # fmt: skip
#: Longer cells are refused by the csv module; Excel itself holds 32,767 characters.
_CELL_LIMIT: Final = 1_000_000


def read_csv(path: Path, within: str = "") -> tuple[RawTable, tuple[Finding, ...]]:
    """Read one CSV file.

    Parameters
    ----------
    within
        What stands before the table's name in places: ``katalog/`` for the shared catalogue.

    Returns
    -------
    tuple
        The table (empty if nothing could be read) and the findings on the way.
    """
    name = table_name(path.stem)
    place = Place(sheet=within + name, file=str(path))
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = _split(text)
    except OSError as error:
        reason = f"Berkas {path.name} tidak dapat dibuka."
        return RawTable(name, place), (file_rules.UNREADABLE.at(place, str(error), reason),)
    except (UnicodeDecodeError, csv.Error) as error:
        reason = f"Berkas {path.name} tidak terbaca sebagai CSV UTF-8."
        return RawTable(name, place), (file_rules.BAD_CSV.at(place, str(error), reason),)
    return table_from_grid(name, place, [_cells(row, n, place) for n, row in enumerate(rows, 1)])


def _split(text: str) -> list[list[str]]:
    csv.field_size_limit(_CELL_LIMIT)
    first_line = text.split("\n", 1)[0]
    # Excel with Indonesian settings writes semicolons; headings never contain either sign.
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _cells(row: list[str], number: int, place: Place) -> list[Cell]:
    return [_cell(text, Place(place.sheet, address(number, n), place.file))
            for n, text in enumerate(row, 1)]  # fmt: skip


def _cell(text: str, place: Place) -> Cell:
    text = clean(text)
    if not text:
        return Cell(CellKind.EMPTY, "", place)
    kind = CellKind.ERROR if text in EXCEL_ERRORS else CellKind.TEXT
    return Cell(kind, text, place)


def table_from_grid(
    name: str, place: Place, grid: list[list[Cell]]
) -> tuple[RawTable, tuple[Finding, ...]]:
    """Make a raw table of a grid of cells whose first row holds the headings.

    Shared by both readers, so that a CSV file and a sheet are understood alike.
    """
    if not any(not_empty(row) for row in grid):
        return RawTable(name, place), ()
    if not not_empty(grid[0]):
        reason = "Baris 1 kosong, padahal harus berisi judul kolom."
        here = Place(place.sheet, "A1", place.file)
        return RawTable(name, place), (file_rules.NO_HEADINGS.at(here, "", reason),)
    found: list[Finding] = []
    headings = _headings(grid[0], found)
    rows = []
    for number, cells in enumerate(grid[1:], 2):
        if not not_empty(cells):
            continue
        start = Place(place.sheet, address(number, 1), place.file)
        by_name = {}
        for position, heading in headings.items():
            if position < len(cells):
                by_name[heading.text] = cells[position]
            else:
                here = Place(place.sheet, address(number, position + 1), place.file)
                by_name[heading.text] = Cell(CellKind.EMPTY, "", here)
        for position, cell in enumerate(cells):
            untitled = position >= len(grid[0]) or grid[0][position].empty
            if untitled and not cell.empty:
                reason = "Sel ini berisi, tetapi kolomnya tidak berjudul."
                found.append(cell_rules.STRAY.at(cell.place, cell.text, reason))
        if any(not cell.empty for cell in by_name.values()):
            rows.append(Row(by_name, start))
    return RawTable(name, place, tuple(headings.values()), tuple(rows)), tuple(found)


def _headings(cells: list[Cell], found: list[Finding]) -> dict[int, Cell]:
    headings: dict[int, Cell] = {}
    seen: set[str] = set()
    for position, cell in enumerate(cells):
        if cell.empty:
            continue
        name = column_name(cell.text)
        if name in seen:
            reason = f'Judul kolom "{name}" sudah ada di sebelah kirinya.'
            found.append(file_rules.DOUBLE_COLUMN.at(cell.place, cell.text, reason))
            continue
        seen.add(name)
        headings[position] = Cell(cell.kind, name, cell.place)
    return headings
