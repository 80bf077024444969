"""One mutation per rule of contract 3.2 and 3.3, off by one rupiah, each caught with its code."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support.handmade import SPENDING, VOLUMES, codes, messages, pack, plan, with_row
from support.packs import tiny_pack, with_activity

from kla_plan.pack.columns import Opd, Pagu
from kla_plan.pack.model import Pack
from kla_plan.plan.verify.costs import half_up, price


@pytest.mark.parametrize("key", sorted(SPENDING))
@pytest.mark.parametrize("step", [-1, 1])
def test_one_rupiah_too_little_or_too_much(key: tuple[str, int, str], step: int) -> None:
    changed = plan(spending=with_row(SPENDING, key, SPENDING[key] + step))
    assert codes(changed) == {"KLA-P-023"}


def test_message_says_what_it_is_and_what_it_should_be() -> None:
    changed = plan(spending=with_row(SPENDING, ("B", 2027, "DAU"), 1_089_004))
    assert messages(changed, "KLA-P-023") == [
        "Kegiatan B tahun 2027: belanja Rp1.089.004; biayanya Rp1.089.003."
    ]


def test_upkeep_of_facts_before_the_horizon_is_due() -> None:
    """C, two units of 2023, costs 10 rupiah a unit and 5 rupiah in each later year."""
    tables = {
        "biaya": [
            ("A", 0, 1_000_000, 500_000),
            ("A", 1, 100_000, 0, True),
            ("B", 0, 300_001),
            ("C", 1, 10, 5, True),
        ]
    }
    due = {("C", 2025, "PAD"): 25, ("C", 2026, "PAD"): 28, ("C", 2027, "PAD"): 30}
    later = {2028: 266_200 + 33}
    paid = plan(tables=tables, spending=SPENDING | due, after_horizon=later)
    assert codes(paid) == set()
    assert codes(plan(tables=tables, after_horizon=later)) == {"KLA-P-023"}


def test_sum_of_terms_is_rounded_once() -> None:
    """E, 0.5 units at 5 rupiah and fixed 1: 3.5 is rounded up to 4; 3 would be wrong."""
    tables = {"biaya": [*_rows(), ("E", 0, 5, 1)]}
    volumes = with_row(VOLUMES, ("E", 2025), Decimal("0.5"))
    for amount, expected in ((3, {"KLA-P-023"}), (4, set())):
        spending = SPENDING | {("E", 2025, "DAU"): amount}
        assert codes(plan(tables=tables, volumes=volumes, spending=spending)) == expected


def _rows() -> list[tuple[object, ...]]:
    return [("A", 0, 1_000_000, 500_000), ("A", 1, 100_000, 0, True), ("B", 0, 300_001)]


def test_prices_are_rounded_half_up_in_the_year_of_payment() -> None:
    tenth = Fraction(1, 10)
    assert [price(300_001, year, 2025, tenth) for year in (2025, 2026, 2027)] == [
        300_001,
        330_001,
        363_001,
    ]
    assert price(5, 2026, 2025, tenth) == 6
    assert [half_up(Fraction(n, 2)) for n in range(5)] == [0, 1, 1, 2, 2]


def test_fund_that_no_ceiling_names() -> None:
    moved = with_row(with_row(SPENDING, ("B", 2026, "DAU"), None), ("B", 2026, "CSR"), 330_001)
    assert codes(plan(spending=moved)) == {"KLA-P-020", "KLA-P-026"}


def test_fund_that_may_not_pay_the_activity() -> None:
    assert codes(plan(pack=with_activity(pack(), "B", sumber_dana=("DAU",)))) == set()
    assert codes(plan(pack=with_activity(pack(), "B", sumber_dana=("PAD",)))) == {"KLA-P-021"}


def test_the_only_named_fund_is_still_a_named_one() -> None:
    """A ceiling names APBD alone: an activity for DAK has no fund at all."""
    lone = tiny_pack(kegiatan=[{"kegiatan": "A"}], pagu=[(None, "APBD", "", 10)])
    wanting = with_activity(lone, "A", sumber_dana=("DAK",))
    assert lone.eligible_funds("A") == ("APBD",)
    assert wanting.eligible_funds("A") == ()


def test_unnamed_single_fund() -> None:
    tables = {"pagu": [{"batas_atas": 20_000_000}]}
    single: dict[tuple[str, int, str], int] = {}
    for (activity, year, _), amount in SPENDING.items():
        key = (activity, year, "APBD")
        single[key] = single.get(key, 0) + amount
    assert codes(plan(tables=tables, spending=single)) == set()
    assert "KLA-P-020" in codes(plan(tables=tables))


@pytest.mark.parametrize("amount", [0, -5, 1.0, Decimal(1)])
def test_amounts_are_positive_whole_rupiah(amount: object) -> None:
    assert "KLA-P-022" in codes(plan(spending=with_row(SPENDING, ("D", 2026, "PAD"), amount)))


def _pagu(*rows: Pagu) -> Pack:
    return replace(pack(), ceilings=(*pack().ceilings, *rows))


#: Spending that each kind of row matches, from the hand-made plan.
MATCHES = [
    ({}, 4_381_004),
    ({"tahun": 2025}, 2_500_000),
    ({"sumber_dana": "PAD"}, 2_462_000),
    ({"opd": "DINKES"}, 1_419_004),
    ({"tahun": 2025, "sumber_dana": "DAU"}, 500_000),
    ({"tahun": 2027, "opd": "DINKES"}, 1_089_003),
    ({"sumber_dana": "DAU", "opd": "DP3A"}, 500_000),
    ({"tahun": 2026, "sumber_dana": "PAD", "opd": "DP3A"}, 220_000),
]


@pytest.mark.parametrize(("row", "spent"), MATCHES)
def test_ceiling_by_one_rupiah(row: dict[str, object], spent: int) -> None:
    assert codes(plan(pack=_pagu(Pagu(**row, batas_atas=spent)))) == set()
    assert codes(plan(pack=_pagu(Pagu(**row, batas_atas=spent - 1)))) == {"KLA-P-024"}


@pytest.mark.parametrize(("row", "spent"), MATCHES)
def test_floor_by_one_rupiah(row: dict[str, object], spent: int) -> None:
    assert codes(plan(pack=_pagu(Pagu(**row, batas_bawah=spent)))) == set()
    assert codes(plan(pack=_pagu(Pagu(**row, batas_bawah=spent + 1)))) == {"KLA-P-025"}


def test_factor_moves_ceilings_exactly_and_floors_not_at_all() -> None:
    """0.3 times 8.333.333 is 2.499.999,9: one tenth of a rupiah short of 2.500.000."""
    tight = {"pagu_faktor": "0.3"}
    short = _pagu(Pagu(tahun=2025, batas_atas=8_333_333))
    assert codes(plan(pack=short, settings=tight)) == {"KLA-P-024"}
    enough = _pagu(Pagu(tahun=2025, batas_atas=8_333_334))
    assert codes(plan(pack=enough, settings=tight)) == set()
    floor = _pagu(Pagu(tahun=2025, batas_bawah=2_500_000))
    assert codes(plan(pack=floor, settings={"pagu_faktor": "1.5"})) == set()


def test_year_and_fund_without_an_upper_bound() -> None:
    rows = (
        Pagu(sumber_dana="PAD", batas_atas=10_000_000),
        Pagu(sumber_dana="DAU", tahun=2025, batas_atas=10_000_000),
        Pagu(sumber_dana="DAU", tahun=2026, batas_bawah=1),
    )
    subject = plan(pack=replace(pack(), ceilings=rows))
    assert codes(subject) == {"KLA-P-026"}
    assert len(messages(subject, "KLA-P-026")) == 2


def test_capacity_of_an_agency() -> None:
    """A takes 1.5 a unit: 3 in 2025."""
    for capacity, expected in (("3", set()), ("2.999999", {"KLA-P-027"})):
        opds = pack().opds | {
            "DP3A": Opd(opd="DP3A", nama="DP3A", kapasitas_per_tahun=Decimal(capacity))
        }
        assert codes(plan(pack=replace(pack(), opds=opds))) == expected


@pytest.mark.parametrize("later", [{}, {2028: 266_199}, {2028: 266_200, 2029: 1}, {2027: 1}])
def test_costs_after_the_horizon(later: dict[int, int]) -> None:
    assert codes(plan(after_horizon=later)) == {"KLA-P-029"}


def test_later_years_of_upkeep_may_be_reported_too() -> None:
    assert codes(plan(after_horizon={2028: 266_200, 2029: 292_820})) == set()


def test_whole_horizon_rows_without_fund_count_realised_rupiah() -> None:
    """A's 2.400.000 of 2025 are a fact whose fund and ceiling are past."""
    facts = {
        "realisasi": [(2025, "A", 2, 2_400_000)],
        "pagu": [
            {"sumber_dana": "PAD", "batas_atas": 462_000},
            {"sumber_dana": "DAU", "batas_atas": 1_419_004},
            {"tahun": 2025, "batas_atas": 1},
        ],
    }
    spending = {key: r for key, r in SPENDING.items() if key[1] > 2025}
    spending[("A", 2025, "")] = 2_400_000
    subject = plan(tables=facts, spending=spending)
    assert codes(subject) == set()
    total = sum(spending.values())
    for limit, expected in ((total, set()), (total - 1, {"KLA-P-024"})):
        rows = [*facts["pagu"], {"batas_atas": limit}]
        assert codes(plan(tables=facts | {"pagu": rows}, spending=spending)) == expected
