"""Contract 3.1 and 3.8: how much may be delivered, and what has been delivered already."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kla_plan.findings import Finding, Place
from kla_plan.pack.columns import Kegiatan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import exact, found
from kla_plan.plan.verify.deeds import Deeds

_HERE = Place(sheet="volume")
#: Volumes that need not be whole carry at most this many decimals.
DECIMALS = 6


def check_volumes(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    """Yield a finding for every volume that breaks a rule."""
    for (activity, year), volume in plan.volumes.items():
        if activity not in plan.pack.activities or year not in plan.pack.years:
            yield found(
                "KLA-P-001",
                f"Kegiatan {activity} tahun {year} tidak ada dalam paket atau cakrawala "
                f"{plan.years[0]}–{plan.years[-1]}.",
                _HERE,
            )
        elif year in deeds.planned_years:
            yield from _one_year(plan.pack.activities[activity], year, volume)
    for activity in deeds.volume:
        yield from _total(plan.pack.activities[activity], deeds)
    yield from _facts(plan, deeds)


def _one_year(activity: Kegiatan, year: int, volume: Decimal) -> Iterator[Finding]:
    delivered, where = Fraction(volume), f"Kegiatan {activity.kegiatan} tahun {year}"
    if delivered < 0:
        yield found("KLA-P-002", f"{where}: volume {exact(delivered)}; paling sedikit 0.", _HERE)
        return
    if activity.bulat and delivered.denominator != 1:
        yield found(
            "KLA-P-003", f"{where}: volume {exact(delivered)} seharusnya bilangan bulat.", _HERE
        )
    if (delivered * 10**DECIMALS).denominator != 1:
        yield found(
            "KLA-P-003", f"{where}: volume {volume} memuat lebih dari {DECIMALS} desimal.", _HERE
        )
    lower, upper = yearly_bounds(activity)
    if delivered < lower:
        yield found(
            "KLA-P-004",
            f"{where}: volume {exact(delivered)}; paling sedikit {exact(lower)}.",
            _HERE,
        )
    if delivered > upper:
        yield found(
            "KLA-P-005", f"{where}: volume {exact(delivered)}; paling banyak {exact(upper)}.", _HERE
        )


def yearly_bounds(activity: Kegiatan) -> tuple[Fraction, Fraction]:
    """Return the smallest and the largest volume of a year in which the activity is active."""
    upper = Fraction(activity.volume_maks)
    if activity.volume_maks_per_tahun is not None:
        upper = min(upper, Fraction(activity.volume_maks_per_tahun))
    if activity.volume_min_per_tahun is not None:
        return Fraction(activity.volume_min_per_tahun), upper
    return (Fraction(1) if activity.bulat else upper / 100), upper


def _total(activity: Kegiatan, deeds: Deeds) -> Iterator[Finding]:
    if activity.berulang:
        return
    volumes = deeds.of(activity.kegiatan)
    planned = sum((v for y, v in volumes.items() if y > deeds.last_fact), Fraction(0))
    total, limit = sum(volumes.values(), Fraction(0)), Fraction(activity.volume_maks)
    # Facts alone may exceed the limit; what is planned on top of them may not.
    if planned > 0 and total > limit:
        yield found(
            "KLA-P-006",
            f"Kegiatan {activity.kegiatan}: jumlah volume {exact(total)}; paling banyak "
            f"{exact(limit)}.",
            _HERE,
        )


def _facts(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    facts = {(r.kegiatan, r.tahun): Fraction(r.volume) for r in plan.pack.realised}
    pairs = [(a, y) for a in plan.pack.activities for y in deeds.fact_years]
    for pair in pairs:
        stated, fact = Fraction(plan.volumes.get(pair, Decimal(0))), facts.get(pair, Fraction(0))
        if stated != fact:
            yield found(
                "KLA-P-007",
                f"Kegiatan {pair[0]} tahun {pair[1]}: volume {exact(stated)}; menurut realisasi "
                f"{exact(fact)}.",
                _HERE,
            )
