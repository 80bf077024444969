"""One workbook as raw tables, each cell with its kind and address.

openpyxl is used throughout: only it tells a date from a number, an error from a text, a formula
from its value, and which cells are merged. Before anything is opened the file is looked at from
outside: is it a workbook, is it encrypted, and how large does it get.
"""

import datetime as dt
import warnings
import zipfile
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import tanggal
from kla_plan.pack.cells import Cell, CellKind, RawTable, address, clean, table_name
from kla_plan.pack.checks import cells as cell_rules
from kla_plan.pack.checks import files as file_rules
from kla_plan.pack.read_csv import EXCEL_ERRORS, table_from_grid

_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
#: A pack with every column filled for thousands of rows stays far below these.
_MOST_BYTES: Final = 200_000_000
_MOST_RATIO: Final = 250
_RATIO_FROM: Final = 20_000_000
_MOST_CELLS: Final = 2_000_000
#: Sheets that the workbook carries for the reader's sake.
GUIDE_SHEETS: Final = frozenset({"petunjuk", "kamus_data", "daftar_kode"})


def read_xlsx(path: Path) -> tuple[dict[str, RawTable], tuple[Finding, ...]]:
    """Read every data sheet of a workbook.

    Returns
    -------
    tuple
        Raw tables by name (none if the file cannot be opened) and the findings on the way.
    """
    try:
        refused = _refuse(path)
    except OSError as error:
        here = Place(file=str(path))
        refused = file_rules.UNREADABLE.at(here, str(error), f"{path.name} tidak dapat dibuka.")
    if refused is not None:
        return {}, (refused,)
    try:
        sheets, values = _open(path)
    except Exception as error:  # noqa: BLE001 - a damaged part may trip openpyxl up in any way
        reason = f"Isi {path.name} rusak dan tidak dapat dibaca sebagai buku kerja."
        return {}, (file_rules.NO_WORKBOOK.at(Place(file=str(path)), str(error)[:120], reason),)
    tables: dict[str, RawTable] = {}
    found: list[Finding] = []
    for sheet in sheets:
        name = table_name(sheet.title)
        place = Place(sheet=name, file=str(path))
        if name in GUIDE_SHEETS:
            continue
        if name in tables:
            reason = f'Nama lembar "{sheet.title}" sudah dipakai lembar lain.'
            found.append(file_rules.DOUBLE_SHEET.at(place, sheet.title, reason))
            continue
        table, more = _read_sheet(sheet, values.get(sheet.title), place)
        tables[name] = table
        found.extend(more)
    return tables, tuple(found)


def _refuse(path: Path) -> Finding | None:
    """Return why the file must not be opened, judged from outside."""
    place = Place(file=str(path))
    with path.open("rb") as stream:
        head = stream.read(8)
    if head == _OLE:
        if _ENCRYPTED in path.read_bytes():
            return file_rules.PASSWORD.at(place, path.name, "Buku kerja ini berkata sandi.")
        return file_rules.NO_WORKBOOK.at(place, path.name, "Ini bentuk lama Excel (.xls).")
    if not zipfile.is_zipfile(path):
        return file_rules.NO_WORKBOOK.at(place, path.name, "Berkas ini bukan buku kerja Excel.")
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        return file_rules.NO_WORKBOOK.at(place, path.name, "Berkas zip ini bukan buku kerja Excel.")
    size = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if size > _MOST_BYTES or (size > _RATIO_FROM and size / packed > _MOST_RATIO):
        reason = f"Isinya mekar dari {packed:,} menjadi {size:,} byte.".replace(",", ".")
        return file_rules.BOMB.at(place, path.name, reason)
    return None


def _open(path: Path) -> tuple[list[Any], dict[str, Any]]:
    """Return the sheets with formulas, and (only if there are any) with their saved values."""
    with warnings.catch_warnings():
        # openpyxl warns about decorations that it drops; nothing is written back from here.
        warnings.simplefilter("ignore")
        # A stream of our own is closed even where openpyxl gives up half way.
        with path.open("rb") as stream:
            sheets = list(load_workbook(stream).worksheets)
        values: dict[str, Any] = {}
        if any(cell.data_type == "f" for sheet in sheets for cell in _filled(sheet)):
            with path.open("rb") as stream:
                saved = load_workbook(stream, data_only=True)
            values = {sheet.title: sheet for sheet in saved.worksheets}
    return sheets, values


def _filled(sheet: Worksheet) -> list[Any]:
    # A single stray cell at the far end makes the rectangle of a sheet immense; the stored cells
    # alone are few.
    return list(sheet._cells.values())  # noqa: SLF001


def _read_sheet(
    sheet: Worksheet, values: Worksheet | None, place: Place
) -> tuple[RawTable, tuple[Finding, ...]]:
    cells = [cell for cell in _filled(sheet) if cell.value is not None]
    height = max((cell.row for cell in cells), default=0)
    width = max((cell.column for cell in cells), default=0)
    if height * width > _MOST_CELLS:
        reason = f"Lembar ini berisi sel sampai {address(height, width)}."
        here = Place(place.sheet, address(height, width), place.file)
        return RawTable(place.sheet, place), (file_rules.BOMB.at(here, "", reason),)
    grid = [
        [Cell(CellKind.EMPTY, "", Place(place.sheet, address(r, c), place.file))
         for c in range(1, width + 1)]
        for r in range(1, height + 1)
    ]  # fmt: skip
    for cell in cells:
        here = grid[cell.row - 1][cell.column - 1].place
        grid[cell.row - 1][cell.column - 1] = _cell(cell, values, here)
    table, found = table_from_grid(place.sheet, place, grid)
    return table, (*found, *_merged(sheet, place, height, width))


def _cell(cell: Any, values: Worksheet | None, place: Place) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        value = values[cell.coordinate].value if values is not None else None
        if value is None:
            formula = getattr(cell.value, "text", cell.value)
            return Cell(CellKind.FORMULA, str(formula), place)
    return _typed(value, place)


def _typed(value: Any, place: Place) -> Cell:
    if isinstance(value, bool):
        return Cell(CellKind.FLAG, "TRUE" if value else "FALSE", place)
    if isinstance(value, int | float):
        # Excel keeps 15 digits; a float's further ones are noise of binary arithmetic.
        text = str(value) if isinstance(value, int) else format(value, ".15g")
        return Cell(CellKind.NUMBER, text, place)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        # A datetime is a date too; its time of day means nothing here.
        text = tanggal(value) if isinstance(value, dt.date) else str(value)
        return Cell(CellKind.DATE, text, place)
    text = clean(str(value))
    if not text:
        return Cell(CellKind.EMPTY, "", place)
    return Cell(CellKind.ERROR if text in EXCEL_ERRORS else CellKind.TEXT, text, place)


def _merged(sheet: Worksheet, place: Place, height: int, width: int) -> list[Finding]:
    ranges = [r for r in sheet.merged_cells.ranges if r.min_row <= height and r.min_col <= width]
    ranges.sort(key=lambda r: (r.min_row, r.min_col))
    return [
        cell_rules.MERGED.at(
            Place(place.sheet, address(area.min_row, area.min_col), place.file),
            str(area.coord),
            f"Sel {area.coord} digabung; hanya sel pertamanya yang terbaca.",
        )
        for area in ranges
    ]
