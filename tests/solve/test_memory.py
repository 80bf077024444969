"""A relaxation begun where the last one ended: the same bound, far fewer steps."""

from decimal import Decimal
from pathlib import Path

import pytest
from support.randoms import random_pack

from kla_plan import load_pack, load_scenario
from kla_plan.pack.source import resolve
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Problem
from kla_plan.problem.tighten import tighten
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Memory, Status, door, solve
from kla_plan.solve.desk import Desk
from kla_plan.solve.highs import Watch


def desk(problem: Problem) -> Desk:
    return Desk(problem, problem.objectives[0], Watch(maximise=True), float("inf"))


def steps(desk: Desk) -> int:
    """Return how many iterations the last run took."""
    return int(desk._solver.getInfo().simplex_iteration_count)


def with_factor(scenario: Scenario, value: str) -> Scenario:
    return scenario.model_copy(update={"pagu_faktor": Decimal(value)})


def test_a_moved_ceiling_takes_a_tenth_of_the_steps() -> None:
    pack = load_pack("ogan-ilir")
    scenario = load_scenario(Path(resolve("ogan-ilir")) / "skenario" / "dasar.yaml")
    memory = Memory()
    desk(tighten(build(Case(pack, scenario)).problem)).relaxed(memory)
    moved = tighten(build(Case(pack, with_factor(scenario, "0.95"))).problem)
    fresh, remembered = desk(moved), desk(moved)
    assert remembered.relaxed(memory) == pytest.approx(fresh.relaxed(), rel=1e-9)
    assert steps(remembered) < steps(fresh) / 10


@pytest.mark.parametrize("seed", range(60))
def test_the_optimum_is_the_same_with_a_memory(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "FEWEST_COLUMNS", 0)
    pack, scenario = random_pack(seed)
    memory = Memory()
    for factor in ("1", "0.8", "1.3"):
        problem = build(Case(pack, with_factor(scenario, factor))).problem
        objective = problem.objectives[0]
        plain = solve(problem, objective, Limits())
        again = solve(problem, objective, Limits(), memory=memory)
        assert again.status is plain.status
        if plain.status is Status.OPTIMAL:
            assert again.objective == pytest.approx(plain.objective, abs=1e-5, rel=1e-6)
