"""Claiming every point that a solution's decisions have earned.

A search that ends by its gap may leave an answer unclaimed although the volumes of its solution
reach it: a later stage would then keep too little, and the plan of an earlier one would be the
better one when it is recomputed exactly.
"""

import dataclasses

import highspy

from kla_plan.problem.linear import Objective, Problem
from kla_plan.problem.steps import ANSWER_COLUMNS
from kla_plan.solve.highs import opened
from kla_plan.solve.solution import Solution

#: Seconds after which the claim is given up; it takes some hundredths.
_SECONDS = 2.0


def claimed(problem: Problem, objective: Objective, solution: Solution) -> Solution:
    """Return the best solution with the same whole-number decisions; answers are decided anew."""
    if not solution.found or solution.objective is None:
        return solution
    values = [
        round(value) if whole else value
        for value, whole in zip(solution.values, problem.integer, strict=True)
    ]
    kept = [
        whole and name[0] not in ANSWER_COLUMNS
        for whole, name in zip(problem.integer, problem.names, strict=True)
    ]
    fixed = dataclasses.replace(
        problem,
        lower=tuple(v if k else low for v, k, low in zip(values, kept, problem.lower, strict=True)),
        upper=tuple(v if k else top for v, k, top in zip(values, kept, problem.upper, strict=True)),
    )
    solver = opened(fixed, objective, whole=True)
    solver.setOptionValue("time_limit", _SECONDS)
    known = highspy.HighsSolution()
    known.col_value = values
    solver.setSolution(known)
    solver.run()
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return solution
    better = tuple(
        float(round(value)) if whole else value
        for value, whole in zip(solver.getSolution().col_value, problem.integer, strict=True)
    )
    value = objective.expression.at(better)
    gain = value - solution.objective if objective.maximise else solution.objective - value
    if gain <= 0:
        return solution
    return dataclasses.replace(solution, objective=value, _values=better)
