"""Ceilings and floors (contract 3.3), and the funds that pay (contract 3.2).

Every ``pagu`` row bounds ``Σ x[a,f,t]`` over the activities of its OPD, its fund and its years.
The split over funds is kept per *group* of activities, not per activity: activities with the
same eligible funds (and the same OPD, where some row names both a fund and that OPD) look the
same to every row, so ``Σ_f x[g,f,t] = Σ_{a in g} cost[a,t]`` says as much, and the split of a
group is divided among its activities afterwards, exactly, in whole rupiah.
"""

from kla_plan.pack.columns import Pagu
from kla_plan.problem.case import Case
from kla_plan.problem.draft import Draft
from kla_plan.problem.fundgroups import Group, fund_groups
from kla_plan.problem.linear import Clause, Linear, total

RULE_TOP = "pagu_atas"
RULE_FLOOR = "pagu_bawah"


def add(draft: Draft) -> None:
    """Write the split of every group and year, and one row per bound of a ``pagu`` row."""
    case = draft.case
    groups = fund_groups(case.pack)
    paid = {
        (group, fund, year): expression
        for group in groups
        for year in case.planned
        for fund, expression in _split(draft, group, year).items()
    }
    for ceiling in sorted(case.pack.ceilings, key=pagu_key):
        years = matching_years(ceiling, case.planned)
        if not years:
            continue
        spent = _spent(draft, ceiling, groups, paid, years)
        spent.constant += _realised(draft, ceiling) / case.unit
        key = pagu_key(ceiling)
        label = ",".join(str(part) for part in key)
        if ceiling.batas_atas is not None:
            top = top_of(case, ceiling.batas_atas)
            draft.row(f"pagu_atas[{label}]", spent, None, top, Clause(RULE_TOP, key))
        if ceiling.batas_bawah:
            floor = ceiling.batas_bawah / case.unit
            draft.row(f"pagu_bawah[{label}]", spent, floor, None, Clause(RULE_FLOOR, key))


def pagu_key(ceiling: Pagu) -> tuple[int, str, str]:
    """Return the key of a row: year (0 for all), fund, OPD."""
    return (ceiling.tahun or 0, ceiling.sumber_dana, ceiling.opd)


def top_of(case: Case, upper: int) -> float:
    """Return an upper ceiling as the scenario moves it, in money units."""
    return float(case.scenario.ceiling(upper)) / case.unit


def matching_years(ceiling: Pagu, years: tuple[int, ...]) -> tuple[int, ...]:
    """Return the years that a row bounds together."""
    return tuple(year for year in years if ceiling.tahun in {None, year})


def _split(draft: Draft, group: Group, year: int) -> dict[str, Linear]:
    cost = total(draft.spending(a, year) for a in group.activities)
    if cost.is_constant and cost.constant == 0:
        return {}
    if len(group.funds) == 1:
        return {group.funds[0]: cost}
    shares = {f: draft.column(f"x[{group.name},{f},{year}]") for f in group.funds}
    draft.row(f"dana[{group.name},{year}]", total(shares.values()) - cost, 0.0, 0.0)
    return shares


def _spent(
    draft: Draft,
    ceiling: Pagu,
    groups: tuple[Group, ...],
    paid: dict[tuple[Group, str, int], Linear],
    years: tuple[int, ...],
) -> Linear:
    if not ceiling.sumber_dana:
        return total(
            draft.spending(activity.kegiatan, year)
            for activity in draft.case.activities
            if ceiling.opd in {"", activity.opd}
            for year in years
        )
    return total(
        paid[group, ceiling.sumber_dana, year]
        for group in groups
        if ceiling.opd in {"", group.opd}
        for year in years
        if (group, ceiling.sumber_dana, year) in paid
    )


def _realised(draft: Draft, ceiling: Pagu) -> int:
    """Return what past years of the horizon already spent under an all-years, all-funds row."""
    if ceiling.tahun is not None or ceiling.sumber_dana:
        return 0
    case = draft.case
    return sum(
        rupiah
        for (activity, year), rupiah in case.realised_rupiah.items()
        if year in case.years and ceiling.opd in {"", case.pack.activities[activity].opd}
    )
