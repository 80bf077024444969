"""A new start from a later score sheet: what was done is in it, and is not done again."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, scenario, solved, volumes

from kla_plan.explain.replan import NoScoreSheetError, as_if_done, rebase, rebase_scenario
from kla_plan.pack.columns import Jawaban
from kla_plan.pack.model import Pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.verify import verify_plan


def pack(**changes: Any) -> Pack:
    tables: dict[str, Any] = {
        "kegiatan": [
            {"kegiatan": "A", "wajib": True, "kelompok_eksklusif": "G"},
            {"kegiatan": "B", "kelompok_eksklusif": "G"},
            {"kegiatan": "C", "volume_maks": 4},
        ],
        "pertanyaan": [{"pertanyaan": "P1"}, {"pertanyaan": "P2", "skala": "1/4;1/2;3/4;1"}],
        "biaya": [("A", 0, 2 * JUTA), ("B", 0, JUTA), ("C", 0, 1_000_001), ("C", 1, 100_000)],
        "dampak": [("A", "P1", "1"), ("B", "P1", "1"), ("C", "P2", "0.25")],
        "realisasi": [(2025, "A", 1, 2 * JUTA), (2025, "C", 1, 3 * JUTA)],
        "pagu": [
            {"tahun": 2025, "batas_atas": 9 * JUTA},
            {"tahun": 2026, "batas_atas": 2 * JUTA},
            {"tahun": 2027, "batas_atas": 9 * JUTA},
            {"batas_atas": 8 * JUTA},
        ],
    }
    given = tiny_pack(**{**tables, **changes})
    sheet = (Jawaban(pertanyaan="P1", poin=Decimal(4)),)
    return replace(given, later_answers={2025: sheet})


def test_years_answers_ceilings_and_duties_move_on() -> None:
    moved = rebase(pack(), 2025, inflation=Decimal("0.1"))
    assert (moved.profile.base_year, moved.years) == (2025, (2026, 2027))
    assert moved.profile.facts["tahun_awal"].nilai == "2026"
    assert moved.answers["P1"].poin == 4
    assert "tidak ada pada lembar" in moved.answers["P2"].asumsi.casefold()
    assert not moved.activities["A"].wajib
    assert moved.activities["B"].volume_maks == 0
    assert {row.tahun: row.batas_atas for row in moved.ceilings} == {
        2026: 2 * JUTA, 2027: 9 * JUTA, None: 3 * JUTA,
    }  # fmt: skip
    assert moved.costs_of("C")[0].biaya_per_unit == 1_100_001
    assert moved.realised == pack().realised


def test_what_was_done_adds_nothing_more_but_counts_for_totals_and_upkeep() -> None:
    """C: one of four is done; upkeep of it (100 000) is paid in 2026."""
    moved = rebase(pack(), 2025, inflation=Decimal(0))
    plan = make_plan(moved, scenario())
    assert verify_plan(plan) == ()
    assert "B" not in {a for a, _ in volumes(plan)}
    assert sum(v for (a, _), v in volumes(plan).items() if a == "C") <= 3
    assert float(plan.score(2026).questions["P1"]) == 4.0
    assert sum(
        r for (a, t, _), r in plan.spending.items() if (a, t) == ("C", 2026)
    ) % 100_000 == sum(int(v) for (a, t), v in volumes(plan).items() if (a, t) == ("C", 2026))


def test_wishes_about_the_past_are_left_out() -> None:
    wishes = scenario(
        kunci=["A", "C", {"kegiatan": "C", "tahun": 2025}, {"kegiatan": "C", "tahun": 2027}],
        target=[{"tahun": 2025, "poin": 1}, {"tahun": 2027, "poin": 5}],
        bobot_tahun={2025: 3, 2027: 2},
    )
    left = rebase_scenario(wishes, pack(), 2025)
    assert [t.tahun for t in left.target] == [2027]
    assert [getattr(lock, "tahun", lock) for lock in left.kunci] == [2027]
    assert left.bobot_tahun == {2027: 2}


@pytest.mark.parametrize("year", [2024, 2026, 2027])
def test_a_score_sheet_is_needed(year: int) -> None:
    with pytest.raises(NoScoreSheetError):
        rebase(pack(), year)


def test_the_illustration_invents_nothing() -> None:
    old = solved(pack(realisasi=()))
    told = as_if_done(old, 2026)
    done = {(r.kegiatan, r.tahun): r.volume for r in told.realised}
    assert done == {key: v for key, v in old.volumes.items() if key[1] <= 2026}
    points = {r.pertanyaan: r.poin for r in told.later_answers[2026]}
    assert points == {q: Decimal(str(float(p))) for q, p in old.score(2026).questions.items()}
    assert all("Ilustrasi" in row.asumsi for row in told.later_answers[2026])
    again = make_plan(rebase(told, 2026, inflation=Decimal(0)), scenario())
    assert again.score(2027).total == old.score(2027).total
