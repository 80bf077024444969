"""Contract 3.4, ``kelompok_eksklusif``: at most one activity of the group over the horizon."""

from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, solved, totals, volumes

GROUP = {"kelompok_eksklusif": "GEDUNG"}
EFFECTS = [("A", "P1", "0.5"), ("B", "P1", "0.75"), ("C", "P1", "0.25")]
COSTS = [("A", 0, JUTA), ("B", 0, 5 * JUTA), ("C", 0, JUTA)]
QUESTION = [{"pertanyaan": "P1", "skala": "1/4;1/2;3/4;1"}]


def test_the_better_one_of_the_group_is_taken() -> None:
    """A and C would give 7.5 for 2 million, B and C 10 for 6; A and B is not allowed."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", **GROUP}, {"kegiatan": "B", **GROUP}, {"kegiatan": "C"}],
        pertanyaan=QUESTION,
        biaya=COSTS,
        dampak=EFFECTS,
    )
    plan = solved(pack)
    assert volumes(plan) == {("B", 2025): 1, ("C", 2025): 1}
    assert totals(plan) == [10, 10, 10]
    assert juta(plan) == 6
    impossible(pack, kunci=["A", "B"])


def test_another_year_is_no_way_out() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", **GROUP}, {"kegiatan": "B", **GROUP}],
        pertanyaan=QUESTION,
        dampak=EFFECTS[:2],
    )
    locks = [{"kegiatan": "A", "tahun": 2025}, {"kegiatan": "B", "tahun": 2027}]
    impossible(pack, kunci=locks)


def test_facts_of_the_horizon_occupy_the_group_and_earlier_ones_do_not() -> None:
    for year, expected in ((2025, {("A", 2025): 1}), (2024, {("B", 2025): 1})):
        pack = tiny_pack(
            kegiatan=[{"kegiatan": "A", **GROUP}, {"kegiatan": "B", **GROUP}],
            pertanyaan=QUESTION,
            biaya=COSTS[:2],
            dampak=EFFECTS[:2],
            realisasi=[(year, "A", 1, JUTA)],
        )
        assert volumes(solved(pack)) == expected
