"""The rupiah of a plan added up: by activity, year or OPD, and under a ceiling."""

from collections import Counter
from collections.abc import Collection

from kla_plan.pack.columns import Pagu
from kla_plan.plan.plan import Plan
from kla_plan.problem.rules.ceilings import matching_years


def spent_by_activity(plan: Plan) -> Counter[str]:
    """Return whole rupiah by kegiatan, over all years and funds; 0 where nothing is due."""
    spent: Counter[str] = Counter()
    for (activity, _, _), rupiah in plan.spending.items():
        spent[activity] += rupiah
    return spent


def spent_by_year(plan: Plan) -> Counter[tuple[str, int]]:
    """Return whole rupiah by (kegiatan, tahun), over all funds; 0 where nothing is due."""
    spent: Counter[tuple[str, int]] = Counter()
    for (activity, year, _), rupiah in plan.spending.items():
        spent[activity, year] += rupiah
    return spent


def spent_by_agency(plan: Plan) -> Counter[str]:
    """Return whole rupiah by responsible OPD, over all years and funds; 0 where nothing is due."""
    spent: Counter[str] = Counter()
    for (activity, _, _), rupiah in plan.spending.items():
        spent[plan.pack.activities[activity].opd] += rupiah
    return spent


def spent_under(plan: Plan, row: Pagu, years: Collection[int]) -> int:
    """Return what is spent in some years by the OPD and from the fund that a ceiling names."""
    return sum(
        rupiah
        for (activity, year, fund), rupiah in plan.spending.items()
        if year in years
        and row.sumber_dana in {"", fund}
        and row.opd in {"", plan.pack.activities[activity].opd}
    )


def bounded_years(plan: Plan, row: Pagu) -> tuple[int, ...]:
    """Return the years whose spending a ceiling bounds (contract 3.3).

    The fund of realised rupiah is not known: they count only where neither a year nor a fund is
    named.
    """
    if row.tahun is None and not row.sumber_dana:
        return plan.years
    return matching_years(row, plan.pack.planned_years)
