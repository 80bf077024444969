"""Contract 3.7, ``maks_skor``: ``Σ bobot_tahun[t]·total[t]``."""

from support.packs import tiny_pack
from support.toys import JUTA, juta, model_of, solved, totals, volumes

from kla_plan.scenario import make_scenario

#: A serves one year for 10 points, B is built once for 6; money for one of them each year.
PACK = tiny_pack(
    kegiatan=[{"kegiatan": "A", "berulang": True}, {"kegiatan": "B"}],
    pertanyaan=[{"pertanyaan": "PA"}, {"pertanyaan": "PB", "poin_maks": 6}],
    biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
    dampak=[("A", "PA", "1"), ("B", "PB", "1")],
    pagu=[{"batas_atas": JUTA}],
)


def test_all_years_count_alike_unless_weighed() -> None:
    """One million: B gives 6 × 3 = 18, A gives 10 once."""
    plan = solved(PACK)
    assert volumes(plan) == {("B", 2025): 1}
    assert totals(plan) == [6, 6, 6]
    assert plan.proof.objective == 18.0


def test_a_weight_moves_the_choice() -> None:
    """With 2027 alone: A then (10) beats B (6). With weight 3 on it: B 6·5 = 30, A 10·3 = 30."""
    plan = solved(PACK, bobot_tahun={2025: 0, 2026: 0})
    assert volumes(plan) == {("A", 2027): 1}
    assert plan.proof.objective == 10.0
    plan = solved(PACK, bobot_tahun={2027: 4})
    assert volumes(plan) == {("A", 2027): 1}
    assert plan.proof.objective == 40.0


def test_fractional_weights_are_exact() -> None:
    plan = solved(PACK, bobot_tahun={2025: "0.5", 2026: "0.5", 2027: "0.5"})
    assert plan.proof.objective == 9.0


def test_among_equal_scores_the_cheapest() -> None:
    """A and B answer the same question for 3 and 2 million."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        biaya=[("A", 0, 3 * JUTA), ("B", 0, 2 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P1", "1")],
    )
    plan = solved(pack)
    assert volumes(plan) == {("B", 2025): 1}
    assert juta(plan) == 2


def test_a_tiny_gain_is_worth_any_saving() -> None:
    """One hundredth of a point against a hundred billion: never a mixed weight."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}],
        pertanyaan=[{"pertanyaan": "P1", "poin_maks": "0.01"}],
        biaya=[("A", 0, 10**11)],
        dampak=[("A", "P1", "1")],
    )
    plan = solved(pack)
    assert plan.cost() == 10**11


def test_points_come_before_rupiah() -> None:
    goals = model_of(PACK).problem.objectives
    assert [(goal.name, goal.maximise) for goal in goals] == [("skor", True), ("biaya", False)]
    assert make_scenario({}).tujuan == "maks_skor"
