"""The rupiah of a plan added up in the ways that tables and papers need."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support import toy_plan
from support.toy_plan import MILLION

from kla_plan.pack.columns import Pagu, Realisasi
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import (
    bounded_years,
    spent_by_activity,
    spent_by_agency,
    spent_by_year,
    spent_under,
)


@pytest.fixture
def begun() -> Plan:
    """Return the toy plan after its first year, whose rupiah have no fund any more."""
    plan = toy_plan.plan()
    done = Realisasi(tahun=2024, kegiatan="A1", volume=Decimal(1), rupiah=100 * MILLION)
    pack = replace(plan.pack, realised=(*plan.pack.realised, done))
    spending = {
        ("A1", 2024, ""): 100 * MILLION,
        ("A3", 2025, "DAU"): 30 * MILLION,
        ("A3", 2025, "CSR"): 14 * MILLION,
    }
    return replace(plan, pack=pack, spending=spending)


def test_sums_by_activity_and_year_are_those_of_the_plan() -> None:
    plan = toy_plan.plan()
    assert spent_by_activity(plan) == {"A1": 100 * MILLION, "A3": 64 * MILLION}
    yearly = spent_by_year(plan)
    assert yearly == {
        ("A1", 2024): 100 * MILLION, ("A3", 2024): 20 * MILLION, ("A3", 2025): 44 * MILLION,
    }  # fmt: skip
    assert spent_by_activity(plan).total() == yearly.total() == plan.cost()
    assert spent_by_agency(plan) == {"D1": 164 * MILLION}
    assert spent_by_activity(plan)["A2"] == yearly["A1", 2025] == 0


@pytest.mark.parametrize(
    ("row", "spent"),
    [
        ({}, 144), ({"sumber_dana": "CSR"}, 14), ({"tahun": 2025}, 44), ({"opd": "D1"}, 144),
        ({"opd": "V1"}, 0), ({"tahun": 2025, "sumber_dana": "DAU", "opd": "D1"}, 30),
        ({"tahun": 2024}, 0),
    ],
)  # fmt: skip
def test_a_ceiling_bounds_realised_rupiah_only_where_it_names_no_year_and_no_fund(
    begun: Plan, row: dict[str, object], spent: int
) -> None:
    ceiling = Pagu(**row)  # type: ignore[arg-type]
    assert spent_under(begun, ceiling, bounded_years(begun, ceiling)) == spent * MILLION


def test_only_the_years_asked_for_count(begun: Plan) -> None:
    assert spent_under(begun, Pagu(), (2025,)) == 44 * MILLION
    assert spent_under(begun, Pagu(), ()) == 0
