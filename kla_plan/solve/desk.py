"""A problem open in HiGHS: its relaxation, then parts of it, one question after another."""

import math
import time
from collections.abc import Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from kla_plan.problem.linear import Objective, Problem
from kla_plan.problem.steps import ANSWER_COLUMNS
from kla_plan.solve.highs import Watch, opened
from kla_plan.solve.memory import Memory

#: Looks (see :class:`~kla_plan.solve.highs.Watch`) after which the search of a part ends: the root
#: of the tree takes about 40, the first nodes the rest.
PATIENCE = 100
#: Seconds that a question has in any case, however little is left until the deadline.
LEAST_SECONDS = 0.01

#: The rule by which the dual simplex prices its rows: devex is as fast as steepest edge on a city,
#: and faster on generated ones of four times as many activities.
_DEVEX, _CHOOSE = 1, -1
_RELAXED: dict[str, bool | str | int] = {
    "solve_relaxation": True,
    "presolve": "off",
    "simplex_dual_edge_weight_strategy": _DEVEX,
}
_WHOLE: dict[str, bool | str | int] = {
    "solve_relaxation": False,
    "presolve": "choose",
    "simplex_dual_edge_weight_strategy": _CHOOSE,
}

type Mask = NDArray[np.bool_]
type Values = tuple[float, ...]
#: Which columns are kept, and at which values.
type Fixed = tuple[Mask, NDArray[np.float64]]


def known(values: Sequence[float | None]) -> NDArray[np.float64]:
    """Return values by column as an array, not a number where unknown."""
    return np.array([np.nan if value is None else value for value in values], dtype=float)


class Desk:
    """One problem open in HiGHS: its relaxation, then parts of it with whole numbers.

    Attributes
    ----------
    answers
        Which columns are answers, not decisions.
    point
        The relaxation's solution by column.
    tired
        Whether the last search of a part ended before it was through.
    """

    def __init__(
        self, problem: Problem, objective: Objective, watch: Watch, deadline: float
    ) -> None:
        self._problem = problem
        self._maximise = objective.maximise
        self._watch = watch
        self._deadline = deadline
        self._solver = opened(problem, objective, watch, whole=True)
        model = self._solver.getLp()
        self._lower, self._upper = np.array(model.col_lower_), np.array(model.col_upper_)
        self._columns = np.arange(len(problem.names), dtype=np.int32)
        self.answers: Mask = np.array([name[0] in ANSWER_COLUMNS for name in problem.names], bool)
        self.point: NDArray[np.float64] = np.zeros(0)
        self.tired = False

    def relaxed(self, memory: Memory | None = None) -> float | None:
        """Solve the relaxation, begun where a memory says; return its value, keep its point."""
        solver = self._solver
        solver.clearSolver()
        solver.changeColsBounds(len(self._columns), self._columns, self._lower, self._upper)
        # what presolve takes is more than what it saves in a problem that is tightened already
        for option, value in _RELAXED.items():
            solver.setOptionValue(option, value)
        if memory is not None:
            memory.recall(solver, self._problem)
        self._run()
        for option, value in _WHOLE.items():
            solver.setOptionValue(option, value)
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        if memory is not None:
            memory.keep(solver, self._problem)
        self.point = np.array(solver.getSolution().col_value)
        return float(solver.getObjectiveValue())

    def earned(
        self,
        values: Sequence[float | None],
        start: Values | None = None,
        *,
        least: float = LEAST_SECONDS,
    ) -> Values | None:
        """Return the best solution with the whole-number decisions given; answers are free.

        Volumes that need not be whole are free too: the noise of a solver in one of them would
        make the part infeasible.
        """
        decided = known(values)
        mask = np.array(self._problem.integer, dtype=bool) & ~self.answers & ~np.isnan(decided)
        best = math.inf if self._maximise else -math.inf
        return self.within((mask, np.round(decided)), start, best, 0.0, least=least)

    def within(
        self,
        fixed: Fixed,
        start: Values | None,
        enough: float,
        gap: float,
        *,
        least: float = LEAST_SECONDS,
    ) -> Values | None:
        """Return the best solution found with some columns fixed, or ``None``.

        It has the seconds that are left, and ``least`` seconds in any case.
        """
        solver, (mask, values) = self._solver, fixed
        lower, upper = np.where(mask, values, self._lower), np.where(mask, values, self._upper)
        solver.clearSolver()
        solver.changeColsBounds(len(self._columns), self._columns, lower, upper)
        if start is not None:
            begin = highspy.HighsSolution()
            begin.col_value = list(start)
            solver.setSolution(begin)
        options: dict[str, float | bool] = {
            "mip_rel_gap": gap,
            "objective_target": enough,
            "mip_allow_restart": False,
        }
        for option, value in options.items():
            solver.setOptionValue(option, value)
        with self._watch.part(PATIENCE):
            self._run(least)
            self.tired = self._watch.tired
        return self._found()

    def _found(self) -> Values | None:
        info = self._solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        values = self._solver.getSolution().col_value
        whole = self._problem.integer
        return tuple(float(round(v)) if w else v for v, w in zip(values, whole, strict=True))

    def _run(self, least: float = LEAST_SECONDS) -> None:
        left = max(self._deadline - time.perf_counter(), least)
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + left)
        self._solver.run()
