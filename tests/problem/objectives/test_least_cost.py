"""Contract 3.7, ``min_biaya``: the cheapest plan that meets every target."""

from support.packs import tiny_pack
from support.toys import JUTA, juta, model_of, solved, totals, volumes

TARGET = [{"tahun": 2027, "poin": 10}]


def test_the_cheapest_way_not_the_best_score() -> None:
    """10 points in 2027: B for 2 million. A would give 15 points for 3."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "PA", "poin_maks": 15}, {"pertanyaan": "PB"}],
        biaya=[("A", 0, 3 * JUTA), ("B", 0, 2 * JUTA)],
        dampak=[("A", "PA", "1"), ("B", "PB", "1")],
    )
    plan = solved(pack, tujuan="min_biaya", target=TARGET)
    assert [code for code, _ in volumes(plan)] == ["B"]
    assert juta(plan) == 2
    assert plan.proof.objective == 2 * JUTA


def test_upkeep_makes_late_cheaper_and_prices_make_early_cheaper() -> None:
    """Upkeep of 1 million a year: build last, for 2 million. Without it and with 50 %: first."""
    for upkeep, inflation, year, cost in ((JUTA, "0", 2027, 2), (0, "0.5", 2025, 2)):
        pack = tiny_pack(
            kegiatan=[{"kegiatan": "A"}],
            biaya=[("A", 0, 2 * JUTA), ("A", 1, upkeep, 0, True)],
            dampak=[("A", "P1", "1")],
        )
        plan = solved(pack, tujuan="min_biaya", inflasi=inflation, target=TARGET)
        assert volumes(plan) == {("A", year): 1}
        assert juta(plan) == cost


def test_fixed_and_unit_costs_by_age() -> None:
    """2 units: 2·3 + 1 million now, 2·1 + 0.5 million a year later, nothing after that."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 2}],
        biaya=[("A", 0, 3 * JUTA, JUTA), ("A", 1, JUTA, 500_000)],
        dampak=[("A", "P1", "0.5")],
    )
    plan = solved(pack, target=[{"tahun": 2025, "poin": 10}], tujuan="min_biaya")
    assert [plan.cost(t) for t in plan.years] == [7 * JUTA, 2_500_000, 0]
    assert totals(plan) == [10, 10, 10]


def test_past_spending_is_part_of_the_cost() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "Z"}],
        biaya=[("A", 0, 2 * JUTA)],
        dampak=[("A", "P1", "1")],
        realisasi=[(2025, "Z", 1, 5 * JUTA)],
    )
    plan = solved(pack, tujuan="min_biaya", target=TARGET)
    assert juta(plan) == 7
    assert plan.proof.objective == 7 * JUTA
    (goal,) = model_of(pack, tujuan="min_biaya", target=TARGET).problem.objectives
    assert goal.expression.constant * goal.unit == 5 * JUTA
