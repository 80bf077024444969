"""Scenario ``kunci``: an activity must be in, at all or in one given year."""

from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, solved, totals, volumes

PACK = tiny_pack(
    kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
    biaya=[("A", 0, 2 * JUTA), ("B", 0, JUTA)],
    dampak=[("A", "P1", "1"), ("B", "P1", "1")],
)


def test_a_lock_overrides_the_cheaper_choice() -> None:
    """Either gives all 10 points: B is cheaper, but A is locked and then B adds nothing."""
    assert volumes(solved(PACK)) == {("B", 2025): 1}
    plan = solved(PACK, kunci=["A"])
    assert volumes(plan) == {("A", 2025): 1}
    assert totals(plan) == [10, 10, 10]
    assert juta(plan) == 2


def test_a_lock_on_a_year_is_kept_in_that_year() -> None:
    plan = solved(PACK, kunci=[{"kegiatan": "A", "tahun": 2027}])
    assert volumes(plan) == {("A", 2027): 1, ("B", 2025): 1}
    assert juta(plan) == 3


def test_locks_on_facts() -> None:
    """What was done in 2025 meets a lock on 2025 and a lock at all; nothing meets one on 2026."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}], realisasi=[(2025, "A", 1, JUTA)], dampak=[("A", "P1", "1")]
    )
    plan = solved(pack, kunci=["A", {"kegiatan": "A", "tahun": 2025}])
    assert volumes(plan) == {("A", 2025): 1}
    impossible(pack, kunci=[{"kegiatan": "A", "tahun": 2026}])
