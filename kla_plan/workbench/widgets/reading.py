"""The text typed or pasted into a cell becomes a value, or words that say why it does not."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kla_plan.findings import did_you_mean
from kla_plan.indonesian import AmbiguousNumberError, NotANumberError, number, parse_number

type Column = Mapping[str, Any]
type Value = str | int | Decimal | None


class UnreadableError(ValueError):
    """A cell's text cannot be read; the message says why, in Indonesian."""


def read_cell(column: Column, text: str) -> Value:
    """Return the value of a text under a column.

    Parameters
    ----------
    column
        ``kind`` (``teks``, ``rupiah``, ``angka``, ``pilihan``) and optionally ``choices``,
        ``minimum`` (default 0), ``maximum`` and ``required``.
    text
        As typed: ``Rp 1.500.000``, ``1,5``.

    Returns
    -------
    str, int, Decimal or None
        A text or choice, whole rupiah, a number; ``None`` for an empty cell.

    Raises
    ------
    UnreadableError
        If it cannot be read, can be read in two ways, or lies outside the bounds.
    """
    bare = text.replace("\u00a0", " ").strip()
    if not bare:
        if column.get("required"):
            message = "Sel ini harus diisi."
            raise UnreadableError(message)
        return None
    match column["kind"]:
        case "rupiah":
            return int(_number(column, bare, whole=True))
        case "angka":
            return _number(column, bare, whole=False)
        case "pilihan":
            return _choice(column, bare)
        case _:
            return bare


def _number(column: Column, text: str, *, whole: bool) -> Decimal:
    maximum = column.get("maximum")
    try:
        value = parse_number(text, maximum=maximum, whole=whole)
    except AmbiguousNumberError as error:
        if whole and "." in text:
            return error.readings[0]  # nobody writes 450.000 for four hundred and fifty rupiah
        large, small = (number(reading) for reading in error.readings)
        message = (
            f'"{text}" dapat dibaca {large} atau {small}. Tulis {error.readings[0]:f} atau {small}.'
        )
        raise UnreadableError(message) from error
    except NotANumberError as error:
        raise UnreadableError(_no_number(text, whole=whole)) from error
    if whole and value != value.to_integral_value():
        message = f'"{text}" bukan rupiah bulat. Hapus bagian setelah koma.'
        raise UnreadableError(message)
    minimum = column.get("minimum", 0)
    if minimum is not None and value < minimum:
        message = f"Paling kecil {number(minimum)}."
        raise UnreadableError(message)
    if maximum is not None and value > maximum:
        message = f"Paling besar {number(maximum)}."
        raise UnreadableError(message)
    return value


def _no_number(text: str, *, whole: bool) -> str:
    example = "1.500.000" if whole else "1,5"
    zero = " Tulis 0 bila maksudnya nol." if set(text) <= set("Rp.- ") else ""
    return f'"{text}" bukan bilangan.{zero} Contoh: {example}.'


def _choice(column: Column, text: str) -> str:
    words: list[str] = list(column.get("choices", ()))
    for word in words:
        if word.casefold() == text.casefold():
            return word
    message = f'"{text}" bukan pilihan.{did_you_mean(text, words)} Pilihan: {", ".join(words)}.'
    raise UnreadableError(message)
