"""Contract 3.2 and 3.8: every rupiah has an activity, a year and a fund, and none is missing."""

from collections.abc import Iterator

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import join, rupiah
from kla_plan.pack.model import SINGLE_FUND
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import found
from kla_plan.plan.verify.costs import due
from kla_plan.plan.verify.deeds import Deeds

_HERE = Place(sheet="belanja")


def check_money(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    """Yield a finding for every amount that is not what the rules make it."""
    for (activity, year, fund), amount in plan.spending.items():
        if activity not in plan.pack.activities or year not in plan.pack.years:
            yield found(
                "KLA-P-001", f"Belanja kegiatan {activity} tahun {year} di luar paket.", _HERE
            )
            continue
        where = f"Kegiatan {activity} tahun {year}, dana {fund or 'tanpa nama'}"
        if not _whole_and_positive(amount):
            yield found("KLA-P-022", f"{where}: belanja {amount}.", _HERE, str(amount))
        if year in deeds.planned_years:
            yield from _fund(plan, activity, fund, where)
    yield from _sums(plan, deeds)
    yield from _after(plan, deeds)


def _whole_and_positive(amount: object) -> bool:
    return isinstance(amount, int) and amount > 0


def _fund(plan: Plan, activity: str, fund: str, where: str) -> Iterator[Finding]:
    named = {row.sumber_dana for row in plan.pack.ceilings if row.sumber_dana}
    if fund not in (named or {SINGLE_FUND}):
        yield found(
            "KLA-P-020",
            f"{where}: dana ini tidak ada pada tabel pagu; yang ada "
            f"{join(sorted(named or {SINGLE_FUND}))}.",
            _HERE,
            fund,
        )
        return
    allowed = plan.pack.activities[activity].sumber_dana
    if named and allowed and fund not in allowed:
        yield found(
            "KLA-P-021", f"{where}: kegiatan ini hanya boleh dari {join(allowed)}.", _HERE, fund
        )


def _sums(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    spent: dict[tuple[str, int], int] = {}
    for (activity, year, _), amount in plan.spending.items():
        spent[activity, year] = spent.get((activity, year), 0) + amount
    facts = {(row.kegiatan, row.tahun): row.rupiah for row in plan.pack.realised}
    for activity in plan.pack.activities:
        for year in plan.pack.years:
            pair, where = (activity, year), f"Kegiatan {activity} tahun {year}"
            stated = spent.get(pair, 0)
            if year in deeds.fact_years:
                if stated != facts.get(pair, 0):
                    yield found(
                        "KLA-P-028",
                        f"{where}: belanja {rupiah(stated)}; menurut realisasi "
                        f"{rupiah(facts.get(pair, 0))}.",
                        _HERE,
                    )
                continue
            cost = due(deeds, plan.scenario, activity, year)
            if stated != cost:
                yield found(
                    "KLA-P-023",
                    f"{where}: belanja {rupiah(stated)}; biayanya {rupiah(cost)}.",
                    _HERE,
                )


def after_horizon(plan: Plan, deeds: Deeds, year: int) -> int:
    """Return the rupiah that fall due in a year after the horizon."""
    return sum(due(deeds, plan.scenario, activity, year) for activity in deeds.volume)


def _after(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    last = plan.pack.profile.last_year
    reach = max((row.tahun_ke for row in plan.pack.costs if deeds.of(row.kegiatan)), default=0)
    needed = range(last + 1, last + max(reach, 1) + 1)
    for year in sorted({*needed, *plan.after_horizon}):
        stated = plan.after_horizon.get(year, 0)
        cost = after_horizon(plan, deeds, year) if year > last else 0
        if stated != cost:
            yield found(
                "KLA-P-029",
                f"Biaya tahun {year} (setelah cakrawala) tertulis {rupiah(stated)}; seharusnya "
                f"{rupiah(cost)}.",
                Place(sheet="belanja"),
            )
