"""The textbook model in whole numbers, for a solver that has no others.

A column that may take any value counts *steps* of its own size instead:

========================  =====================  ==================================================
column                    step                   what that means
========================  =====================  ==================================================
rupiah ``x[a,f,t]``       1 rupiah               exact: prices and ceilings are whole rupiah
points of an indicator    10⁻⁸ points            exact: levels have six decimals, points two
"once active"             1                      exact: it is 0 or 1 wherever it matters
volume that may be split  1/1000 of its unit     a restriction, in the few activities it concerns
========================  =====================  ==================================================

Coefficients are decimals of few places, so every row is made whole without rounding and then
divided by what its coefficients have in common. Where the cost of a split volume is no whole
rupiah, the funds pay up to a rupiah more: such a row becomes "at least".
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import pulp

from benchmarks.family.opponents.textbook_lp import goal
from benchmarks.textbook import Textbook

#: Steps per unit as powers of ten. The model's money unit is a million rupiah.
RUPIAH, POINTS, VOLUME, WHOLE = 6, 8, 3, 0
FINEST = POINTS
#: Places of a decimal that a coefficient is read with.
PLACES = 9


@dataclass(frozen=True, slots=True)
class Row:
    """``lower <= Σ terms <= upper``, all whole."""

    terms: Mapping[int, int]
    lower: int | None
    upper: int | None


@dataclass(frozen=True, slots=True)
class Integers:
    """A model in whole numbers; columns go by the ids of PuLP's variables.

    Attributes
    ----------
    steps
        Steps per unit of a column: its value is the whole number divided by this.
    objective_scale
        What the objective was multiplied by.
    """

    steps: Mapping[int, int]
    bounds: Mapping[int, tuple[int, int]]
    rows: tuple[Row, ...]
    objective: Mapping[int, int]
    objective_scale: Fraction


def in_integers(book: Textbook) -> Integers:
    """Return the textbook model in whole numbers.

    Raises
    ------
    ValueError
        If a coefficient is no decimal of the size that packs have.
    """
    places = _places(book)
    bounds = {v.id: _bounds(v, places[v.id], book) for v in book.model.variables()}
    rows = tuple(_row(row, places) for row in book.model.constraints())
    wanted, scale = _whole(goal(book.model).items(), places)
    steps = {code: 10**power for code, power in places.items()}
    return Integers(steps, bounds, rows, wanted, scale)


def _places(book: Textbook) -> Mapping[int, int]:
    """Return the step of every column as a negative power of ten."""
    places = dict.fromkeys((v.id for v in book.model.variables()), WHOLE)
    for (code, _), volume in book.v.items():
        places[volume.id] = WHOLE if book.pack.activities[code].bulat else VOLUME
    for shares in book.x.values():
        places.update((share.id, RUPIAH) for share in shares)
    places.update((points.id, POINTS) for points in goal(book.model))
    return places


def _bounds(variable: pulp.LpVariable, places: int, book: Textbook) -> tuple[int, int]:
    """Return a column's bounds in steps; rupiah are bounded by the largest ceiling."""
    low, high = variable.lowBound, variable.upBound
    if math.isinf(high):
        high = max(row.batas_atas or 0 for row in book.pack.ceilings) / book.unit
    return math.ceil(low * 10**places - 1e-6), math.floor(high * 10**places + 1e-6)


def _row(row: pulp.LpConstraint, places: Mapping[int, int]) -> Row:
    terms, scale = _whole(row.items(), places)
    low, high = (None if bound is None else _decimal(bound) * scale
                 for bound in (row.getLb(), row.getUb()))  # fmt: skip
    if low is not None and low == high and not _can_meet(terms):
        high = None
    return Row(
        terms,
        None if low is None else -(-low // 10**PLACES),
        None if high is None else high // 10**PLACES,
    )


def _whole(
    terms: Iterable[tuple[pulp.LpVariable, float]], places: Mapping[int, int]
) -> tuple[dict[int, int], Fraction]:
    """Return terms as the smallest whole numbers, and what they were multiplied by."""
    numbers = {v.id: _decimal(c) * 10 ** (FINEST - places[v.id]) for v, c in terms if c}
    common = math.gcd(*numbers.values()) or 1
    scale = Fraction(10 ** (PLACES + FINEST), common)
    return {code: number // common for code, number in numbers.items()}, scale


def _can_meet(terms: Mapping[int, int]) -> bool:
    """Whether the payments (the smallest coefficients) can make up every other term exactly."""
    least = min(abs(coefficient) for coefficient in terms.values())
    return all(coefficient % least == 0 for coefficient in terms.values())


def _decimal(number: float) -> int:
    """Return the decimal that a coefficient stands for, in units of its last place."""
    whole: int = round(number * 10**PLACES)
    if abs(whole / 10**PLACES - number) > 1e-9 * abs(number):
        message = f"{number!r} is no decimal of {PLACES} places"
        raise ValueError(message)
    return whole
