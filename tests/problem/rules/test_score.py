"""Contract 3.6: points per question, capped per indicator, summed to the total."""

from fractions import Fraction

from support.packs import tiny_pack
from support.toys import JUTA, juta, model_of, row_names, solved, totals, volumes

THREE = [
    {"pertanyaan": "P1", "poin_maks": 6},
    {"pertanyaan": "P2", "poin_maks": 5},
    {"pertanyaan": "P3", "poin_maks": 4, "indikator": "I2"},
]
ABC = [{"kegiatan": "A"}, {"kegiatan": "B"}, {"kegiatan": "C"}]
EFFECTS = [("A", "P1", "1"), ("B", "P2", "1"), ("C", "P3", "1")]


def test_points_beyond_an_indicators_maximum_are_not_paid_for() -> None:
    """I1 is capped at 8: A (6) and B (5) together add 8, so with money for two, A and C win (10).

    With money for all three: 8 + 4 = 12.
    """
    for money, chosen, points in ((2, {"A", "C"}, 10), (3, {"A", "B", "C"}, 12)):
        pack = tiny_pack(
            kegiatan=ABC,
            pertanyaan=THREE,
            indikator_maks={"I1": 8},
            biaya=[(code, 0, JUTA) for code in "ABC"],
            dampak=EFFECTS,
            pagu=[{"batas_atas": money * JUTA}],
        )
        plan = solved(pack)
        assert set(plan.activities) == chosen
        assert totals(plan) == [points] * 3
        assert juta(plan) == money


def test_nothing_is_bought_for_an_indicator_that_is_full() -> None:
    """P1 has its 6 of the indicator's 6 points: answering P2 too is worth nothing."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "B"}],
        pertanyaan=THREE[:2],
        jawaban={"P1": 6},
        indikator_maks={"I1": 6},
        biaya=[("B", 0, JUTA)],
        dampak=[("B", "P2", "1")],
    )
    plan = solved(pack)
    assert volumes(plan) == {}
    assert totals(plan) == [6, 6, 6]


def test_a_start_above_the_cap_is_the_cap() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "C"}],
        pertanyaan=THREE,
        jawaban={"P1": 6, "P2": 5},
        indikator_maks={"I1": 8},
        dampak=[("C", "P3", "1")],
    )
    assert totals(solved(pack)) == [12, 12, 12]
    assert model_of(pack).points[2025].constant == 8.0


def test_a_cap_is_written_only_where_it_can_bind() -> None:
    """9 points in reach of a cap of 9: no row; 11 of 9: one per year."""
    for cap, rows in ((11, 0), (9, 3)):
        pack = tiny_pack(
            kegiatan=ABC[:2], pertanyaan=THREE[:2], indikator_maks={"I1": cap}, dampak=EFFECTS[:2]
        )
        names = [name for name in row_names(pack) if name.startswith("batas_indikator")]
        assert len(names) == rows


def test_the_model_and_the_score_sheet_agree() -> None:
    """Points of the model at the plan's own values are the exact total."""
    pack = tiny_pack(
        kegiatan=ABC,
        pertanyaan=THREE,
        jawaban={"P3": 1},
        indikator_maks={"I1": 8},
        biaya=[(code, 0, JUTA) for code in "ABC"],
        dampak=EFFECTS,
        pagu=[{"batas_atas": JUTA}],
    )
    plan = solved(pack)
    assert totals(plan) == [7, 7, 7]
    assert plan.proof.objective == float(sum(totals(plan), Fraction(0))) == 21.0
