"""Simulation: sure things come out exactly, and probabilities as they are by enumeration."""

from itertools import product

import numpy as np
import pytest
from support.brute import best
from support.brute_plan import as_plan
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved

from kla_plan.explain.risk.discount import Discount, fit_discount
from kla_plan.explain.risk.simulate import simulate
from kla_plan.explain.risk.uncertainty import Uncertainty
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Target

SURE = Uncertainty(Discount(fit_discount().pairs, 0.0, 0.0), 1.0, 1.0, 0.0)


@pytest.mark.parametrize("seed", range(80))
def test_without_uncertainty_every_course_is_the_plan(seed: int) -> None:
    pack, scenario = random_pack(seed)
    found = best(pack, scenario)
    if found is None:
        return
    plan = as_plan(pack, scenario, found)
    courses = simulate(plan, draws=3, uncertainty=SURE)
    expected = [float(plan.score(year).total) for year in plan.years]
    assert courses.claimed == pytest.approx(np.array([expected] * 3), abs=1e-8)
    assert (courses.verified == courses.claimed).all()
    assert (courses.overruns["peluang_lampau"] == 0).all()


def two_step_plan() -> Plan:
    """A gives P1 (10) in full, B and C a paket for P2 (10), D half of P3 (10) per unit."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": a, "volume_maks": 2 if a == "D" else 1} for a in "ABCD"],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"},
                    {"pertanyaan": "P3", "skala": "1/2;1"}],
        biaya=[(a, 0, JUTA) for a in "ABCD"],
        dampak=[
            ("A", "P1", "1"),
            {"kegiatan": "B", "pertanyaan": "P2", "kenaikan": 1, "paket": "X"},
            {"kegiatan": "C", "pertanyaan": "P2", "kenaikan": 1, "paket": "X"},
            ("D", "P3", "0.5"),
        ],
        years=(2025, 2025),
    )  # fmt: skip
    return solved(pack)


def test_probabilities_are_those_of_all_outcomes() -> None:
    delivery, effect = 0.8, 0.7
    wish = Uncertainty(SURE.discount, delivery, effect, 0.0)
    courses = simulate(two_step_plan(), draws=40_000, seed=7, uncertainty=wish)
    one = delivery * effect
    chances: dict[int, float] = {}
    for a, b, c, d in product([0, 1], repeat=4):
        points = 10 * a + 10 * b * c + 10 * d
        chance = 1.0
        for came in (a, b, c, d):
            chance *= one if came else 1 - one
        chances[points] = chances.get(points, 0.0) + chance
    for points, chance in chances.items():
        share = float(np.mean(courses.claimed[:, 0] == points))
        assert share == pytest.approx(chance, abs=0.012)


def test_an_activity_that_is_not_delivered_fails_in_all_its_effects() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        dampak=[("A", "P1", "1"), ("A", "P2", "1")],
        years=(2025, 2026),
    )
    wish = Uncertainty(SURE.discount, 0.6, 1.0, 0.0)
    courses = simulate(solved(pack), draws=4000, uncertainty=wish)
    assert set(courses.claimed.ravel()) == {0.0, 20.0}
    assert (courses.claimed[:, 0] == courses.claimed[:, 1]).all()
    assert float(np.mean(courses.claimed[:, 0] == 20)) == pytest.approx(0.6, abs=0.03)


def test_costs_overrun_a_full_ceiling_half_of_the_time_and_a_wide_one_never() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}],
        biaya=[("A", 0, 10 * JUTA)],
        dampak=[("A", "P1", "1")],
        pagu=[{"tahun": 2025, "sumber_dana": "DAU", "batas_atas": 10 * JUTA},
              {"tahun": 2025, "sumber_dana": "PAD", "batas_atas": 90 * JUTA}],
        years=(2025, 2025),
    )  # fmt: skip
    courses = simulate(solved(pack), draws=8000)
    table = courses.overruns.set_index(["jenis", "sumber_dana"])["peluang_lampau"]
    paid = next(fund for _, _, fund in courses.plan.spending)
    full = table["pagu", "DAU"] if paid == "DAU" else table["pagu", "PAD"]
    assert full == pytest.approx(0.5 if paid == "DAU" else 0.0, abs=0.02)
    assert list(courses.money()["pagu"]) == [100 * JUTA]
    assert list(courses.money()["peluang_lampau"]) == [0.0]


def test_same_seed_same_courses_and_predicates_add_up_to_one() -> None:
    plan = two_step_plan()
    first, again, other = (simulate(plan, draws=500, seed=seed) for seed in (1, 1, 2))
    assert (first.verified == again.verified).all()
    assert (first.verified != other.verified).any()
    assert first.predicates().groupby("tahun")["peluang"].sum().tolist() == pytest.approx([1.0])
    scores = first.verified[:, 0]
    target = Target(tahun=2025, poin="15", dasar="verifikasi")
    assert first.probability(target) == float(np.mean(scores >= 15))
    named = Target(tahun=2025, predikat="Madya", dasar="verifikasi")
    table = first.predicates().set_index("predikat")["sekurangnya"]
    assert first.probability(named) == pytest.approx(table["Madya"])


@pytest.mark.parametrize("wrong", [-0.1, 1.2])
def test_a_probability_is_one(wrong: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Uncertainty(SURE.discount, delivery=wrong)
