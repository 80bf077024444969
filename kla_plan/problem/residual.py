"""What a fund cannot pay, the others must: rows implied by funds and whole volumes.

A row ``Σ_f x_f = Σ_a c_a·v_a`` says which funds pay. Fund *f* pays at most its ceiling ``u_f``, for
one unit as for many; the rest of a unit that costs more comes from elsewhere::

      Σ_a max(0, c_a − u_f)·v_a  <=  Σ_{g ≠ f} x_g

A fraction of a costly unit within the fund's ceiling would escape the other funds; these rows
(mixed-integer rounding of the row with ``x_f <= u_f``; Nemhauser and Wolsey, 1990) do not let it.
"""

import math
from collections.abc import Iterator

from kla_plan.problem.linear import Problem, Row


def residuals(problem: Problem) -> Iterator[Row]:
    """Yield the rows that the rows on funds and volumes imply."""
    ceiling = _ceilings(problem)
    for row in problem.rows:
        if row.lower != 0.0 or row.upper != 0.0 or not _positive(problem, row):
            continue
        shares = [c for c, value in row.terms.items() if value == 1.0 and not problem.integer[c]]
        costs = {c: -value for c, value in row.terms.items() if value < 0}
        if len(shares) < 2 or len(shares) + len(costs) < len(row.terms):
            continue
        for share in shares:
            top = ceiling.get(share, math.inf)
            left = {c: cost - top for c, cost in costs.items() if cost > top and problem.integer[c]}
            if left:
                others = {other: -1.0 for other in shares if other != share}
                name = f"{row.name}:{problem.names[share]}"
                yield Row(name, {**left, **others}, None, 0.0)


def _ceilings(problem: Problem) -> dict[int, float]:
    """Return the most that a column can be by the rows without a negative term."""
    found: dict[int, float] = {}
    for row in problem.rows:
        if row.upper is None or min(row.terms.values(), default=0.0) <= 0.0:
            continue
        if not _positive(problem, row):
            continue
        for column, value in row.terms.items():
            if not problem.integer[column]:
                found[column] = min(found.get(column, math.inf), row.upper / value)
    return found


def _positive(problem: Problem, row: Row) -> bool:
    return all(problem.lower[column] >= 0.0 for column in row.terms)
