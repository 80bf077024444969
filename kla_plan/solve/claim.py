"""Claiming every point that a solution's decisions have earned.

A search that ends by its gap may leave an answer unclaimed although the volumes of its solution
reach it: a later stage would then keep too little, and the plan of an earlier one would be the
better one when it is recomputed exactly.
"""

import dataclasses
import time

from kla_plan.problem.linear import Objective, Problem
from kla_plan.solve.desk import Desk
from kla_plan.solve.highs import Watch
from kla_plan.solve.solution import Solution

#: Seconds after which the claim is given up; it takes some hundredths.
_SECONDS = 2.0


def claimed(problem: Problem, objective: Objective, solution: Solution) -> Solution:
    """Return the best solution with the same whole-number decisions; answers are decided anew."""
    if not solution.found or solution.objective is None:
        return solution
    watch = Watch(maximise=objective.maximise)
    desk = Desk(problem, objective, watch, time.perf_counter() + _SECONDS)
    sense = 1 if objective.maximise else -1
    better = desk.earned(solution.values, solution.values)
    if better is None:
        return solution
    value = objective.expression.at(better)
    if sense * (value - solution.objective) <= 0:
        return solution
    return dataclasses.replace(solution, objective=value, _values=better)
