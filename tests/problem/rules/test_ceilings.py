"""Contract 3.2 and 3.3: every ``pagu`` row binds, and every rupiah comes from an eligible fund."""

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, row_names, scenario, solved, totals, volumes

from kla_plan.pack.model import SINGLE_FUND
from kla_plan.plan.baselines import even_split, greedy

QUESTIONS = [{"pertanyaan": "PA"}, {"pertanyaan": "PB", "poin_maks": 6}]
EFFECTS = [("A", "PA", "1"), ("B", "PB", "1")]
COSTS = [("A", 0, 3 * JUTA), ("B", 0, 2 * JUTA)]
BOTH = {"pertanyaan": QUESTIONS, "dampak": EFFECTS, "biaya": COSTS}
AB = [{"kegiatan": "A"}, {"kegiatan": "B"}]


def test_a_year_holds_what_it_holds() -> None:
    """3 million a year: A (10 points) in 2025, B (6 points) in 2026."""
    pack = tiny_pack(
        kegiatan=AB, pagu=[{"tahun": t, "batas_atas": 3 * JUTA} for t in (2025, 2026, 2027)], **BOTH
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1, ("B", 2026): 1}
    assert totals(plan) == [10, 16, 16]
    assert [juta(plan, t) for t in plan.years] == [3, 2, 0]
    assert {fund for _, _, fund in plan.spending} == {SINGLE_FUND}


def test_a_row_without_a_year_holds_all_of_them_together() -> None:
    """4 million for the whole horizon buy A or B, not both."""
    pack = tiny_pack(kegiatan=AB, pagu=[{"batas_atas": 4 * JUTA}], **BOTH)
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1}
    assert totals(plan) == [10, 10, 10]


def test_the_factor_stretches_ceilings_and_leaves_floors() -> None:
    """4 million × 1.25 are enough for both; × 0.7 are less than A costs."""
    pack = tiny_pack(kegiatan=AB, pagu=[{"batas_atas": 4 * JUTA}], **BOTH)
    assert juta(solved(pack, pagu_faktor="1.25")) == 5
    assert set(volumes(solved(pack, pagu_faktor="0.7"))) == {("B", 2025)}
    floor = tiny_pack(kegiatan=AB, pagu=[{"batas_atas": 4 * JUTA, "batas_bawah": 3 * JUTA}], **BOTH)
    assert juta(solved(floor, pagu_faktor="0.75")) == 3
    impossible(floor, pagu_faktor="0.7")


def test_one_rupiah_below_the_price_is_too_little() -> None:
    pack = tiny_pack(kegiatan=AB, pagu=[{"batas_atas": 5 * JUTA - 1}], **BOTH)
    assert juta(solved(pack)) == 3
    pack = tiny_pack(kegiatan=AB, pagu=[{"batas_atas": 5 * JUTA}], **BOTH)
    assert juta(solved(pack)) == 5


