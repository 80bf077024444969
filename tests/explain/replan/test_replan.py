"""Replanning: against brute force, with few changes, and the decomposition adds up."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support.brute import Oracle
from support.brute_tables import Way
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved, volumes

from kla_plan.explain.replan import as_if_done, replan
from kla_plan.pack.model import Pack
from kla_plan.plan.evaluate import weighted_points
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case

CLOSE = Fraction(1, 1000)


class Near(Oracle):
    """Plans with at most ``limit`` changes against ``old``."""

    old: dict[tuple[str, int], Decimal]
    limit: int

    def allowed(self, chosen: Sequence[Way]) -> bool:
        changes = 0
        for code, mine in zip(self.codes, chosen, strict=True):
            for year, volume in zip(self.planned, mine.pattern, strict=True):
                changes += (volume or 0) != self.old.get((code, year), 0)
        return changes <= self.limit and super().allowed(chosen)


@pytest.mark.parametrize("limit", [1, 2])
@pytest.mark.parametrize("seed", range(80))
def test_few_changes_against_brute_force(seed: int, limit: int) -> None:
    pack, scenario = random_pack(seed)
    scenario = scenario.model_copy(update={"tujuan": "maks_skor", "target": ()})
    try:
        old = make_plan(pack, scenario)
    except InfeasibleError:
        return
    done = as_if_done(old, pack.planned_years[0])
    if len(pack.planned_years) < 2 or done.last_realised_year != pack.planned_years[0]:
        return
    done = replace(done, later_answers={})
    tighter = scenario.model_copy(update={"pagu_faktor": scenario.pagu_faktor * Decimal("0.8")})
    oracle = type("Found", (Near,), {"old": dict(old.volumes), "limit": limit})
    expected = oracle(done, tighter).best()
    if expected is None:
        with pytest.raises(InfeasibleError):
            replan(old, done, tighter, max_changes=limit)
        return
    found = replan(old, done, tighter, max_changes=limit)
    reached = weighted_points(Case(done, tighter), found.plan.fractions)
    assert abs(reached - expected.objective) <= CLOSE
    assert len(found.changes()) <= limit
    assert verify_plan(found.plan) == ()
    table = found.causes()
    assert table["beda_poin"].sum() == pytest.approx(
        float(found.steps[-1].points - found.steps[0].points), abs=1e-9
    )


def road() -> Pack:
    """One activity a year: A, B, C bring 4, 3 and 2 points and cost 2 million each."""
    return tiny_pack(
        kegiatan=[{"kegiatan": a} for a in "ABC"],
        pertanyaan=[
            {"pertanyaan": p, "poin_maks": m} for p, m in (("PA", 4), ("PB", 3), ("PC", 2))
        ],
        biaya=[(a, 0, 2 * JUTA) for a in "ABC"],
        dampak=[("A", "PA", "1"), ("B", "PB", "1"), ("C", "PC", "1")],
        pagu=[{"tahun": t, "batas_atas": 2 * JUTA} for t in (2025, 2026, 2027)],
    )


def test_every_cause_has_its_share() -> None:
    """A in 2025, B in 2026, C in 2027: 4, 7, 9 points.

    A is done, but the new sheet gives only 1 of its 4 points; 2027 loses its money, so C cannot
    come; and B's effect is halved (its answer then stays at 0). All points of the last year:
    9 − 2 (money) − 3 (sheet) − 3 (effect) = 1. C is cheaper than nothing: it takes B's place in
    2026 and brings its 2 points back: 3.
    """
    old = solved(road())
    assert volumes(old) == {("A", 2025): 1, ("B", 2026): 1, ("C", 2027): 1}
    told = as_if_done(old, 2025)
    sheet = tuple(
        replace(row, poin=Decimal(1)) if row.pertanyaan == "PA" else row
        for row in told.later_answers[2025]
    )
    given = replace(
        told,
        later_answers={2025: sheet},
        effects=tuple(
            replace(row, kenaikan=Decimal("0.5")) if row.kegiatan == "B" else row
            for row in told.effects
        ),
        ceilings=tuple(
            replace(row, batas_atas=0) if row.tahun == 2027 else row for row in told.ceilings
        ),
    )
    found = replan(old, given)
    table = found.causes().set_index("sebab")
    assert dict(table["beda_poin_akhir"]) == {
        "rencana lama": 0, "pagu": -2, "lembar skor": -3, "dampak": -3, "realisasi": 0,
        "data lain": 0, "penyusunan ulang": 2,
    }  # fmt: skip
    assert table.loc["penyusunan ulang", "poin_akhir"] == 3
    assert {(a, t) for a, t in volumes(found.plan)} == {("C", 2026)}
    why = found.changes().set_index(["kegiatan", "tahun"])["sebab"]
    assert why["C", 2027] == "pagu tahun 2027 berubah"
    assert "dampaknya diubah" in why["B", 2026]
    assert found.plan.years == (2026, 2027)
    assert "PA" not in why["C", 2026]


def test_the_fewest_changes_for_a_loss() -> None:
    """With a point of slack nothing need change; without any, two volumes move."""
    old = solved(road())
    told = replace(as_if_done(old, 2025), later_answers={})
    swapped = replace(
        told,
        effects=tuple(
            replace(row, pertanyaan={"PB": "PC", "PC": "PB"}.get(row.pertanyaan, row.pertanyaan))
            for row in told.effects
        ),
    )
    exact = replan(old, swapped, loss=0.0)
    assert volumes(exact.plan) == {("A", 2025): 1, ("C", 2026): 1, ("B", 2027): 1}
    assert len(exact.changes()) == 4
    lazy = replan(old, swapped, loss=0.2)
    assert len(lazy.changes()) == 0
    assert lazy.loss == pytest.approx(1 / 20)
    none = replan(old, swapped, max_changes=0)
    assert volumes(none.plan) == volumes(old)


def test_what_is_asked_must_make_sense() -> None:
    old = solved(road())
    with pytest.raises(ValueError, match="no year"):
        replan(old, road())
    with pytest.raises(ValueError, match="together"):
        replan(old, as_if_done(old, 2025), max_changes=1, loss=0.1)
