"""A sheet to fill in: headings in row 1, locked cells that tell, open cells that ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kla_plan.report.excel.book import FORMATS, Book, print_setup, write_value

_BASE: Mapping[str, object] = {
    "font_name": "Arial",
    "font_size": 9,
    "valign": "top",
    "border": 1,
    "border_color": "#9AA5B1",
}
#: What can be done on a protected sheet beside filling in; there is no password.
_ALLOWED: Mapping[str, bool] = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
    "objects": True,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a form.

    Attributes
    ----------
    head, kind, width
        Heading, kind of value (as in :class:`~kla_plan.report.excel.book.Column`), characters.
    entry
        Whether its cells are to be filled in; others are locked.
    note
        Explanation shown at the heading.
    rule
        Drop-down or limits in the words of xlsxwriter's ``data_validation``; empty: none.
    hidden
        Whether the column is hidden.
    """

    head: str
    kind: str
    width: float
    entry: bool = False
    note: str = ""
    rule: Mapping[str, object] = field(default_factory=dict)
    hidden: bool = False


def form_sheet(
    book: Book,
    name: str,
    fields: Sequence[Field],
    rows: Sequence[Sequence[object]],
    *,
    spare: int = 0,
    hidden: bool = False,
) -> None:
    """Write a protected sheet whose entry cells alone can be changed.

    Parameters
    ----------
    rows
        Values by field; ``None`` leaves a cell empty.
    spare
        Empty rows below them, open where the field is an entry.
    hidden
        Whether the sheet is hidden.
    """
    sheet = book.raw.add_worksheet(name)
    looks = {one.head: _look(book, one) for one in fields}
    last = len(rows) + spare
    for place, one in enumerate(fields):
        sheet.set_column(place, place, one.width, None, {"hidden": one.hidden})
        sheet.write_string(0, place, one.head, _head(book, entry=one.entry))
        if one.note:
            lines = sum(1 + len(line) // 44 for line in one.note.splitlines())
            size = {"width": 300, "height": 20 * lines + 14, "author": "kla-plan"}
            sheet.write_comment(0, place, one.note, size)
        if one.rule and last:
            sheet.data_validation(1, place, last, place, dict(one.rule))
    blank = [None] * len(fields)
    for line, row in enumerate([*rows, *[blank] * spare], start=1):
        for place, (one, value) in enumerate(zip(fields, row, strict=True)):
            write_value(sheet, line, place, value, looks[one.head])
    _finish(sheet, last, len(fields))
    if hidden:
        sheet.hide()


def _look(book: Book, one: Field) -> Format:
    colour = {"bg_color": "#FFF8DC"} if one.entry else {"font_color": "#404040"}
    return book.raw.add_format({**_BASE, **FORMATS[one.kind], **colour, "locked": not one.entry})


def _head(book: Book, *, entry: bool) -> Format:
    look = {"bold": True, "align": "center", "text_wrap": True, "valign": "vcenter"}
    return book.raw.add_format({**_BASE, **look, "bg_color": "#F4D58D" if entry else "#DCE9F2"})


def _finish(sheet: Worksheet, last: int, width: int) -> None:
    sheet.autofilter(0, 0, max(last, 1), width - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD5000"})
    sheet.protect("", dict(_ALLOWED))
    print_setup(sheet, 0, 2, landscape=True)
