"""One mutation per rule of contract 3.4 and of the scenario's locks, each caught with its code."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.handmade import FRACTIONS, VOLUMES, codes, messages, pack, plan, with_row
from support.packs import with_activity

from kla_plan.pack.columns import Prasyarat, Realisasi


def test_first_active_year_too_early() -> None:
    assert codes(plan(pack=with_activity(pack(), "B", mulai_paling_awal=2026))) == set()
    early = plan(pack=with_activity(pack(), "B", mulai_paling_awal=2027))
    assert codes(early) == {"KLA-P-010"}
    assert messages(early, "KLA-P-010") == ["Kegiatan B mulai 2026; paling awal 2027."]


def test_first_active_year_too_late() -> None:
    """Only the first active year counts: B goes on in 2027."""
    assert codes(plan(pack=with_activity(pack(), "B", mulai_paling_akhir=2026))) == set()
    late = plan(pack=with_activity(pack(), "B", mulai_paling_akhir=2025))
    assert codes(late) == {"KLA-P-011"}


def test_a_start_that_is_a_fact_is_not_judged() -> None:
    changed = with_activity(pack(), "C", mulai_paling_awal=2027, mulai_paling_akhir=2027)
    assert codes(plan(pack=changed, volumes=with_row(VOLUMES, ("C", 2026), Decimal(1)))) == set()


@pytest.mark.parametrize(
    ("needed", "delay", "expected"),
    [("A", 0, set()), ("A", 1, set()), ("A", 2, {"KLA-P-012"}), ("D", 0, {"KLA-P-012"})],
)
def test_prerequisite_with_delay(needed: str, delay: int, expected: set[str]) -> None:
    rows = (Prasyarat(kegiatan="B", butuh=needed, jeda=delay),)
    assert codes(plan(pack=replace(pack(), prerequisites=rows))) == expected


def test_facts_before_the_horizon_meet_a_prerequisite() -> None:
    for delay, expected in ((3, set()), (4, {"KLA-P-012"})):
        rows = (Prasyarat(kegiatan="B", butuh="C", jeda=delay),)
        assert codes(plan(pack=replace(pack(), prerequisites=rows))) == expected


def test_exclusive_group_over_the_horizon() -> None:
    """C was done before the horizon only, so it does not shut A out; B does."""
    one = with_activity(with_activity(pack(), "A", kelompok_eksklusif="G"), "C", **_GROUP)
    assert codes(plan(pack=one)) == set()
    two = with_activity(one, "B", **_GROUP)
    assert codes(plan(pack=two)) == {"KLA-P-013"}


_GROUP = {"kelompok_eksklusif": "G"}


def test_exclusive_group_counts_realised_years_of_the_horizon() -> None:
    changed = with_activity(with_activity(pack(), "D", **_GROUP), "B", **_GROUP)
    fact = Realisasi(tahun=2025, kegiatan="D", volume=Decimal(1), rupiah=0)
    assert "KLA-P-013" in codes(plan(pack=replace(changed, realised=(fact,))))


def test_mandatory_activity_is_missing() -> None:
    assert codes(plan(pack=with_activity(pack(), "A", wajib=True))) == set()
    assert codes(plan(pack=with_activity(pack(), "D", wajib=True))) == {"KLA-P-014"}


def test_mandatory_is_not_met_by_facts_before_the_horizon() -> None:
    assert codes(plan(pack=with_activity(pack(), "C", wajib=True))) == {"KLA-P-014"}


@pytest.mark.parametrize(
    ("lock", "expected"),
    [
        ("A", set()),
        ("D", {"KLA-P-015"}),
        ({"kegiatan": "B", "tahun": 2026}, set()),
        ({"kegiatan": "B", "tahun": 2025}, {"KLA-P-015"}),
        ({"kegiatan": "C", "tahun": 2023}, {"KLA-P-015"}),
    ],
)
def test_locked_activity(lock: object, expected: set[str]) -> None:
    assert codes(plan(settings={"kunci": [lock]})) == expected


def test_forbidden_activity() -> None:
    assert codes(plan(settings={"larang": ["D", "C"]})) == set()
    assert codes(plan(settings={"larang": ["A"]})) == {"KLA-P-016"}


def test_dropping_a_needed_activity_shows_everywhere() -> None:
    """Without A: its money is unfounded, B lost its prerequisite, and answers fall."""
    dropped = plan(volumes=with_row(VOLUMES, ("A", 2025), None), fractions=FRACTIONS)
    assert {"KLA-P-012", "KLA-P-023", "KLA-P-029", "KLA-P-031"} <= codes(dropped)
