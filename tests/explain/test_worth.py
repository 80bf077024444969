"""What activities are worth: exact losses, limits that hold the truth, and a toy."""

from fractions import Fraction

import pytest
from support.brute import best, plans
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved

from kla_plan.explain.leave_out import points_without, with_dependents
from kla_plan.explain.study import planned_volumes
from kla_plan.explain.worth import activity_worth
from kla_plan.pack.model import Pack
from kla_plan.plan.evaluate import evaluate, weighted_points
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.problem.case import Case
from kla_plan.report.charts.save import png
from kla_plan.report.charts.worth import worth_chart

MANY = 60_000


def test_the_loss_after_replanning_is_what_exhaustive_search_finds() -> None:
    asked = 0
    for seed in range(40):
        pack, scenario = random_pack(seed)
        if plans(pack, scenario) > MANY:
            continue
        try:
            plan = make_plan(pack, scenario)
        except InfeasibleError:
            continue
        sign = -1 if scenario.tujuan == "min_biaya" else 1
        for worth in activity_worth(plan, seconds=60, gap=0.0).ranking:
            banned = (*scenario.larang, worth.activity)
            other = best(pack, scenario.model_copy(update={"larang": banned}))
            assert worth.replanned is not None
            if other is None:
                assert worth.replanned.least == float("inf")
                continue
            lost = sign * (plan.proof.objective - float(other.objective))
            assert worth.replanned.seen == pytest.approx(lost, abs=1e-2)
            assert worth.replanned.least - 1e-2 <= lost <= worth.replanned.most + 10
            asked += 1
    assert asked > 15


def test_the_loss_at_once_is_exact() -> None:
    for seed in range(40, 60):
        pack, scenario = random_pack(seed)
        try:
            plan = make_plan(pack, scenario)
        except InfeasibleError:
            continue
        case, volumes = Case(pack, scenario), planned_volumes(plan)
        used = sorted({code for code, _ in volumes})
        for code in used:
            gone = with_dependents(case, code, used)
            left = {key: v for key, v in volumes.items() if key[0] not in gone}
            before = weighted_points(case, plan.fractions)
            after = weighted_points(case, evaluate(case, left).fractions)
            assert Fraction(points_without(case, plan, gone)) == pytest.approx(before - after)


def toy() -> Pack:
    """Return A, which only C can replace in part, B on top of A, and money for all but C."""
    return tiny_pack(
        kegiatan=[{"kegiatan": code} for code in "ABC"],
        pertanyaan=[
            {"pertanyaan": "P1", "skala": "1/2;1"},
            {"pertanyaan": "P2", "poin_maks": 4},
        ],
        biaya=[("A", 0, 3 * JUTA), ("B", 0, JUTA), ("C", 0, 2 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1"), ("C", "P1", "0.5")],
        prasyarat=[("B", "A")],
        pagu=[{"batas_atas": 4 * JUTA}],
    )


def test_a_ranking_with_dependents_and_replacements() -> None:
    found = activity_worth(solved(toy()), seconds=30, gap=0.0)
    first, second = found.ranking
    assert (first.activity, first.dependents) == ("A", ("B",))
    assert first.at_once == pytest.approx(42)  # ten and four points in three years
    assert first.replanned is not None
    assert first.replanned.seen == pytest.approx(27)  # C brings back five points a year
    assert (second.activity, second.at_once) == ("B", pytest.approx(12))
    assert list(found.table()["kegiatan"]) == ["A", "B"]
    assert any("kehilangan 27 poin" in line for line in found.sentences())
    assert len(png(worth_chart(found))) > 1000


def test_stopped_at_once_only_exact_losses_are_shown() -> None:
    found = activity_worth(solved(toy()), seconds=30, stop=lambda: True)
    assert [worth.replanned for worth in found.ranking] == [None, None]
    assert any("belum dicari" in line for line in found.sentences())
