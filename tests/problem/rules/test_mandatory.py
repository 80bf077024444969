"""Contract 3.4, ``wajib``: active in at least one year."""

from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, solved, totals, volumes


def test_a_mandatory_activity_is_bought_though_it_earns_nothing() -> None:
    """Without A the cheapest plan would cost nothing."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "wajib": True}, {"kegiatan": "B"}],
        biaya=[("A", 0, 2 * JUTA), ("B", 0, JUTA)],
        dampak=[("B", "P1", "1")],
    )
    plan = solved(pack, tujuan="min_biaya")
    assert [code for code, _ in volumes(plan)] == ["A"]
    assert totals(plan) == [0, 0, 0]
    assert juta(plan) == 2


def test_once_is_enough_in_the_cheapest_year() -> None:
    """Prices rise by half each year: 2025 it is, for a recurrent activity too."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "wajib": True, "berulang": True}], biaya=[("A", 0, JUTA)]
    )
    plan = solved(pack, tujuan="min_biaya", inflasi="0.5")
    assert volumes(plan) == {("A", 2025): 1}
    assert juta(plan) == 1


def test_facts_of_the_horizon_are_enough_and_earlier_ones_are_not() -> None:
    for year, expected in ((2025, {("A", 2025)}), (2024, {("A", 2025)})):
        pack = tiny_pack(
            kegiatan=[{"kegiatan": "A", "volume_maks": 2, "wajib": True}],
            biaya=[("A", 0, 3 * JUTA)],
            realisasi=[(year, "A", 1, JUTA)],
        )
        plan = solved(pack, tujuan="min_biaya", inflasi="0.1")
        assert set(volumes(plan)) == expected
        assert juta(plan) == (1 if year == 2025 else 3)


def test_no_money_for_it_means_no_plan() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "wajib": True}],
        biaya=[("A", 0, 2 * JUTA)],
        pagu=[{"batas_atas": JUTA}],
    )
    impossible(pack)
