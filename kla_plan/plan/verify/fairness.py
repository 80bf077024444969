"""The scenario's ``keadilan``, recomputed: points, shares, reach and the floor for protection."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import percent, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import exact, found
from kla_plan.plan.verify.deeds import Deeds
from kla_plan.plan.verify.scores import sheet

_MONEY, _REACH = Place(sheet="belanja"), Place(sheet="volume")


def check_fairness(
    plan: Plan, deeds: Deeds, answers: Mapping[tuple[int, str], Fraction]
) -> Iterator[Finding]:
    """Yield a finding for every wish for fairness that the plan does not keep."""
    yield from _cluster_points(plan, answers)
    yield from _cluster_shares(plan)
    yield from _agency_shares(plan)
    yield from _reach(plan, deeds)
    yield from _protection(plan, deeds)


def known_spending(plan: Plan) -> dict[tuple[str, int, str], Fraction]:
    """Return the spending of the pack's own activities; other rows are findings of their own."""
    return {
        key: Fraction(amount)
        for key, amount in plan.spending.items()
        if key[0] in plan.pack.activities
    }


def _cluster_points(plan: Plan, answers: Mapping[tuple[int, str], Fraction]) -> Iterator[Finding]:
    indicators = plan.pack.instrument.indicators
    points = sheet(plan.pack, answers, plan.years[-1]).indicators
    for cluster, floor in plan.scenario.keadilan.min_poin_klaster.items():
        own = sum((p for i, p in points.items() if indicators[i].klaster == cluster), Fraction(0))
        if own < Fraction(floor):
            yield found(
                "KLA-P-060",
                f"Klaster {cluster} tahun {plan.years[-1]}: {exact(own)} poin; paling sedikit "
                f"{exact(Fraction(floor))}.",
                Place(sheet="skor"),
            )


def _cluster(plan: Plan, activity: str) -> str:
    indicator = plan.pack.activities[activity].indikator
    return plan.pack.instrument.indicators[indicator].klaster


def _cluster_shares(plan: Plan) -> Iterator[Finding]:
    whole = sum(known_spending(plan).values())
    for cluster, share in plan.scenario.keadilan.min_porsi_klaster.items():
        own = sum(
            r for (a, _, _), r in known_spending(plan).items() if _cluster(plan, a) == cluster
        )
        if own < Fraction(share) * whole:
            yield found(
                "KLA-P-061",
                f"Klaster {cluster}: belanja {rupiah(own)} dari {rupiah(whole)}; paling sedikit "
                f"{percent(float(share), 1)}.",
                _MONEY,
            )


def _agency_shares(plan: Plan) -> Iterator[Finding]:
    share, whole = plan.scenario.keadilan.maks_porsi_opd, sum(known_spending(plan).values())
    spent: dict[str, Fraction] = {}
    for (activity, _, _), amount in known_spending(plan).items():
        agency = plan.pack.activities[activity].opd
        spent[agency] = spent.get(agency, Fraction(0)) + amount
    for agency, amount in sorted(spent.items()):
        if amount > Fraction(share) * whole:
            yield found(
                "KLA-P-062",
                f"OPD {agency}: belanja {rupiah(amount)} dari {rupiah(whole)}; paling banyak "
                f"{percent(float(share), 1)}.",
                _MONEY,
            )


def _reach(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    wish = plan.scenario.keadilan.sebaran_kecamatan
    for code, years in deeds.volume.items():
        activity = plan.pack.activities[code]
        planned = [year for year in years if year > deeds.last_fact]
        if activity.satuan not in wish.satuan or not planned:
            continue
        whole = Fraction(activity.volume_maks)
        if activity.berulang:
            if activity.volume_maks_per_tahun is not None:
                whole = min(whole, Fraction(activity.volume_maks_per_tahun))
            short = [year for year in planned if years[year] < Fraction(wish.min_porsi) * whole]
            reached = min((years[year] for year in short), default=whole)
        else:
            reached = sum(years.values(), Fraction(0))
        if reached < Fraction(wish.min_porsi) * whole:
            yield found(
                "KLA-P-063",
                f"Kegiatan {code} menjangkau {exact(reached)} dari {exact(whole)} "
                f"{activity.satuan}; paling sedikit {percent(float(wish.min_porsi), 1)}.",
                _REACH,
            )


def _protection(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    wish = plan.scenario.keadilan.minimal_perlindungan_khusus
    for year in deeds.planned_years:
        rows = [(a, r) for (a, t, _), r in known_spending(plan).items() if t == year]
        own = sum(r for a, r in rows if _cluster(plan, a) == wish.klaster)
        least = max(Fraction(wish.rupiah_per_tahun), Fraction(wish.porsi) * sum(r for _, r in rows))
        if own < least:
            yield found(
                "KLA-P-064",
                f"Perlindungan khusus (klaster {wish.klaster}) tahun {year}: {rupiah(own)}; "
                f"paling sedikit {rupiah(least)}.",
                _MONEY,
            )
