"""Sums of a year by agency and by fund, beside those of the neighbouring years."""

from collections.abc import Callable
from dataclasses import dataclass

from kla_plan.papers.yearly.line import Year
from kla_plan.plan.plan import Plan
from kla_plan.report.tables import REALISED_FUND


@dataclass(frozen=True, slots=True)
class Sums:
    """Whole rupiah of one agency or fund.

    Attributes
    ----------
    actions
        Actions done or paid in the year.
    before, after
        Of the neighbouring years; ``None`` where they lie outside the plan.
    coded, uncoded, outside
        Parts of ``rupiah``: with an official code, without one, and of agencies that are not in
        the region's budget.
    carried
        Part of ``rupiah`` that earlier deliveries cost; ``None`` for a realised year.
    """

    name: str
    actions: int
    before: int | None
    rupiah: int
    after: int | None
    coded: int = 0
    uncoded: int = 0
    outside: int = 0
    carried: int | None = None


def agency_sums(year: Year) -> tuple[Sums, ...]:
    """Return the sums of every agency that acts or pays in the year or pays in a neighbouring one.

    Every column adds up to the plan's cost of its year.
    """
    plan = year.plan
    near = {code for code, when, _ in plan.spending if abs(when - year.year) == 1}
    paying = {plan.pack.activities[code].opd for code in near}
    acting = {agency.opd for agency in year.agencies}
    rows = []
    for agency in plan.pack.opds.values():
        if agency.opd not in paying | acting:
            continue
        own = year.of(agency.opd)

        def mine(activity: str, _fund: str, code: str = agency.opd) -> bool:
            return plan.pack.activities[activity].opd == code

        rows.append(
            Sums(
                agency.nama,
                len(own),
                _sum(plan, year.year - 1, mine),
                sum(line.rupiah for line in own),
                _sum(plan, year.year + 1, mine),
                coded=sum(line.rupiah for line in own if line.code and not line.outside),
                uncoded=sum(line.rupiah for line in own if not line.code and not line.outside),
                outside=sum(line.rupiah for line in own if line.outside),
                carried=sum(line.carried or 0 for line in own) if year.forward.split else None,
            )
        )
    return tuple(rows)


def fund_sums(year: Year) -> tuple[Sums, ...]:
    """Return the sums of every fund that pays in the year or a neighbouring one.

    Every column adds up to the plan's cost of its year.
    """
    plan = year.plan
    near = {fund or REALISED_FUND for _, when, fund in plan.spending if abs(when - year.year) <= 1}
    rows = []
    for fund in (*plan.pack.funds, REALISED_FUND):
        paying = [line for line in year.lines if fund in dict(line.funds)]

        def same(_activity: str, paid: str, name: str = fund) -> bool:
            return (paid or REALISED_FUND) == name

        if fund in near:
            rows.append(
                Sums(
                    fund,
                    len(paying),
                    _sum(plan, year.year - 1, same),
                    sum(dict(line.funds)[fund] for line in paying),
                    _sum(plan, year.year + 1, same),
                )
            )
    return tuple(rows)


def _sum(plan: Plan, year: int, counts: Callable[[str, str], bool]) -> int | None:
    if year not in plan.years:
        return None
    return sum(
        r for (a, when, fund), r in plan.spending.items() if when == year and counts(a, fund)
    )
