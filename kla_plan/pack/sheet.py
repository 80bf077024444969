"""One data sheet of the workbook: headings, notes, formats, drop-downs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from kla_plan.indonesian import plain_number
from kla_plan.pack.choices import choice_list
from kla_plan.pack.dictionary import note
from kla_plan.pack.parse import FIRST_YEAR, LAST_YEAR
from kla_plan.pack.refuse import NUMERIC
from kla_plan.schema import Column, Kind

#: Rows that drop-downs reach; a planner who needs more copies a row downwards.
LAST_ROW: Final = 5000
#: List of funds on the sheet of codes, and the column that takes one of them.
FUNDS: Final = "sumber_dana"
_WIDEST: Final = 60
_NOTE_WIDTH: Final = 320
_NUMBER_FORMATS: Final = {Kind.RUPIAH: "#,##0", Kind.YEAR: "0", Kind.INTEGER: "0"}
_HEADING: Final = {"bold": True, "border": 1, "valign": "top", "locked": True}
_PROTECTION: Final = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
    "objects": True,
}


@dataclass(frozen=True, slots=True)
class Styles:
    """Cell formats of one workbook (xlsxwriter objects)."""

    required: Any
    optional: Any
    foreign: Any
    title: Any
    wrapped: Any
    columns: Mapping[Kind | None, Any]


def make_styles(book: Any) -> Styles:
    """Add the formats to a workbook; only cells under a heading can be edited."""
    kinds: dict[Kind | None, Any] = {
        kind: book.add_format({"locked": False, "num_format": _number_format(kind)})
        for kind in Kind
    }
    kinds[None] = book.add_format({"locked": False, "num_format": "@"})
    return Styles(
        required=book.add_format(_HEADING | {"bg_color": "#F4B183"}),
        optional=book.add_format(_HEADING | {"bg_color": "#BDD7EE"}),
        foreign=book.add_format(_HEADING | {"bg_color": "#D9D9D9"}),
        title=book.add_format({"bold": True, "font_size": 14}),
        wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
        columns=kinds,
    )


def _number_format(kind: Kind) -> str:
    if kind in NUMERIC:
        return _NUMBER_FORMATS.get(kind, "General")
    # Text format keeps Excel from turning codes into numbers and fractions into dates.
    return "@"


def write_sheet(
    sheet: Any,
    columns: Mapping[str, Column | None],
    rows: Sequence[Sequence[str]],
    styles: Styles,
    lists: Mapping[str, str],
) -> None:
    """Fill a data sheet.

    Parameters
    ----------
    sheet
        An xlsxwriter worksheet.
    columns
        Columns by heading; ``None`` for headings that are the planner's own.
    rows
        Rows in canonical form.
    lists
        Excel range of the codes of each table, for drop-downs of references.
    """
    for position, (name, column) in enumerate(columns.items()):
        kind = column.kind if column is not None else None
        longest = max((len(row[position]) for row in rows), default=0)
        width = min(_WIDEST, max(len(name), longest, 8) + 2)
        sheet.set_column(position, position, width, styles.columns[kind])
        sheet.write_string(0, position, name, _heading_style(column, styles))
        if column is not None:
            _add_note(sheet, position, column)
            rule = _validation(column, lists)
            if rule:
                sheet.data_validation(1, position, LAST_ROW, position, rule)
        for number, row in enumerate(rows, 1):
            _write_cell(sheet, number, position, row[position], kind)
    keys = sum(1 for column in columns.values() if column is not None and column.key)
    sheet.freeze_panes(1, min(keys, 2))
    sheet.autofilter(0, 0, max(len(rows), 1), max(len(columns) - 1, 0))
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW}"})
    sheet.protect("", _PROTECTION)


def _heading_style(column: Column | None, styles: Styles) -> Any:
    if column is None:
        return styles.foreign
    return styles.required if column.required else styles.optional


def _add_note(sheet: Any, position: int, column: Column) -> None:
    text = note(column)
    lines = sum(1 + len(line) // 48 for line in text.splitlines())
    size = {"width": _NOTE_WIDTH, "height": 20 * lines + 12}
    sheet.write_comment(0, position, text, {"author": "kla-plan", **size})


def _write_cell(sheet: Any, row: int, position: int, text: str, kind: Kind | None) -> None:
    if not text:
        return
    if kind in NUMERIC and is_exact_in_excel(text):
        sheet.write_number(row, position, float(text))
    else:
        sheet.write_string(row, position, text)


def is_exact_in_excel(text: str) -> bool:
    """Whether Excel, which keeps 15 digits, gives back the same text for a number."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return False
    return plain_number(Decimal(format(float(value), ".15g"))) == text


def _validation(column: Column, lists: Mapping[str, str]) -> dict[str, Any]:
    """Return the drop-down or limit of a column; a list of codes has none."""
    chosen = choice_list(column)
    if chosen:
        return chosen
    known = column.refers or (FUNDS if column.name == FUNDS else "")
    if column.kind is Kind.CODE and known in lists:
        return {
            "validate": "list",
            "source": f"={lists[known]}",
            # New codes are allowed: a planner may add the activity afterwards.
            "error_type": "warning",
            "error_title": "Kode belum ada",
            "error_message": f"Kode ini belum ada pada daftar {known}. Tetap dipakai?",
        }
    return _limits(column)


def _limits(column: Column) -> dict[str, Any]:
    low: float
    high: float
    if column.kind is Kind.YEAR:
        low, high, kind = FIRST_YEAR, LAST_YEAR, "integer"
    elif column.kind in NUMERIC:
        low = -1e15 if column.minimum is None else float(column.minimum)
        high = 1e15 if column.maximum is None else float(column.maximum)
        kind = "decimal" if column.kind is Kind.NUMBER else "integer"
    else:
        return {}
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": "Di luar batas",
        "error_message": f"Isi {column.kind} sesuai keterangan pada judul kolom.",
    }
