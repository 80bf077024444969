"""One mutation per rule of contract 3.1 and 3.8, each caught with its code."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.handmade import SPENDING, VOLUMES, codes, messages, pack, plan, with_row
from support.packs import with_activity

from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan


def test_the_handmade_plan_holds() -> None:
    assert verify_plan(plan()) == ()


@pytest.mark.parametrize("pair", [("Z", 2025), ("A", 2024), ("A", 2028)])
def test_unknown_activity_or_year(pair: tuple[str, int]) -> None:
    assert codes(plan(volumes=with_row(VOLUMES, pair, Decimal(1)))) == {"KLA-P-001"}
    paid = with_row(SPENDING, (*pair, "PAD"), 1)
    assert "KLA-P-001" in codes(plan(spending=paid))


def test_negative_volume() -> None:
    assert "KLA-P-002" in codes(plan(volumes=with_row(VOLUMES, ("D", 2026), Decimal(-1))))


def test_broken_whole_volume() -> None:
    broken = plan(volumes=with_row(VOLUMES, ("D", 2026), Decimal("0.5")))
    assert {"KLA-P-003", "KLA-P-004"} <= codes(broken)


def test_volume_with_seven_decimals() -> None:
    fine = plan(volumes=with_row(VOLUMES, ("E", 2026), Decimal("0.123456")))
    assert codes(fine) == set()
    broken = plan(volumes=with_row(VOLUMES, ("E", 2026), Decimal("0.1234567")))
    assert codes(broken) == {"KLA-P-003"}


def test_whole_activity_needs_one_unit_by_default() -> None:
    assert codes(plan(volumes=with_row(VOLUMES, ("D", 2026), Decimal(0)))) == {"KLA-P-004"}


def test_other_activity_needs_a_hundredth_of_its_yearly_maximum_by_default() -> None:
    assert codes(plan(volumes=with_row(VOLUMES, ("E", 2026), Decimal("0.02")))) == set()
    below = with_row(VOLUMES, ("E", 2026), Decimal("0.019999"))
    assert codes(plan(volumes=below)) == {"KLA-P-004"}
    half = with_activity(pack(), "E", volume_maks_per_tahun=Decimal(1))
    assert codes(plan(pack=half, volumes=with_row(VOLUMES, ("E", 2026), Decimal("0.01")))) == set()


def test_given_minimum_and_zero_minimum() -> None:
    changed = with_activity(pack(), "A", volume_min_per_tahun=Decimal("2.5"))
    assert codes(plan(pack=changed)) == {"KLA-P-004"}
    idle = with_activity(pack(), "D", volume_min_per_tahun=Decimal(0))
    assert codes(plan(pack=idle, volumes=with_row(VOLUMES, ("D", 2026), Decimal(0)))) == set()


def test_yearly_maximum() -> None:
    changed = with_activity(pack(), "A", volume_maks_per_tahun=Decimal(1))
    assert codes(plan(pack=changed)) == {"KLA-P-005"}


def test_recurring_activity_is_bounded_each_year() -> None:
    changed = with_activity(pack(), "B", volume_maks=Decimal(2))
    assert codes(plan(pack=changed)) == {"KLA-P-005"}
    assert "3; paling banyak 2" in messages(plan(pack=changed), "KLA-P-005")[0]


def test_total_over_the_years_counts_facts_before_the_horizon() -> None:
    """C: 2 of 3 were delivered in 2023."""
    assert codes(plan(volumes=with_row(VOLUMES, ("C", 2026), Decimal(1)))) == set()
    assert codes(plan(volumes=with_row(VOLUMES, ("C", 2026), Decimal(2)))) == {"KLA-P-006"}


def test_facts_alone_may_exceed_the_total() -> None:
    changed = with_activity(pack(), "C", volume_maks=Decimal(1))
    assert codes(plan(pack=changed)) == set()


def _with_fact_in_horizon() -> Plan:
    """Return the plan with the deliveries and rupiah of 2025 as facts."""
    spending = {key: r for key, r in SPENDING.items() if key[1] > 2025}
    return plan(
        tables={"realisasi": [(2023, "C", 2, 5_000_000), (2025, "A", 2, 2_400_000)]},
        spending=spending | {("A", 2025, ""): 2_400_000},
    )


def test_realised_year_is_a_fact() -> None:
    fact = _with_fact_in_horizon()
    assert codes(fact) == set()
    for volume in (None, Decimal(1)):
        changed = with_row(fact.volumes, ("A", 2025), volume)
        assert codes(replace(fact, volumes=changed)) == {"KLA-P-007"}


def test_nothing_else_is_planned_in_a_realised_year() -> None:
    fact = _with_fact_in_horizon()
    added = with_row(fact.volumes, ("D", 2025), Decimal(1))
    assert codes(replace(fact, volumes=added)) == {"KLA-P-007"}


@pytest.mark.parametrize("amount", [None, 2_399_999, 2_400_001])
def test_realised_rupiah_are_facts(amount: int | None) -> None:
    fact = _with_fact_in_horizon()
    changed = with_row(fact.spending, ("A", 2025, ""), amount)
    assert codes(replace(fact, spending=changed)) == {"KLA-P-028"}
