"""A workbook in the house's look: fixed dates, no live text, formats, print setup."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

#: First row of a table's heading; above it stand title and note.
HEAD = 3
#: Longest sheet name Excel allows, and what may not stand in one.
_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
RUPIAH, POINTS, VOLUME, TEXT, WHOLE = "rupiah", "poin", "volume", "teks", "bulat"
#: Number format and alignment of each kind of value.
FORMATS: dict[str, dict[str, Any]] = {
    RUPIAH: {"num_format": "#,##0", "align": "right"},
    POINTS: {"num_format": "#,##0.00", "align": "right"},
    VOLUME: {"num_format": "#,##0.######", "align": "right"},
    WHOLE: {"num_format": "0", "align": "right"},
    TEXT: {"text_wrap": True, "num_format": "@"},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: heading, kind of value, width in characters, whether it is summed."""

    head: str
    kind: str
    width: float
    total: bool = False


@contextmanager
def workbook(path: Path, title: str) -> Iterator["Book"]:
    """Open a workbook for writing; the same content gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        made = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "author": "kla-plan", "created": made})
        book.set_calc_mode("auto")
        yield Book(book, title)


class Book:
    """Writes sheets of one shape: title, note, heading, rows, totals."""

    def __init__(self, book: Workbook, title: str) -> None:
        self._book = book
        self._title = title
        base: dict[str, Any] = {"font_name": "Arial", "font_size": 9, "valign": "top", "border": 1}
        base["border_color"] = "#9AA5B1"
        self._kinds = {kind: book.add_format(base | look) for kind, look in FORMATS.items()}
        bold: dict[str, Any] = {"bold": True, "bg_color": "#EEF3F7"}
        self._totals = {kind: book.add_format(base | look | bold) for kind, look in FORMATS.items()}
        head: dict[str, Any] = {
            "bold": True,
            "bg_color": "#DCE9F2",
            "align": "center",
            "text_wrap": True,
        }
        self._head = book.add_format(base | head | {"valign": "vcenter"})
        self._big = book.add_format({"font_name": "Arial", "font_size": 13, "bold": True})
        self._small = book.add_format({"font_name": "Arial", "font_size": 9, "italic": True})

    @property
    def raw(self) -> Workbook:
        """The xlsxwriter workbook, for a sheet of another shape."""
        return self._book

    def sheet(
        self,
        name: str,
        note: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[object]],
        *,
        frozen: int = 1,
    ) -> None:
        """Write one sheet.

        Parameters
        ----------
        rows
            Values by column; ``None`` leaves a cell empty.
        frozen
            Columns that stay when scrolling to the right.
        """
        sheet = self._book.add_worksheet(_FORBIDDEN.sub("-", name)[:_NAME].strip("'"))
        sheet.write_string(0, 0, f"{self._title}: {name}", self._big)
        sheet.write_string(1, 0, note, self._small)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(HEAD, place, column.head, self._head)
        for line, row in enumerate(rows, start=HEAD + 1):
            for place, (column, value) in enumerate(zip(columns, row, strict=True)):
                write_value(sheet, line, place, value, self._kinds[column.kind])
        if rows and any(column.total for column in columns):
            self._total(sheet, columns, rows)
        print_setup(sheet, HEAD, frozen, landscape=len(columns) > 6)
        if rows:
            sheet.autofilter(HEAD, 0, HEAD + len(rows), len(columns) - 1)

    def _total(
        self, sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[object]]
    ) -> None:
        line = HEAD + 1 + len(rows)
        for place, column in enumerate(columns):
            look = self._totals[column.kind]
            if not column.total:
                sheet.write_string(line, place, "Jumlah" if place == 0 else "", look)
                continue
            first = xl_rowcol_to_cell(HEAD + 1, place)
            last = xl_rowcol_to_cell(line - 1, place)
            whole = sum(_exact(row[place] or 0) for row in rows)
            sheet.write_formula(line, place, f"=SUM({first}:{last})", look, _number(whole))


def write_value(sheet: Worksheet, line: int, place: int, value: object, look: Format) -> None:
    """Write one value as what it is; nothing leaves a cell empty."""
    if value is None or value == "":
        sheet.write_blank(line, place, None, look)
    elif isinstance(value, str):
        sheet.write_string(line, place, value, look)
    else:
        sheet.write_number(line, place, _number(value), look)


def _exact(value: object) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(str(value))


def _number(value: object) -> int | float:
    exact = _exact(value)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def print_setup(sheet: Worksheet, head: int, frozen: int, *, landscape: bool) -> None:
    """Set A4 paper one page wide; the row ``head`` repeats on each page and stays on the screen."""
    sheet.freeze_panes(head + 1, frozen)
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&L&8DRAF&C&8&A&R&8Halaman &P dari &N")


def file_name(text: str) -> str:
    """Make a name safe for a file on any system: letters, digits, dash and underscore."""
    kept = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in text)
    return "_".join(part for part in kept.split("_") if part)


def free_path(path: Path, taken: Sequence[Path]) -> Path:
    """Return the path, numbered where another file of this run has the same name."""
    names = {other.name.casefold() for other in taken}
    number, free = 2, path
    while free.name.casefold() in names:
        free, number = path.with_stem(f"{path.stem}_{number}"), number + 1
    return free
