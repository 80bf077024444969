"""The stable mode: containment against brute force, exceptions on a toy solved by hand."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from support.brute import Oracle, best
from support.brute_tables import Way
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved, volumes

from kla_plan.explain.stable import stable
from kla_plan.pack.model import Pack
from kla_plan.plan.evaluate import weighted_points
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.scenario import Pemecah, Scenario

CLOSE = Fraction(1, 1000)


def containing(plan: Plan) -> type[Oracle]:
    class Containing(Oracle):
        def allowed(self, chosen: Sequence[Way]) -> bool:
            for code, mine in zip(self.codes, chosen, strict=True):
                for year, volume in zip(self.planned, mine.pattern, strict=True):
                    old = plan.volumes.get((code, year))
                    if old is not None and (volume is None or volume < old):
                        return False
            return super().allowed(chosen)

    return Containing


def value(pack: Pack, plan: Plan) -> Fraction:
    if plan.scenario.tujuan == "min_biaya":
        return Fraction(plan.cost())
    return weighted_points(Case(pack, plan.scenario), plan.fractions)


@pytest.mark.parametrize("seed", range(100))
def test_it_is_the_best_plan_that_contains_the_old_one(seed: int) -> None:
    pack, scenario = random_pack(seed)
    try:
        old = make_plan(pack, scenario)
    except InfeasibleError:
        return
    factor = scenario.pagu_faktor * Decimal("1.3")
    wider = scenario.model_copy(update={"pagu_faktor": factor})
    free, kept = best(pack, wider), containing(old)(pack, wider).best()
    assert free is not None
    assert kept is not None  # what fits a budget fits a larger one
    found = stable(old, pagu_faktor=factor, loss=1e9)
    assert found.contained
    assert abs(value(pack, found.plan) - kept.objective) <= CLOSE
    assert abs(value(pack, found.free) - free.objective) <= CLOSE
    assert found.table().empty
    assert verify_plan(found.plan) == ()


@pytest.mark.parametrize("seed", range(60))
def test_the_loss_is_never_more_than_allowed(seed: int) -> None:
    pack, scenario = random_pack(seed)
    nearly = Pemecah(celah=1e-4, batas_detik=30)
    scenario = scenario.model_copy(update={"tujuan": "maks_skor", "target": (), "pemecah": nearly})
    try:
        old = make_plan(pack, scenario)
    except InfeasibleError:
        return
    for change in ("0.7", "1.4"):
        factor = scenario.pagu_faktor * Decimal(change)
        try:
            found = stable(old, pagu_faktor=factor, loss=0.02)
        except InfeasibleError:
            continue
        assert found.loss <= 0.02 + 2e-4
        assert set(found.table()["kegiatan"]) <= set(found.dropped)
        assert verify_plan(found.plan) == ()


def crowded() -> Pack:
    """A (6 points, 4 million) shuts out B (10 points, 9 million); C (1 point) costs 1 million."""
    return tiny_pack(
        kegiatan=[{"kegiatan": "A", "kelompok_eksklusif": "G"},
                  {"kegiatan": "B", "kelompok_eksklusif": "G"}, {"kegiatan": "C"}],
        pertanyaan=[{"pertanyaan": "P1", "poin_maks": 10, "skala": "6/10;1"},
                    {"pertanyaan": "P2", "poin_maks": 1}],
        biaya=[("A", 0, 4 * JUTA), ("B", 0, 9 * JUTA), ("C", 0, JUTA)],
        dampak=[("A", "P1", "0.6"), ("B", "P1", "1"), ("C", "P2", "1")],
        pagu=[{"tahun": 2025, "batas_atas": 5 * JUTA}],
        years=(2025, 2025),
    )  # fmt: skip


def test_the_activity_that_stands_in_the_way_is_named() -> None:
    """Twice the money buys B and C (11), but only without A; keeping A leaves 7: 4/11 is lost."""
    old = solved(crowded())
    assert {a for a, _ in volumes(old)} == {"A", "C"}
    found = stable(old, pagu_faktor=2, loss=0.1)
    assert found.dropped == ("A",)
    assert found.whole_loss == pytest.approx(4 / 11)
    assert {a for a, _ in volumes(found.plan)} == {"B", "C"}
    assert list(found.table()["kegiatan"]) == ["A"]
    assert list(found.added()["kegiatan"]) == ["B"]
    assert "A (Kegiatan A)" in found.sentences()[1]
    patient = stable(old, pagu_faktor=2, loss=0.4)
    assert patient.contained
    assert {a for a, _ in volumes(patient.plan)} == {"A", "C"}


def test_less_money_drops_as_few_as_possible() -> None:
    """With 4 million A alone fits: C goes."""
    found = stable(solved(crowded()), pagu_faktor="0.8", loss=0.0)
    assert found.dropped == ("C",)
    assert found.whole_loss is None
    assert {a for a, _ in volumes(found.plan)} == {"A"}


def test_one_budget_must_be_given() -> None:
    old = solved(crowded())
    with pytest.raises(ValueError, match="either"):
        stable(old)
    with pytest.raises(ValueError, match="either"):
        stable(old, pagu_faktor=1, scenario=Scenario())
