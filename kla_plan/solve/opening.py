"""The opening: a bound and a good first solution, before the search that proves the rest.

The relaxation gives a bound in a fraction of a second, and most of its whole-number columns are
whole already. Keeping those leaves a far smaller problem, which the solver searches at once
(relaxation induced neighbourhoods; Danna, Rothberg and Le Pape, 2005). What is kept:

1. where a start is known: the volumes in which start and relaxation agree;
2. the columns that are 0 in the relaxation, and the answers that it reaches in full;
3. the volumes and switches that are 0, only.

Each search begins from the best solution so far. It ends after so much work, never at a time
of its own, so that every run finds the same. A neighbourhood that is too large to be searched
through is the last one: the next is larger still, and the whole problem's search has cuts that
bring the bound down as well.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from kla_plan.problem.linear import Objective, Problem
from kla_plan.problem.steps import ANSWER_COLUMNS
from kla_plan.solve.highs import Watch, opened

#: A problem with fewer whole-number columns is solved as fast without an opening.
FEWEST_COLUMNS = 400
#: Looks (see :class:`~kla_plan.solve.highs.Watch`) after which the search of a neighbourhood ends:
#: the root of the tree takes about 40, the first nodes the rest.
PATIENCE = 100
#: It also ends at this share of the gap asked for, within the neighbourhood.
INNER = 0.3
#: A value this close to a whole number is one.
WHOLE = 1e-6
#: How much of the gap asked for may be left when the bound of the relaxation counts as reached.
REACHED = 0.98

type Mask = NDArray[np.bool_]
type Values = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before the search.

    Attributes
    ----------
    bound
        Bound of the relaxation; ``None`` if it was not solved.
    values
        By column, the best solution found; ``None`` if there is none.
    """

    bound: float | None = None
    values: Values | None = None


def opening(
    problem: Problem,
    objective: Objective,
    watch: Watch,
    *,
    gap: float,
    seconds: float,
    start: Sequence[float | None] | None = None,
) -> Opening:
    """Return a bound and, if one of the neighbourhoods holds any, a first solution.

    Parameters
    ----------
    gap
        Relative gap asked for: once a solution is within it of the relaxation, it is done.
    seconds
        Wall time for all of it.
    start
        Values by column of a known solution, ``None`` where unknown.
    """
    deadline = time.perf_counter() + seconds
    desk = _Desk(problem, objective, watch, deadline)
    bound = desk.relaxed()
    if bound is None:
        return Opening()
    watch.prove(bound)
    enough = bound - REACHED * gap * abs(bound) * (1 if objective.maximise else -1)
    best: Values | None = None
    for fixed in _neighbourhoods(problem, desk.point, start):
        if watch.stopped or time.perf_counter() > deadline:
            break
        best = desk.within(fixed, best, enough, gap * INNER) or best
        if best is not None and (desk.tired or _reaches(objective, best, enough)):
            break
    return Opening(bound, best)


def _reaches(objective: Objective, values: Values, enough: float) -> bool:
    value = objective.expression.at(values)
    return value >= enough if objective.maximise else value <= enough


type Fixed = tuple[Mask, NDArray[np.float64]]


def _neighbourhoods(
    problem: Problem, point: NDArray[np.float64], start: Sequence[float | None] | None
) -> list[Fixed]:
    """Return which columns are kept at which values, the smallest neighbourhood first."""
    nearest = np.round(point)
    whole = np.array(problem.integer) & (np.abs(point - nearest) < WHOLE)
    zero = whole & (nearest == 0)
    answers = np.array([name[0] in ANSWER_COLUMNS for name in problem.names])
    found: list[Fixed] = []
    if start is not None:
        known = np.array([np.nan if value is None else value for value in start])
        found.append((whole & (known == nearest), nearest))
    found.append((zero | (whole & answers & (nearest == 1)), nearest))
    found.append((zero & ~answers, nearest))
    return found


class _Desk:
    """One problem open in HiGHS: its relaxation, then parts of it with whole numbers.

    Attributes
    ----------
    point
        The relaxation's solution by column.
    tired
        Whether the last search of a part ended before it was through.
    """

    def __init__(
        self, problem: Problem, objective: Objective, watch: Watch, deadline: float
    ) -> None:
        self._problem = problem
        self._watch = watch
        self._deadline = deadline
        self._solver = opened(problem, objective, watch, whole=True)
        model = self._solver.getLp()
        self._lower, self._upper = np.array(model.col_lower_), np.array(model.col_upper_)
        self._columns = np.arange(len(problem.names), dtype=np.int32)
        self.point: NDArray[np.float64] = np.zeros(0)
        self.tired = False

    def relaxed(self) -> float | None:
        """Solve the relaxation; return its value, keep its point."""
        solver = self._solver
        solver.setOptionValue("solve_relaxation", True)  # noqa: FBT003 - HiGHS's own signature
        self._run()
        solver.setOptionValue("solve_relaxation", False)  # noqa: FBT003
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        self.point = np.array(solver.getSolution().col_value)
        return float(solver.getObjectiveValue())

    def within(
        self, fixed: Fixed, start: Values | None, enough: float, gap: float
    ) -> Values | None:
        """Return the best solution found with some columns fixed, or ``None``."""
        solver, (mask, values) = self._solver, fixed
        lower, upper = np.where(mask, values, self._lower), np.where(mask, values, self._upper)
        solver.clearSolver()
        solver.changeColsBounds(len(self._columns), self._columns, lower, upper)
        if start is not None:
            known = highspy.HighsSolution()
            known.col_value = list(start)
            solver.setSolution(known)
        options: dict[str, float | bool] = {
            "mip_rel_gap": gap,
            "objective_target": enough,
            "mip_allow_restart": False,
        }
        for option, value in options.items():
            solver.setOptionValue(option, value)
        with self._watch.part(PATIENCE):
            self._run()
            self.tired = self._watch.tired
        return self._found()

    def _found(self) -> Values | None:
        info = self._solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        values = self._solver.getSolution().col_value
        whole = self._problem.integer
        return tuple(float(round(v)) if w else v for v, w in zip(values, whole, strict=True))

    def _run(self) -> None:
        left = max(self._deadline - time.perf_counter(), 0.01)
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + left)
        self._solver.run()