def test_earmarked_money_pays_only_what_it_may() -> None:
    """A may use PAD only (2 million): it is not bought, though DAK has 9 million left."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "sumber_dana": "PAD"}, {"kegiatan": "B"}],
        pagu=[
            {"sumber_dana": "PAD", "batas_atas": 2 * JUTA},
            {"sumber_dana": "DAK", "batas_atas": 9 * JUTA},
        ],
        **BOTH,
    )
    plan = solved(pack)
    assert volumes(plan) == {("B", 2025): 1}
    impossible(pack, kunci=["A"])


def test_one_bill_may_be_shared_by_two_funds() -> None:
    """A costs 3 million: two from PAD, the third from DAK, which B (DAK only) leaves over."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B", "sumber_dana": "DAK"}],
        pagu=[
            {"sumber_dana": "PAD", "batas_atas": 2 * JUTA},
            {"sumber_dana": "DAK", "batas_atas": 3 * JUTA},
        ],
        **BOTH,
    )
    plan = solved(pack)
    assert totals(plan) == [16, 16, 16]
    assert dict(plan.spending) == {
        ("A", 2025, "DAK"): JUTA,
        ("A", 2025, "PAD"): 2 * JUTA,
        ("B", 2025, "DAK"): 2 * JUTA,
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"opd": "X", "batas_atas": 0}, {"B"}),
        ({"opd": "Y", "batas_atas": 0}, {"A"}),
        ({"opd": "X", "sumber_dana": "PAD", "batas_atas": 2 * JUTA}, {"A", "B"}),
        ({"opd": "X", "tahun": 2025, "batas_atas": 0}, {"A", "B"}),
    ],
)
def test_rows_about_one_agency(row: dict[str, object], expected: set[str]) -> None:
    """X is responsible for A, Y for B; 2 million of PAD for X and the third from DAK will do."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "opd": "X"}, {"kegiatan": "B", "opd": "Y"}],
        opd=[{"opd": "X"}, {"opd": "Y"}],
        pagu=[
            {"sumber_dana": "PAD", "batas_atas": 5 * JUTA},
            {"sumber_dana": "DAK", "batas_atas": 5 * JUTA},
            row,
        ],
        **BOTH,
    )
    plan = solved(pack)
    assert set(plan.activities) == expected
    paid = sum(r for (a, _, f), r in plan.spending.items() if (a, f) == ("A", "PAD"))
    assert paid <= (2 * JUTA if row.get("sumber_dana") else 3 * JUTA)


def test_a_floor_forces_spending() -> None:
    """At least 2 million in 2026: the useless B is the cheapest way, in that year."""
    pack = tiny_pack(
        kegiatan=AB,
        biaya=COSTS,
        dampak=[("A", "P1", "1")],
        pagu=[{"tahun": t, "batas_atas": 9 * JUTA} for t in (2025, 2027)]
        + [{"tahun": 2026, "batas_atas": 9 * JUTA, "batas_bawah": 2 * JUTA}],
    )
    plan = solved(pack, tujuan="min_biaya")
    assert volumes(plan) == {("B", 2026): 1}
    assert [juta(plan, t) for t in plan.years] == [0, 2, 0]


def test_a_floor_above_everything_that_can_be_bought() -> None:
    pack = tiny_pack(kegiatan=AB, pagu=[{"batas_atas": 9 * JUTA, "batas_bawah": 6 * JUTA}], **BOTH)
    impossible(pack)


def test_upkeep_and_rising_prices_are_paid_in_their_year() -> None:
    """Built for 1 million in 2025; upkeep 100 000 at 10 % a year: 110 000 and 121 000."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}],
        biaya=[("A", 0, JUTA), ("A", 1, 100_000, 0, True)],
        dampak=[("A", "P1", "1")],
        pagu=[{"tahun": 2025, "batas_atas": JUTA}]
        + [{"tahun": t, "batas_atas": r} for t, r in ((2026, 110_000), (2027, 121_000))],
    )
    plan = solved(pack, inflasi="0.1")
    assert [plan.cost(t) for t in plan.years] == [JUTA, 110_000, 121_000]
    assert plan.after_horizon[2028] == 133_100
    assert volumes(solved(pack, inflasi="0.11")) == {("A", 2026): 1} or totals(plan) == [10] * 3


def test_past_spending_counts_under_whole_horizon_rows_only() -> None:
    """2 of 4 million are gone: A (3 million) is out of reach, B is not. 2025's own row is past."""
    pack = tiny_pack(
        kegiatan=[*AB, {"kegiatan": "Z"}],
        realisasi=[(2025, "Z", 1, 2 * JUTA)],
        pagu=[{"batas_atas": 4 * JUTA}, {"tahun": 2025, "batas_atas": 0}],
        **BOTH,
    )
    plan = solved(pack)
    assert volumes(plan) == {("B", 2026): 1, ("Z", 2025): 1}
    assert dict(plan.spending) == {
        ("B", 2026, SINGLE_FUND): 2 * JUTA,
        ("Z", 2025, ""): 2 * JUTA,
    }
    assert not [n for n in row_names(pack) if n == "pagu_atas[2025,,]"]


def test_what_no_fund_may_pay_is_left_out_unless_it_is_free() -> None:
    """Only APBD exists; A may use DAU alone and costs money, Z may too but is free."""
    pack = tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "sumber_dana": "DAU"},
            {"kegiatan": "B", "sumber_dana": "APBD"},
            {"kegiatan": "Z", "sumber_dana": "DAU"},
        ],
        pertanyaan=[*QUESTIONS, {"pertanyaan": "PZ", "poin_maks": 4}],
        biaya=COSTS,
        dampak=[*EFFECTS, ("Z", "PZ", "1")],
        pagu=[{"sumber_dana": "APBD", "batas_atas": 9 * JUTA}],
    )
    for plan in (solved(pack), greedy(pack, scenario()), even_split(pack, scenario())):
        assert set(plan.activities) == {"B", "Z"}
        assert totals(plan)[-1] == 10
    impossible(pack, kunci=["A"])
