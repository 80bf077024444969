"""A problem as arrays: what passes over every row at once need."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kla_plan.problem.linear import Problem

type Floats = NDArray[np.float64]
type Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Arrays:
    """Bounds by column, bounds by row, and the entries of the rows one after the other.

    Attributes
    ----------
    lower, upper, integer
        By column; no bound is an infinity.
    row_lower, row_upper
        By row.
    starts
        Row *i* has the entries ``starts[i]:starts[i + 1]``.
    row, column, value
        By entry: which row and column it stands in, and its coefficient.
    """

    lower: Floats
    upper: Floats
    integer: NDArray[np.bool_]
    row_lower: Floats
    row_upper: Floats
    starts: Whole
    row: Whole
    column: Whole
    value: Floats


def arrays(problem: Problem) -> Arrays:
    """Return the arrays of a problem."""
    rows = problem.rows
    lengths = np.fromiter((len(row.terms) for row in rows), np.int64, len(rows))
    entries = int(lengths.sum())
    return Arrays(
        lower=np.array(problem.lower, float),
        upper=_or(problem.upper, np.inf),
        integer=np.array(problem.integer, bool),
        row_lower=_or([row.lower for row in rows], -np.inf),
        row_upper=_or([row.upper for row in rows], np.inf),
        starts=np.concatenate(([0], np.cumsum(lengths))),
        row=np.repeat(np.arange(len(rows)), lengths),
        column=np.fromiter((c for row in rows for c in row.terms), np.int64, entries),
        value=np.fromiter((v for row in rows for v in row.terms.values()), float, entries),
    )


def _or(values: tuple[float | None, ...] | list[float | None], missing: float) -> Floats:
    return np.array([missing if value is None else value for value in values], float)
