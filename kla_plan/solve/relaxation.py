"""The relaxation of a problem, solved again and again with other bounds.

Without whole numbers a problem is solved in moments, and each further question starts from the
answer before. Its value is a proven bound on the whole-number problem: nothing can be better. It
screens questions before the costly ones are asked, and never stands for an answer itself.
"""

from collections.abc import Mapping

import highspy

from kla_plan.problem.linear import Objective, Problem
from kla_plan.solve.highs import opened

type Bounds = Mapping[int, tuple[float | None, float | None]]

#: Seconds after which one question is given up; it then has no answer.
SECONDS = 20.0
_INFINITE = highspy.kHighsInf


class Relaxation:
    """A problem without whole-number conditions, kept open in the solver.

    Parameters
    ----------
    problem
        The problem; whole-number conditions are ignored.
    objective
        What is optimised.

    Attributes
    ----------
    point
        Values by column of the last optimum found; empty before.
    """

    def __init__(self, problem: Problem, objective: Objective) -> None:
        self._problem = problem
        self._maximise = objective.maximise
        self.point: tuple[float, ...] = ()
        self._solver = opened(problem, objective)

    def value(self, rows: Bounds | None = None, columns: Bounds | None = None) -> float | None:
        """Return the optimum with some bounds of rows and columns replaced for this question.

        Returns
        -------
        float or None
            The optimum; minus infinity (plus, where the least is sought) if the relaxation is
            infeasible, so that it is always a valid bound; ``None`` if it could not be told.
        """
        solver, problem = self._solver, self._problem
        for number, (low, high) in (rows or {}).items():
            solver.changeRowBounds(number, _low(low), _high(high))
        for number, (low, high) in (columns or {}).items():
            solver.changeColBounds(number, _low(low), _high(high))
        solver.setOptionValue("time_limit", solver.getRunTime() + SECONDS)  # the clock runs on
        solver.run()
        answer = self._answer(solver.getModelStatus())
        for number in rows or {}:
            row = problem.rows[number]
            solver.changeRowBounds(number, _low(row.lower), _high(row.upper))
        for number in columns or {}:
            solver.changeColBounds(number, problem.lower[number], _high(problem.upper[number]))
        return answer

    def _answer(self, status: highspy.HighsModelStatus) -> float | None:
        if status == highspy.HighsModelStatus.kOptimal:
            self.point = tuple(self._solver.getSolution().col_value)
            return float(self._solver.getObjectiveValue())
        if status == highspy.HighsModelStatus.kInfeasible:
            return -float("inf") if self._maximise else float("inf")
        return None


def _low(value: float | None) -> float:
    return -_INFINITE if value is None else value


def _high(value: float | None) -> float:
    return _INFINITE if value is None else value
