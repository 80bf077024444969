"""``Solution``: status, bound, gap, and values that exist only if a solution does."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kla_plan.problem.linear import Linear


class Status(StrEnum):
    """How a solve ended; says nothing about whether there is a solution."""

    OPTIMAL = "optimal"
    GAP_LIMIT = "gap_limit"
    TIME_LIMIT = "time_limit"
    INTERRUPTED = "interrupted"
    INFEASIBLE = "infeasible"
    UNBOUNDED = "unbounded"
    FAILED = "failed"


class NoSolutionError(RuntimeError):
    """Values were asked of a solution that has none."""


#: Below this relative gap a solution counts as optimal: the solver's own tolerance.
OPTIMAL_GAP = 1e-6


def relative_gap(objective: float | None, bound: float | None) -> float | None:
    """Return ``|bound − objective| / max(|bound|, |objective|)``; ``None`` where one is unknown."""
    if objective is None or bound is None:
        return None
    scale = max(abs(objective), abs(bound))
    return abs(bound - objective) / scale if scale > 1e-12 else 0.0


def proven(gap: float | None, asked: float) -> Status:
    """Return what a gap proves: the optimum, the gap asked for, or no more than time allowed.

    Parameters
    ----------
    gap
        Relative gap; ``None`` where there is no bound.
    asked
        Relative gap at which the search was to stop.
    """
    if gap is None or gap > asked + OPTIMAL_GAP:
        return Status.TIME_LIMIT
    return Status.OPTIMAL if gap <= OPTIMAL_GAP else Status.GAP_LIMIT


@dataclass(frozen=True, slots=True)
class Solution:
    """What a solver said about one objective of a problem.

    Attributes
    ----------
    status
        How the solve ended.
    objective, bound
        Value of the solution found and the proven bound, in the problem's units; ``None`` where
        there is none.
    seconds
        Wall time of the solver itself.
    build_seconds
        Wall time of handing the problem over.
    """

    status: Status
    objective: float | None
    bound: float | None
    seconds: float
    build_seconds: float
    _values: tuple[float, ...] | None = None

    @property
    def found(self) -> bool:
        """Whether a solution was found."""
        return self._values is not None

    @property
    def values(self) -> tuple[float, ...]:
        """Values by column.

        Raises
        ------
        NoSolutionError
            If no solution was found.
        """
        if self._values is None:
            raise NoSolutionError(self.status)
        return self._values

    def after(self, earlier: "Solution") -> "Solution":
        """Return the solution with the wall time of the pass before it on top of its own."""
        return replace(
            self,
            seconds=self.seconds + earlier.seconds,
            build_seconds=self.build_seconds + earlier.build_seconds,
        )

    def value(self, expression: Linear) -> float:
        """Return the value of an expression in this solution."""
        return expression.at(self.values)

    @property
    def gap(self) -> float | None:
        """Relative gap between bound and objective, as share of the larger of the two."""
        return relative_gap(self.objective, self.bound)
