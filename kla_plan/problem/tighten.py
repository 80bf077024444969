"""The same whole-number solutions in a smaller relaxation.

Two classical steps (Savelsbergh, 1994), repeated until nothing moves:

* *bounds*: in a row ``Σ a·x <= b`` a whole-number column can be at most what the others leave it
  at their smallest, rounded down: a volume that its year's ceiling cannot pay is out of the
  question;
* *coefficients*: where a 0/1 column lifts a row's limit by more than the other terms can ever
  use (``v <= 500·y`` for a volume of at most 12), by just what they can use.

No solution is lost and none is added; columns keep their places, rows keep theirs.
"""

from dataclasses import replace

import numpy as np

from kla_plan.problem.arrays import Arrays, Floats, arrays
from kla_plan.problem.linear import Problem, Row

#: Passes over all rows; each can only pass on what the one before has found.
ROUNDS = 8
#: Bounds this close to a whole number are that number.
NOISE = 1e-6


def tighten(problem: Problem) -> Problem:
    """Return the problem with tightened bounds and coefficients.

    If the bounds contradict each other, no whole-number solution exists; the problem is then
    returned as it is, for the solver to say so.
    """
    now = arrays(problem)
    for _ in range(ROUNDS):
        lower, upper = _bounds(now)
        if np.any(lower > upper + NOISE):
            return problem
        moved = np.any(lower > now.lower) or np.any(upper < now.upper)
        now = replace(now, lower=lower, upper=upper)
        if not moved:
            break
    value = _coefficients(now)
    return replace(
        problem,
        lower=tuple(now.lower.tolist()),
        upper=tuple(None if np.isinf(top) else top for top in now.upper.tolist()),
        rows=_rows(problem, now, value),
    )


def _bounds(now: Arrays) -> tuple[Floats, Floats]:
    """Return the bounds of every column that the rows imply for whole numbers."""
    least, most = _ends(now)
    rest_least, rest_most = _without(now, least, -np.inf), _without(now, most, np.inf)
    room = now.row_upper[now.row] - rest_least
    need = now.row_lower[now.row] - rest_most
    rises = now.value > 0
    high = np.where(rises, room, need) / now.value
    low = np.where(rises, need, room) / now.value
    upper, lower = now.upper.copy(), now.lower.copy()
    np.minimum.at(upper, now.column, high)
    np.maximum.at(lower, now.column, low)
    upper[now.integer] = np.floor(upper[now.integer] + NOISE)
    lower[now.integer] = np.ceil(lower[now.integer] - NOISE)
    return np.where(now.integer, lower, now.lower), np.where(now.integer, upper, now.upper)


def _ends(now: Arrays) -> tuple[Floats, Floats]:
    """Return the smallest and the largest value of every entry."""
    at_lower, at_upper = now.value * now.lower[now.column], now.value * now.upper[now.column]
    return np.minimum(at_lower, at_upper), np.maximum(at_lower, at_upper)


def _without(now: Arrays, ends: Floats, missing: float) -> Floats:
    """Return, by entry, the sum of the ends of the *other* entries of its row."""
    rows = len(now.row_lower)
    endless = np.isinf(ends)
    finite = np.where(endless, 0.0, ends)
    sums = np.bincount(now.row, finite, rows)[now.row] - finite
    others_endless = np.bincount(now.row, endless, rows)[now.row] - endless
    return np.where(others_endless > 0, missing, sums)


def _coefficients(now: Arrays) -> Floats:
    """Return the coefficients, those of 0/1 columns that lift a limit cut to what is needed."""
    _, most = _ends(now)
    rest = _without(now, most, np.inf)
    top = now.row_upper[now.row]
    binary = (now.integer & (now.lower == 0.0) & (now.upper == 1.0))[now.column]
    one_sided = np.isinf(now.row_lower)[now.row] & np.isfinite(top) & np.isfinite(rest)
    lifts = binary & one_sided & (now.value < 0) & (rest > top) & (rest + now.value < top - NOISE)
    value = now.value.copy()
    value[lifts] = top[lifts] - rest[lifts]
    return value


def _rows(problem: Problem, now: Arrays, value: Floats) -> tuple[Row, ...]:
    changed = np.unique(now.row[value != now.value])
    rows = list(problem.rows)
    for number in changed.tolist():
        entries = slice(now.starts[number], now.starts[number + 1])
        terms = dict(zip(now.column[entries].tolist(), value[entries].tolist(), strict=True))
        rows[number] = replace(rows[number], terms=terms)
    return tuple(rows)
