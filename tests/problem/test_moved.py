"""Moving ceilings gives the very problem that writing it anew gives."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.randoms import random_pack

from kla_plan.pack.model import Pack
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Problem
from kla_plan.problem.moved import moved
from kla_plan.scenario import Ketahanan, Scenario


def shape(problem: Problem) -> list[tuple[object, ...]]:
    """Everything about a problem, its right sides to twelve digits."""

    def near(bound: float | None) -> float | None:
        return None if bound is None else float(f"{bound:.12g}")

    rows = [(r.name, tuple(r.terms.items()), near(r.lower), near(r.upper)) for r in problem.rows]
    columns = zip(problem.names, problem.lower, problem.upper, problem.integer, strict=True)
    return [*columns, *rows]


def shaped(pack: Pack) -> Pack:
    ceilings = tuple(
        row if row.batas_atas is None else replace(row, batas_atas=row.batas_atas * 2 // 3)
        for row in pack.ceilings
    )
    return replace(pack, ceilings=ceilings)


def factor(scenario: Scenario, value: str) -> Scenario:
    return scenario.model_copy(update={"pagu_faktor": Decimal(value)})


@pytest.mark.parametrize("seed", range(60))
def test_the_same_problem_as_written_anew(seed: int) -> None:
    pack, scenario = random_pack(seed)
    scenario = scenario.model_copy(update={"ketahanan": Ketahanan()})
    model = build(Case(pack, scenario))
    for other in (Case(pack, factor(scenario, "1.37")), Case(shaped(pack), scenario)):
        again = moved(model, other)
        assert again is not None
        assert again.case is other
        assert shape(again.problem) == shape(build(other).problem)


def test_whatever_else_has_changed_is_written_anew() -> None:
    pack, scenario = random_pack(3)
    scenario = scenario.model_copy(update={"ketahanan": Ketahanan()})
    model = build(Case(pack, scenario))
    dropped = next(iter(pack.activities))
    others = (
        Case(pack, scenario.model_copy(update={"larang": (dropped,)})),
        Case(pack, scenario.model_copy(update={"inflasi": Decimal("0.07")})),
        Case(replace(pack, costs=pack.costs[:-1]), scenario),
        Case(replace(pack, ceilings=pack.ceilings[:-1]), scenario),
    )
    assert [moved(model, other) for other in others] == [None] * len(others)


def test_costs_that_may_overrun_know_the_ceilings() -> None:
    pack, scenario = random_pack(3)
    tough = scenario.model_copy(update={"ketahanan": Ketahanan(biaya_terburuk=1)})
    case = Case(pack, tough)
    assert moved(build(case), case) is None
