"""The cheapest combination of changes: against hand calculation, and on random dead ends."""

import pytest
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, scenario

from kla_plan.explain.repair import cheapest_repair
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.linear import Clause


def toy(first: int = 2, second: int = 9) -> Pack:
    """Return a question that takes A and B, each with a ceiling of its own agency."""
    return tiny_pack(
        kegiatan=[{"kegiatan": "A", "opd": "SATU"}, {"kegiatan": "B", "opd": "DUA"}],
        opd=[{"opd": "SATU"}, {"opd": "DUA"}],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
        biaya=[("A", 0, 10 * JUTA), ("B", 0, 10 * JUTA)],
        dampak=[("A", "P1", "0.5"), ("B", "P1", "0.5")],
        pagu=[
            {"batas_atas": 90 * JUTA},
            {"opd": "SATU", "batas_atas": first * JUTA},
            {"opd": "DUA", "batas_atas": second * JUTA},
        ],
    )


WISH = scenario(target=[{"tahun": 2027, "poin": 10}])


def test_two_ceilings_must_rise_together_when_the_target_may_not_move() -> None:
    repair = cheapest_repair(toy(8, 9), WISH, fixed=("target",))
    assert repair is not None
    assert {s.clause: round(s.amount) for s in repair.steps} == {
        Clause("pagu_atas", (0, "", "SATU")): 20,  # tenths of a million: the money unit
        Clause("pagu_atas", (0, "", "DUA")): 10,
    }
    assert repair.cheapest
    assert repair.plan is not None
    assert verify_plan(repair.plan) == ()
    tops = {row.opd: row.batas_atas for row in repair.pack.ceilings}
    assert (tops["SATU"], tops["DUA"]) == (10 * JUTA, 10 * JUTA)
    first, last = repair.sentences()
    assert "Gabungan perubahan termurah" in first
    assert "menjadi Rp10.000.000" in first
    assert "lolos pemeriksaan ulang" in last
    assert list(repair.table()["aturan"]) == [step.words.title for step in repair.steps]


def test_the_target_moves_where_that_is_cheaper() -> None:
    repair = cheapest_repair(toy(1, 10), WISH)  # the ceiling would have to rise tenfold
    assert repair is not None
    (step,) = repair.steps
    assert (step.clause, step.amount) == (Clause("target", (1,)), pytest.approx(5))
    assert repair.scenario.target[0].poin == 5
    assert repair.plan is not None


def test_nothing_to_repair() -> None:
    repair = cheapest_repair(toy(10, 10), WISH)
    assert repair is not None
    assert repair.steps == ()
    assert "tidak ada yang perlu diubah" in repair.sentences()[0]


def test_rules_that_must_stay_can_make_repair_impossible() -> None:
    kinds = ("target", "pagu_atas")
    assert cheapest_repair(toy(2, 9), WISH, fixed=kinds) is None


def test_random_dead_ends_can_be_planned_after_the_changes() -> None:
    repaired = 0
    for seed in range(150):
        pack, asked = random_pack(seed)
        try:
            make_plan(pack, asked)
            continue
        except InfeasibleError:
            repair = cheapest_repair(pack, asked, seconds=20)
        assert repair is not None
        assert repair.steps
        assert repair.cheapest
        make_plan(repair.pack, repair.scenario)  # raises if the changes are not enough
        repaired += 1
    assert repaired > 10
