"""How far one rule alone must give way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kla_plan.explain.elastic import soften
from kla_plan.explain.infeasible.core import NOTHING, SECONDS
from kla_plan.problem.linear import Clause, Objective, Problem
from kla_plan.solve import Limits, Status, solve
from kla_plan.solve.relaxation import Relaxation

#: Amounts closer than this share of themselves are the same.
CLOSE = 0.001


def possible(problem: Problem, core: Sequence[Clause]) -> set[Clause]:
    """Return the rules which, giving way alone, might be enough: the relaxation allows it."""
    elastic = soften(problem, core)
    columns = {clause: tuple(slack.terms) for clause, slack in elastic.slacks.items()}
    closed = {column for mine in columns.values() for column in mine}
    upper = tuple(0.0 if n in closed else u for n, u in enumerate(elastic.problem.upper))
    relaxation = Relaxation(replace(elastic.problem, upper=upper), NOTHING)
    return {
        clause
        for clause, mine in columns.items()
        if relaxation.value(columns=dict.fromkeys(mine, (0.0, None))) != float("inf")
    }


@dataclass(frozen=True, slots=True)
class Least:
    """The least amount by which a rule must give way, if one was found."""

    amount: float | None
    proven: bool


def least(problem: Problem, clause: Clause, start: Sequence[float | None], seconds: float) -> Least:
    """Return how far one rule must give way so that all rules of the problem can be kept."""
    elastic = soften(problem, [clause])
    slack = Objective("longgar", maximise=False, expression=elastic.slacks[clause])
    more = len(elastic.problem.names) - len(problem.names)
    solution = solve(
        elastic.problem,
        slack,
        Limits(gap=CLOSE, seconds=min(SECONDS, seconds)),
        start=(*start, *(None,) * more) if start else None,
    )
    if not solution.found or solution.objective is None:
        return Least(None, proven=solution.status is Status.INFEASIBLE)
    distance = solution.objective - max(0.0, solution.bound or 0.0)
    return Least(solution.objective, proven=distance <= CLOSE * max(1.0, solution.objective))
