"""Scenario ``larang``: never active in a planned year."""

from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, solved, totals, volumes


def test_the_next_best_is_taken() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        biaya=[("A", 0, JUTA), ("B", 0, 3 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P1", "1")],
    )
    plan = solved(pack, larang=["A"])
    assert volumes(plan) == {("B", 2025): 1}
    assert totals(plan) == [10, 10, 10]
    assert juta(plan) == 3
    impossible(pack, larang=["A"], kunci=["A"])


def test_forbidden_is_forbidden_with_volume_zero_too() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_min_per_tahun": 0}],
        biaya=[("A", 0, 0, JUTA)],
        dampak=[("A", "P1", "1", "aktif")],
    )
    assert set(volumes(solved(pack))) == {("A", 2025)}
    assert volumes(solved(pack, larang=["A"])) == {}


def test_facts_stay() -> None:
    """What is done is done: half the points remain, the second half is forbidden."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 2}],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
        dampak=[("A", "P1", "0.5")],
        realisasi=[(2025, "A", 1, JUTA)],
    )
    plan = solved(pack, larang=["A"])
    assert volumes(plan) == {("A", 2025): 1}
    assert totals(plan) == [5, 5, 5]
