"""The optimiser against brute force: same optimum, same second stage, same verdict."""

from fractions import Fraction

import pytest
from support.brute import best
from support.randoms import random_pack

from kla_plan.pack.model import Pack
from kla_plan.plan.evaluate import weighted_points
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.scenario import Pemecah, Scenario

SEEDS = range(300)
#: HiGHS proves optimality within 1e-6; the packs' objectives are at most some thousands.
CLOSE = Fraction(1, 1000)


def exactly(scenario: Scenario, solver: str = "highs") -> Scenario:
    limits = Pemecah(nama=solver, celah=0.0, batas_detik=30)
    return scenario.model_copy(update={"pemecah": limits})


def points(pack: Pack, plan: Plan) -> Fraction:
    return weighted_points(Case(pack, plan.scenario), plan.fractions)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_is_as_good_as_the_best_of_all_plans(seed: int) -> None:
    pack, scenario = random_pack(seed)
    expected = best(pack, scenario)
    if expected is None:
        with pytest.raises(InfeasibleError):
            make_plan(pack, exactly(scenario))
        return
    plan = make_plan(pack, exactly(scenario))
    assert plan.proof.status == "optimal"
    if scenario.tujuan == "min_biaya":
        assert plan.cost() == expected.cost
    else:
        assert abs(points(pack, plan) - expected.objective) <= CLOSE
        assert plan.cost() == expected.cost


@pytest.mark.parametrize("seed", range(60))
def test_cbc_agrees(seed: int) -> None:
    pack, scenario = random_pack(seed)
    expected = best(pack, scenario)
    if expected is None:
        with pytest.raises(InfeasibleError):
            make_plan(pack, exactly(scenario, "cbc"))
        return
    plan = make_plan(pack, exactly(scenario, "cbc"))
    value = plan.cost() if scenario.tujuan == "min_biaya" else points(pack, plan)
    assert abs(value - expected.objective) <= CLOSE
