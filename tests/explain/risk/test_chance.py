"""The chance-constrained plan, against brute force where the discount alone is uncertain."""

from decimal import Decimal
from fractions import Fraction

import pytest
from support.brute import best
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved

from kla_plan.explain.risk.chance import TooRiskyError, chance_plan
from kla_plan.explain.risk.discount import fit_discount
from kla_plan.explain.risk.simulate import simulate
from kla_plan.explain.risk.uncertainty import Uncertainty
from kla_plan.plan.evaluate import weighted_points
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.scenario import Target

ONLY_DISCOUNT = Uncertainty(fit_discount(), 1.0, 1.0, 0.0)
CLOSE = Fraction(1, 1000)


@pytest.mark.parametrize("seed", range(60))
def test_with_the_discount_alone_it_is_the_best_plan_above_the_quantile(seed: int) -> None:
    pack, scenario = random_pack(seed)
    scenario = scenario.model_copy(update={"tujuan": "maks_skor", "target": ()})
    whole = sum(row.poin_maks for row in pack.instrument.indicators.values())
    target = Target(tahun=pack.years[-1], poin=whole * Decimal("0.35"), dasar="verifikasi")
    try:
        plan = make_plan(pack, scenario)
    except InfeasibleError:
        return
    level = 0.8
    bound = Decimal(repr(float(target.poin or 0) / ONLY_DISCOUNT.discount.ratio(1 - level)))
    sure = Target(tahun=target.tahun, poin=bound.quantize(Decimal("0.01"), "ROUND_CEILING"))
    expected = best(pack, scenario.model_copy(update={"target": (sure,)}))
    if expected is None:
        with pytest.raises((TooRiskyError, InfeasibleError)):
            chance_plan(plan, target, level=level, uncertainty=ONLY_DISCOUNT)
        return
    found = chance_plan(plan, target, level=level, uncertainty=ONLY_DISCOUNT)
    reached = weighted_points(Case(pack, scenario), found.plan.fractions)
    assert abs(reached - expected.objective) <= CLOSE
    assert found.after >= level - 0.02
    assert verify_plan(found.plan) == ()


def ladder() -> object:
    """Ten activities of one point and one million each; the target is five points."""
    return tiny_pack(
        kegiatan=[{"kegiatan": f"A{n}"} for n in range(10)],
        pertanyaan=[{"pertanyaan": f"P{n}", "poin_maks": 1} for n in range(10)],
        biaya=[(f"A{n}", 0, JUTA) for n in range(10)],
        dampak=[(f"A{n}", f"P{n}", "1") for n in range(10)],
        years=(2025, 2025),
    )


def test_certainty_costs_activities_and_is_checked_with_new_draws() -> None:
    """Without caution 5 / 0.85 needs six activities; failures and the discount take more."""
    pack = ladder()
    plan = solved(pack)
    target = Target(tahun=2025, poin=5, dasar="verifikasi")
    found = chance_plan(plan, target, level=0.8, cheapest=True)
    assert found.price.nominal.cost() == 6 * JUTA
    assert found.price.rupiah == found.plan.cost() - 6 * JUTA > 0
    assert found.before < 0.8 <= found.after + 0.02
    cheaper = simulate(plan, draws=20_000, seed=99)
    fewer = found.plan.cost() // JUTA - 1
    claimed = simulate(found.plan, draws=20_000, seed=99)
    assert claimed.probability(target) == pytest.approx(found.after, abs=0.02)
    assert cheaper.probability(target) >= claimed.probability(target)
    assert fewer >= 6
    assert "dengan undian baru" in " ".join(found.sentences())


def test_what_cannot_be_made_sure_is_said() -> None:
    plan = solved(ladder())
    target = Target(tahun=2025, poin=8, dasar="verifikasi")
    with pytest.raises(TooRiskyError) as raised:
        chance_plan(plan, target, level=0.95)
    assert raised.value.asked > 10
    with pytest.raises(ValueError, match="verified"):
        chance_plan(plan, Target(tahun=2025, poin=5))
