"""How decisions are represented: bounds, kinds and rows that need not be written."""

import math

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, scenario

from kla_plan.problem.case import Case
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, Linear


@pytest.fixture
def draft() -> Draft:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "R", "berulang": True, "volume_maks": 2}],
        biaya=[("A", 0, 2 * JUTA, JUTA), ("R", 1, JUTA)],
        realisasi=[(2025, "A", 1, JUTA), (2024, "R", 2, JUTA)],
    )
    return Draft(Case(pack, scenario()))


def test_facts_are_constants(draft: Draft) -> None:
    assert draft.volume("A", 2025).constant == 1.0
    assert draft.active("A", 2025).constant == 1.0
    assert draft.active("R", 2025).constant == 0.0
    assert draft.delivered("R", 2024).constant == 2.0
    assert draft.delivered("R", 2025, since=2024).constant == 0.0
    assert draft.ever("A", 2026).constant == 1.0
    assert draft.started("R", 2025).is_constant


def test_nothing_is_left_of_a_finished_one_off_activity(draft: Draft) -> None:
    assert draft.upper_bound(draft.volume("A", 2026)) == 0.0


def test_spending_includes_upkeep_of_facts(draft: Draft) -> None:
    """Two units of R of 2024 cost nothing in 2026 (age 2); one of 2026 is paid in 2027."""
    assert draft.spending("R", 2026).constant == 0.0
    assert list(draft.spending("R", 2027).terms.values()) == [JUTA / draft.case.unit]


def test_kinds_of_expressions(draft: Draft) -> None:
    free = draft.column("bebas", 0.0, None)
    switch = draft.column("sakelar", 0.0, 1.0, integer=True)
    assert draft.upper_bound(free) == math.inf
    assert draft.upper_bound(free * -1.0 + Linear(constant=2.0)) == 2.0
    assert draft.is_binary(switch)
    assert not draft.is_binary(switch * 2.0)
    assert not draft.is_binary(switch + free)
    assert draft.is_whole(switch * 3.0 + Linear(constant=1.0))
    assert not draft.is_whole(switch * 0.5)
    assert not draft.is_whole(free)


def test_rows_that_hold_anyway_are_dropped_unless_they_stand_for_a_rule(draft: Draft) -> None:
    draft.row("jelas", Linear(constant=1.0), None, 2.0)
    draft.row("aturan", Linear(constant=1.0), None, 2.0, Clause("uji"))
    draft.row("mustahil", Linear(constant=3.0), None, 2.0)
    rows = {row.name: row for row in draft.problem(()).rows}
    assert set(rows) == {"aturan", "mustahil"}
    assert rows["mustahil"].upper == -1.0


@pytest.mark.parametrize(
    ("prices", "unit"),
    [((), 1), ((50,), 1), ((1_000,), 10), ((3_000_000,), 10_000), ((10**9, 10**12), 10**6)],
)
def test_the_money_unit_fits_the_usual_price(prices: tuple[int, ...], unit: int) -> None:
    """Two digits less than the median price, at most a million."""
    codes = [f"A{n}" for n in range(len(prices))] or ["A"]
    pack = tiny_pack(
        kegiatan=[{"kegiatan": code} for code in codes],
        biaya=[(code, 0, price) for code, price in zip(codes, prices, strict=False)],
    )
    assert Case(pack, scenario()).unit == unit
