"""A value as a cell shows it, as it is copied, and as it is sorted by."""

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from typing import Any, Final

from kla_plan.indonesian import number, percent, plain_number, rupiah

type Exact = Decimal | Fraction | int

_WRITTEN: Final[Mapping[str, Callable[[Exact], str]]] = {
    "rupiah": rupiah,
    "angka": number,
    "persen": percent,
}
#: Kinds whose values are numbers, and stand right-aligned.
NUMERIC: Final = frozenset(_WRITTEN)


def shown(kind: str, value: object) -> str:
    """Return a value as a reader sees it; nothing (``None`` or not a number) is empty."""
    if is_nothing(value):
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if kind in NUMERIC and not isinstance(value, str):
        return _WRITTEN[kind](as_exact(value))
    return str(value)


def copied(kind: str, value: object) -> str:
    """Return a value as a spreadsheet takes it back: whole rupiah without points, else as shown."""
    if kind == "rupiah" and not is_nothing(value) and not isinstance(value, str):
        return plain_number(as_exact(value))
    return shown(kind, value)


def sort_key(value: object) -> float | str | None:
    """Return what a column is sorted by: a number, a text, or nothing."""
    if is_nothing(value):
        return None
    if isinstance(value, Real | Decimal):
        return float(value)
    return str(value)


def is_nothing(value: object) -> bool:
    """Whether a cell with this value is empty; pandas' missing values are."""
    if value is None or value == "":
        return True
    # NaT, NA and NaN are the values that do not equal themselves.
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in {"NAType", "NaTType"}


def as_exact(value: object) -> Exact:
    """Return a number without the noise of binary fractions."""
    if isinstance(value, Decimal | Fraction | int):
        return value
    return Decimal(repr(float(value)))  # type: ignore[arg-type]


def checked_columns(columns: object, known: frozenset[str]) -> list[dict[str, Any]]:
    """Return column descriptions with their defaults filled in.

    Raises
    ------
    ValueError
        If a column has no key, or a kind that is not known.
    """
    found = []
    for column in columns if isinstance(columns, list | tuple) else ():
        given: Mapping[str, Any] = column
        if not given.get("key") or given.get("kind", "teks") not in known:
            message = (
                f"Kolom {dict(given)!r} memerlukan key dan kind salah satu dari {sorted(known)}."
            )
            raise ValueError(message)
        found.append({"label": str(given["key"]), "kind": "teks", **given})
    return found
