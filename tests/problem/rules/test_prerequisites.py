"""Contract 3.4, prerequisites: ``butuh`` has been active in some year ``<= t − jeda``."""

from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, row_names, solved, totals, volumes

TWO = {"pertanyaan": [{"pertanyaan": "P1"}], "dampak": [("B", "P1", "1")]}


def test_same_year_is_soon_enough_without_delay() -> None:
    """A earns nothing itself and is bought because B needs it."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        biaya=[("A", 0, 2 * JUTA), ("B", 0, JUTA)],
        prasyarat=[("B", "A")],
        **TWO,
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1, ("B", 2025): 1}
    assert totals(plan) == [10, 10, 10]
    assert juta(plan) == 3


def test_delay_counts_from_the_first_active_year() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
        prasyarat=[("B", "A", 2)],
        **TWO,
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1, ("B", 2027): 1}
    assert totals(plan) == [0, 0, 10]


def test_a_chain_longer_than_the_horizon_cannot_be_met() -> None:
    """A, a year later B, two years later C: one year too late for 2025–2027."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}, {"kegiatan": "C"}],
        biaya=[(code, 0, JUTA) for code in "ABC"],
        prasyarat=[("B", "A", 1), ("C", "B", 2)],
        dampak=[("C", "P1", "1")],
    )
    assert volumes(solved(pack)) == {}
    impossible(pack, kunci=["C"])


def test_recurrent_activities_ask_every_year() -> None:
    """B serves each year from the year after A on."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B", "berulang": True}],
        biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
        prasyarat=[("B", "A", 1)],
        **TWO,
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1, ("B", 2026): 1, ("B", 2027): 1}
    assert totals(plan) == [0, 10, 10]


def test_facts_meet_a_prerequisite_for_good() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        biaya=[("B", 0, JUTA)],
        prasyarat=[("B", "A", 2)],
        realisasi=[(2023, "A", 1, JUTA)],
        **TWO,
    )
    assert volumes(solved(pack)) == {("B", 2025): 1}
    assert not [name for name in row_names(pack) if name.startswith("prasyarat")]


def test_a_prerequisite_may_itself_be_recurrent_and_lapse() -> None:
    """ "Has been active" never goes back: A in 2025 alone carries B in 2026 and 2027."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "berulang": True}, {"kegiatan": "B", "berulang": True}],
        biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
        prasyarat=[("B", "A", 1)],
        **TWO,
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1, ("B", 2026): 1, ("B", 2027): 1}
    assert juta(plan) == 3
