"""The solver's part of one search: near a known plan first, then everything."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from kla_plan.explain.clock import LEAST_SECONDS, Clock
from kla_plan.explain.search.checked import checked_plan
from kla_plan.explain.study import Change, Study
from kla_plan.plan.make import MARGINS, draw_in
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Problem
from kla_plan.solve import Limits, Solution, solve
from kla_plan.solve.door import OnProgress

#: Relative gap at which a further search stops: finer than what planners can tell apart.
GAP = 0.0005


#: Share of a search's time for the neighbourhood of the known plan.
NEAR = 0.75


#: Values this close are the same.
_SAME = 1e-6


type Aim = Literal["free", "grow", "shrink"]


class Run:
    """The solver's part of one search."""

    def __init__(self, study: Study, change: Change, label: str, clock: Clock, gap: float) -> None:
        self._study, self._change, self._label, self._clock = study, change, label, clock
        self._gap = gap
        self._problem = change.applied(study.model.problem)

    def near(
        self, values: Sequence[float | None], point: Sequence[float], aim: Aim
    ) -> Solution | None:
        """Optimise what the relaxation would do differently from the known plan."""
        problem = self._problem
        lower, upper = list(problem.lower), list(problem.upper)
        for number, value in enumerate(values):
            if value is None:
                continue
            low, high = lower[number], upper[number]
            if point and abs(value - point[number]) < _SAME:
                low = high = value
            elif aim == "grow":
                low = max(low, value)
            elif aim == "shrink":
                high = value if high is None else min(high, value)
            if high is None or low <= high:  # a change may forbid what the known plan does
                lower[number], upper[number] = low, high
        narrow = replace(problem, lower=tuple(lower), upper=tuple(upper))
        solution = self._solve(narrow, values, NEAR)
        return solution if solution.found else None

    def whole(self, values: Sequence[float | None] | None) -> Solution:
        """Optimise everything."""
        return self._solve(self._problem, values, 1.0)

    def plan(self, solution: Solution | None, case: Case) -> Plan | None:
        """Return the checked plan of a solution; drawn-in ceilings help where rounding overran."""
        for margin in (*MARGINS[1:], None):
            if solution is None or not solution.found:
                return None
            plan = checked_plan(self._study.model, solution, case)
            if plan is not None or margin is None:
                return plan
            solution = self._solve(draw_in(self._problem, margin), solution.values, 1.0)
        return None

    def _solve(
        self, problem: Problem, start: Sequence[float | None] | None, share: float
    ) -> Solution:
        seconds = max(LEAST_SECONDS, self._clock.left * share)
        return solve(
            problem,
            self._study.objective,
            Limits(gap=self._gap, seconds=seconds),
            start=start,
            on_progress=_named(self._study.on_progress, self._label),
            stop=self._clock.stop,
        )


def _named(tell: OnProgress | None, label: str) -> OnProgress | None:
    if tell is None:
        return None
    return lambda progress: tell(replace(progress, stage=label))
