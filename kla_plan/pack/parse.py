"""A raw cell becomes a typed value, by the kind of its column, or a finding says why not."""

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from kla_plan.findings import Finding, did_you_mean
from kla_plan.indonesian import (
    AmbiguousNumberError,
    NotANumberError,
    number,
    parse_number,
    parse_tanggal,
)
from kla_plan.pack.cells import Cell, CellKind
from kla_plan.pack.checks import cells as rules
from kla_plan.pack.refuse import SCIENTIFIC, CellError, refuse_broken
from kla_plan.schema import Column, Kind

FIRST_YEAR: Final = 1945
LAST_YEAR: Final = 2200
#: Stands for "no value could be read"; ``None`` is a value.
INVALID: Final = object()

_YES: Final = frozenset({"y", "true", "benar", "1", "yes"})
_NO: Final = frozenset({"false", "salah", "0", "no"})
#: A level may be written as it is: 2/3 has no end as a decimal.
_THIRDS: Final = re.compile(r"\d+/[1-9]\d*")


def parse_cell(column: Column, cell: Cell, default: Any, found: list[Finding]) -> Any:
    """Return the typed value of a cell.

    Parameters
    ----------
    column
        What the cell may hold.
    cell
        The raw cell.
    default
        Value of an empty cell; :data:`INVALID` where it must be filled.
    found
        Findings are appended here.

    Returns
    -------
    object
        ``str`` (code, text, choice), ``int`` (year, integer, rupiah), ``Decimal``, ``bool``,
        ``date``, ``tuple[str, ...]`` or ``tuple[Fraction, ...]``; :data:`INVALID` after an error.
    """
    if cell.empty:
        if default is INVALID:
            reason = f'Kolom "{column.name}" wajib diisi. {column.about}'
            found.append(rules.REQUIRED.at(cell.place, "", reason))
        return default
    try:
        refuse_broken(column, cell)
        return _PARSERS[column.kind](column, cell, found)
    except CellError as error:
        found.append(error.finding)
        return INVALID


def _text(_column: Column, cell: Cell, _found: list[Finding]) -> str:
    return cell.text


def _code(column: Column, cell: Cell, _found: list[Finding]) -> str:
    if cell.kind is CellKind.NUMBER or SCIENTIFIC.fullmatch(cell.text):
        reason = f'Kolom "{column.name}" berisi kode, tetapi sel ini tersimpan sebagai bilangan.'
        raise CellError(rules.CODE_AS_NUMBER.at(cell.place, cell.text, reason))
    return cell.text


def _codes(column: Column, cell: Cell, found: list[Finding]) -> tuple[str, ...]:
    text = _code(column, cell, found)
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))


def _choice(column: Column, cell: Cell, _found: list[Finding]) -> str:
    for word in column.choices:
        if word.casefold() == cell.text.casefold():
            return word
    hint = did_you_mean(cell.text, column.choices)
    reason = f'"{cell.text}" bukan pilihan kolom "{column.name}".{hint}'
    remedy = f"Pilih salah satu: {', '.join(column.choices)}."
    raise CellError(rules.NO_CHOICE.at(cell.place, cell.text, reason, remedy))


def _flag(column: Column, cell: Cell, found: list[Finding]) -> bool:
    word = cell.text.casefold()
    if word in {"ya", "tidak"}:
        return word == "ya"
    if word in _YES or word in _NO:
        read = "ya" if word in _YES else "tidak"
        reason = f'Isian "{cell.text}" dibaca "{read}".'
        found.append(rules.OTHER_FLAG.at(cell.place, cell.text, reason))
        return word in _YES
    reason = f'Kolom "{column.name}" hanya menerima ya atau tidak.'
    raise CellError(rules.NO_FLAG.at(cell.place, cell.text, reason))


def _number(column: Column, cell: Cell, _found: list[Finding], *, whole: bool = False) -> Decimal:
    value = _read_number(column, cell)
    if whole and value != value.to_integral_value():
        reason = f'Kolom "{column.name}" meminta {column.kind}.'
        raise CellError(rules.NOT_WHOLE.at(cell.place, cell.text, reason))
    unit = f" {column.unit}" if column.unit else ""
    if column.minimum is not None and value < column.minimum:
        reason = f'Kolom "{column.name}" paling kecil {number(column.minimum)}{unit}.'
        raise CellError(rules.TOO_SMALL.at(cell.place, cell.text, reason))
    if column.maximum is not None and value > column.maximum:
        reason = f'Kolom "{column.name}" paling besar {number(column.maximum)}{unit}.'
        raise CellError(rules.TOO_LARGE.at(cell.place, cell.text, reason))
    return value


def number_in(column: Column, cell: Cell) -> Decimal:
    """Return the number in a cell, whether or not it keeps to the bounds of its column.

    Raises
    ------
    AmbiguousNumberError, NotANumberError
        If the cell does not hold exactly one number.
    """
    if cell.kind is CellKind.NUMBER:
        return Decimal(cell.text)
    whole = column.kind is not Kind.NUMBER
    maximum = Decimal(9999) if column.kind is Kind.YEAR else column.maximum
    return parse_number(cell.text, maximum=maximum, whole=whole)


def _read_number(column: Column, cell: Cell) -> Decimal:
    try:
        return number_in(column, cell)
    except AmbiguousNumberError as error:
        large, small = (number(reading, None) for reading in error.readings)
        plain = f"{error.readings[1]:f}0"
        reason = f"Dapat dibaca {large} atau {small}."
        remedy = f"Tulis {error.readings[0]:f} bila maksudnya {large}, atau {plain} bila {small}."
        raise CellError(rules.AMBIGUOUS.at(cell.place, cell.text, reason, remedy)) from error
    except NotANumberError as error:
        reason = f'Kolom "{column.name}" meminta {column.kind}.'
        raise CellError(rules.NOT_A_NUMBER.at(cell.place, cell.text, reason)) from error


def _whole(column: Column, cell: Cell, found: list[Finding]) -> int:
    return int(_number(column, cell, found, whole=True))


def _year(column: Column, cell: Cell, found: list[Finding]) -> int:
    year = _whole(dataclasses.replace(column, minimum=None, maximum=None), cell, found)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        reason = f'Kolom "{column.name}" meminta tahun, misalnya 2026.'
        raise CellError(rules.NO_YEAR.at(cell.place, cell.text, reason))
    return year


def _date(column: Column, cell: Cell, _found: list[Finding]) -> date:
    try:
        return parse_tanggal(cell.text)
    except ValueError as error:
        reason = f'Kolom "{column.name}" meminta tanggal, misalnya 31 Maret 2026.'
        raise CellError(rules.NO_DATE.at(cell.place, cell.text, reason)) from error


def _scale(column: Column, cell: Cell, _found: list[Finding]) -> tuple[Fraction, ...]:
    try:
        return tuple(_level(part.strip()) for part in cell.text.split(";"))
    except NotANumberError as error:
        reason = f'Kolom "{column.name}" berisi pecahan yang dipisah titik koma.'
        raise CellError(rules.NO_SCALE.at(cell.place, cell.text, reason)) from error


def _level(text: str) -> Fraction:
    if _THIRDS.fullmatch(text):
        return Fraction(text)
    return Fraction(parse_number(text, maximum=Decimal(1)))


_PARSERS: Final[dict[Kind, Callable[[Column, Cell, list[Finding]], Any]]] = {
    Kind.CODE: _code,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.YEAR: _year,
    Kind.INTEGER: _whole,
    Kind.RUPIAH: _whole,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.DATE: _date,
    Kind.CODES: _codes,
    Kind.SCALE: _scale,
}
