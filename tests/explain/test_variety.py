"""Nearly as good plans: within the loss, different from each other, nothing in them for show."""

import pytest
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved

from kla_plan.explain.variety import alternatives
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.report.charts.save import png
from kla_plan.report.charts.worth import presence_chart


def substitutes() -> Pack:
    """Return four equal activities for two questions that need one each, and one that must be."""
    codes = ["A", "B", "C", "D"]
    return tiny_pack(
        kegiatan=[*({"kegiatan": code} for code in codes), {"kegiatan": "W", "wajib": True}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[*((code, 0, 3 * JUTA) for code in codes), ("W", 0, JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P1", "1"), ("C", "P2", "1"), ("D", "P2", "1")],
        pagu=[{"batas_atas": 7 * JUTA}],
    )


def test_the_plan_that_leaves_out_most_comes_first() -> None:
    plan = solved(substitutes())
    found = alternatives(plan, 1, 0.0, seconds=30)
    (other,) = found.found
    assert set(other.without) == set(plan.activities) - {"W"}
    assert len(other.instead) == 2
    assert other.loss == pytest.approx(0)
    assert found.always == ("W",)
    assert found.frequency()["W"] == 1
    assert len(png(presence_chart(found))) > 1000
    assert "sebagai gantinya" in found.sentences()[0]


def test_all_alternatives_keep_the_loss_and_differ() -> None:
    checked = 0
    for seed in range(24):
        pack, scenario = random_pack(seed)
        try:
            plan = make_plan(pack, scenario)
        except InfeasibleError:
            continue
        found = alternatives(plan, 3, 0.2, seconds=20)
        sign = -1 if scenario.tujuan == "min_biaya" else 1
        best = plan.proof.objective
        for other in found.found:
            assert verify_plan(other.plan) == ()
            lost = sign * (best - other.plan.proof.objective)
            assert lost <= 0.2 * abs(best) + 1e-6
            assert other.loss == pytest.approx(lost / abs(best) if best else 0)
            checked += 1
        volumes = [tuple(sorted(p.volumes.items())) for p in found.plans]
        assert len(set(volumes)) == len(volumes)
    assert checked > 15


def test_no_other_plan_is_said_only_when_proven() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "mulai_paling_akhir": 2025}],
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "1")],
    )
    found = alternatives(solved(pack), 5, 0.01, seconds=30)
    assert found.found == ()
    assert found.complete
    assert "terbukti tidak ada" in found.sentences()[0]


def test_stopping_gives_what_is_there() -> None:
    found = alternatives(solved(substitutes()), 5, 0.01, seconds=30, stop=lambda: True)
    assert found.found == ()
    assert not found.complete
    assert "tidak ditemukan dalam batas waktu" in found.sentences()[0]
