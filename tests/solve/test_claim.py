"""A claimed solution has exactly the points that its volumes earn."""

import dataclasses

import pytest
from support.randoms import random_pack

from kla_plan.plan.assemble import read_volumes
from kla_plan.plan.evaluate import evaluate, weighted_points
from kla_plan.problem.build import Model, build
from kla_plan.problem.case import Case
from kla_plan.problem.steps import ANSWER_COLUMNS
from kla_plan.solve.claim import claimed
from kla_plan.solve.door import Limits, solve
from kla_plan.solve.solution import Solution, Status


def exact(model: Model, solution: Solution) -> float:
    fractions = evaluate(model.case, read_volumes(model, solution)).fractions
    return float(weighted_points(model.case, fractions))


def unclaimed(model: Model, solution: Solution) -> Solution:
    """The same decisions with no answer raised, as a search may leave them."""
    values = tuple(
        0.0 if name[0] in ANSWER_COLUMNS else value
        for name, value in zip(model.problem.names, solution.values, strict=True)
    )
    value = model.problem.objectives[0].expression.at(values)
    return dataclasses.replace(solution, objective=value, _values=values)


@pytest.mark.parametrize("seed", range(40))
def test_every_point_that_is_earned_is_claimed(seed: int) -> None:
    pack, scenario = random_pack(seed)
    model = build(Case(pack, scenario.model_copy(update={"tujuan": "maks_skor", "target": []})))
    objective = model.problem.objectives[0]
    best = solve(model.problem, objective, Limits(seconds=10))
    if not best.found:
        assert best.status is Status.INFEASIBLE
        return
    poor = unclaimed(model, best)
    rich = claimed(model.problem, objective, poor)
    assert rich.objective == pytest.approx(exact(model, best), abs=1e-6)
    assert rich.objective == pytest.approx(exact(model, rich), abs=1e-6)


def test_what_has_nothing_to_claim_stays_as_it_is() -> None:
    pack, scenario = random_pack(3)
    model = build(Case(pack, scenario))
    objective = model.problem.objectives[0]
    best = solve(model.problem, objective, Limits(seconds=10))
    assert claimed(model.problem, objective, best).objective == pytest.approx(best.objective)
    lost = Solution(best.status, None, best.bound, 0.0, 0.0)
    assert claimed(model.problem, objective, lost) is lost
