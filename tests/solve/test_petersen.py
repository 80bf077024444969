"""Seven published problems through the whole of ``make_plan``: the published optimum, proven."""

from decimal import Decimal
from fractions import Fraction

import pytest
from support.petersen import RUPIAH, as_pack, as_scenario, cases

from kla_plan.plan.make import make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.scenario import Pemecah

CASES = {case.name: case for case in cases()}


@pytest.mark.parametrize("solver", ["highs", "cbc"])
@pytest.mark.parametrize("name", CASES)
def test_the_published_optimum_is_reached(name: str, solver: str) -> None:
    case = CASES[name]
    pack = as_pack(case)
    limits = Pemecah(nama=solver, celah=0.0, batas_detik=60)
    plan = make_plan(pack, as_scenario(case).model_copy(update={"pemecah": limits}))
    last = pack.years[-1]
    assert plan.score(last).total == Fraction(case.optimum)
    assert plan.proof.status == "optimal"
    assert Decimal(repr(plan.proof.objective)) == case.optimum
    assert verify_plan(plan) == ()
    for year, capacity in zip(pack.years, case.capacity, strict=True):
        assert plan.cost(year) <= capacity * RUPIAH
    chosen = [case.codes.index(code) for code in plan.activities]
    assert sum(case.profit[project] for project in chosen) == case.optimum
