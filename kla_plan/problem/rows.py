"""``Rows``: the columns and rows of a problem while they are written."""

from kla_plan.problem.linear import Clause, Linear, Objective, Problem, Row


class Rows:
    """Columns with their bounds, and rows over them."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._lower: list[float] = []
        self._upper: list[float | None] = []
        self._integer: list[bool] = []
        self._rows: list[Row] = []

    def column(
        self, name: str, lower: float = 0.0, upper: float | None = None, *, integer: bool = False
    ) -> Linear:
        """Add a column and return it as an expression."""
        self._names.append(name)
        self._lower.append(lower)
        self._upper.append(upper)
        self._integer.append(integer)
        return Linear({len(self._names) - 1: 1.0})

    def row(
        self,
        name: str,
        expression: Linear,
        lower: float | None,
        upper: float | None,
        clause: Clause | None = None,
    ) -> None:
        """Add ``lower <= expression <= upper``; constants move to the bounds.

        A plumbing row (without clause) that no variable is left in and that holds is dropped;
        one that a clause stands for is kept, because it may be the reason of an infeasibility.
        """
        if expression.is_constant and clause is None:
            holds = (lower is None or expression.constant >= lower - 1e-9) and (
                upper is None or expression.constant <= upper + 1e-9
            )
            if holds:
                return
        self._rows.append(
            Row(
                name,
                expression.terms,
                None if lower is None else lower - expression.constant,
                None if upper is None else upper - expression.constant,
                clause,
            )
        )

    def at_most(self, name: str, left: Linear, right: Linear, clause: Clause | None = None) -> None:
        """Add ``left <= right``."""
        self.row(name, left - right, None, 0.0, clause)

    def upper_bound(self, expression: Linear) -> float:
        """Return an upper bound of an expression from its columns' bounds (``inf`` if none)."""
        bound = expression.constant
        for variable, coefficient in expression.terms.items():
            end = self._upper[variable] if coefficient > 0 else self._lower[variable]
            if end is None:
                return float("inf")
            bound += coefficient * end
        return bound

    def is_binary(self, expression: Linear) -> bool:
        """Whether the expression is one single 0/1 column."""
        if len(expression.terms) != 1 or expression.constant:
            return False
        ((variable, coefficient),) = expression.terms.items()
        whole = self._integer[variable] and self._lower[variable] == 0.0
        return coefficient == 1.0 and whole and self._upper[variable] == 1.0

    def is_whole(self, expression: Linear) -> bool:
        """Whether the expression can take whole values only."""
        return float(expression.constant).is_integer() and all(
            self._integer[v] and float(c).is_integer() for v, c in expression.terms.items()
        )

    def problem(self, objectives: tuple[Objective, ...]) -> Problem:
        """Return the finished problem."""
        return Problem(
            tuple(self._names),
            tuple(self._lower),
            tuple(self._upper),
            tuple(self._integer),
            tuple(self._rows),
            objectives,
        )
