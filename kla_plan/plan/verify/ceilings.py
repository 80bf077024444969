"""Contract 3.3: ceilings, floors, funds without a bound, and the capacity of agencies."""

from collections.abc import Iterator
from fractions import Fraction

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import rupiah
from kla_plan.pack.columns import Pagu
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import exact, found
from kla_plan.plan.verify.deeds import Deeds

_HERE = Place(sheet="pagu")


def check_ceilings(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    """Yield a finding for every bound of money or capacity that is broken."""
    factor = Fraction(plan.scenario.pagu_faktor)
    for row in plan.pack.ceilings:
        if row.tahun is not None and row.tahun not in deeds.planned_years:
            continue  # bounds of past years do not bind what is planned
        spent = _matching(plan, deeds, row)
        if row.batas_atas is not None and spent > row.batas_atas * factor:
            yield found(
                "KLA-P-024",
                f"{_name(row)}: belanja {rupiah(spent)}; paling banyak "
                f"{rupiah(row.batas_atas * factor)}.",
                _HERE,
            )
        if row.batas_bawah is not None and spent < row.batas_bawah:
            yield found(
                "KLA-P-025",
                f"{_name(row)}: belanja {rupiah(spent)}; paling sedikit {rupiah(row.batas_bawah)}.",
                _HERE,
            )
    yield from _unbounded(plan, deeds)
    yield from _capacity(plan, deeds)


def _matching(plan: Plan, deeds: Deeds, row: Pagu) -> int:
    """Return the spending that a row bounds.

    The fund of realised rupiah is not known: they count only where neither a year nor a fund is
    named.
    """
    total = 0
    for (code, year, fund), amount in plan.spending.items():
        activity = plan.pack.activities.get(code)
        if activity is None or year not in plan.pack.years:
            continue
        if row.opd and activity.opd != row.opd:
            continue
        if year in deeds.planned_years:
            matches = row.tahun in {None, year} and row.sumber_dana in {"", fund}
        else:
            matches = row.tahun is None and not row.sumber_dana
        total += amount if matches else 0
    return total


def _name(row: Pagu) -> str:
    year = f"tahun {row.tahun}" if row.tahun is not None else "seluruh tahun"
    fund = f"dana {row.sumber_dana}" if row.sumber_dana else "semua dana"
    agency = f"OPD {row.opd}" if row.opd else "semua OPD"
    return f"Pagu {year}, {fund}, {agency}"


def _unbounded(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    used = {(year, fund) for _, year, fund in plan.spending if year in deeds.planned_years}
    for year, fund in sorted(used):
        bounded = any(
            row.batas_atas is not None
            and row.tahun in {None, year}
            and row.sumber_dana in {"", fund}
            for row in plan.pack.ceilings
        )
        if not bounded:
            yield found(
                "KLA-P-026", f"Belanja tahun {year} dari dana {fund} tidak berbatas atas.", _HERE
            )


def _capacity(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    load: dict[tuple[str, int], Fraction] = {}
    for code, years in deeds.volume.items():
        activity = plan.pack.activities[code]
        for year, volume in years.items():
            if year in deeds.planned_years:
                key = (activity.opd, year)
                used = Fraction(activity.kapasitas_per_unit) * volume
                load[key] = load.get(key, Fraction(0)) + used
    for (code, year), used in sorted(load.items()):
        agency = plan.pack.opds.get(code)
        capacity = agency.kapasitas_per_tahun if agency is not None else None
        if capacity is not None and used > Fraction(capacity):
            yield found(
                "KLA-P-027",
                f"OPD {code} tahun {year}: beban {exact(used)}; kapasitasnya "
                f"{exact(Fraction(capacity))}.",
                Place(sheet="opd"),
            )
