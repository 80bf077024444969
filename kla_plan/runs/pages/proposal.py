"""Tables and sentences of notebook 05 for the budget: RKPD, the way to KUA-PPAS, what is bound."""

import pandas as pd

from kla_plan.papers.yearly.line import fund_text
from kla_plan.papers.yearly.lines import subs, year_lines
from kla_plan.papers.yearly.route import Need, by_agency, needs, stage, totals, ways
from kla_plan.papers.yearly.route_words import rule, verdict
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import align
from kla_plan.report.calendar import calendar
from kla_plan.report.nomenclature import levels
from kla_plan.report.sentences.words import count


def rkpd(plan: Plan, year: int) -> pd.DataFrame:
    """Return one row per sub kegiatan with its programme, target, fund, and pagu of three years."""
    found = year_lines(plan, year)
    rows = [
        (
            sub.agency.opd,
            levels(plan.pack, sub.code)[2].title,
            sub.code,
            "; ".join(line.target() for line in sub.lines if line.target()),
            fund_text(sub.funds),
            sub.before,
            sub.rupiah,
            sub.after,
        )
        for sub in subs(found, found.lines)
    ]
    columns = ["opd", "Program", "sub_kegiatan_kode", "Target", "sumber_dana"]
    money = [f"Pagu {year - 1} (Rp)", f"Pagu {year} (Rp)", f"Prakiraan maju {year + 1} (Rp)"]
    return pd.DataFrame(rows, columns=[*columns, *money], dtype=object)


def uncoded(plan: Plan, year: int) -> pd.DataFrame:
    """Return the actions that cannot be entered into SIPD yet: ``opd, kegiatan, nama, sebab``."""
    rows = [
        (line.agency.opd, line.activity.kegiatan, line.activity.nama, line.why_open, line.rupiah)
        for line in year_lines(plan, year).lines
        if line.why_open and not line.outside
    ]
    return pd.DataFrame(rows, columns=["opd", "kegiatan", "nama", "sebab", "rupiah"])


def route_words(plan: Plan, year: int) -> tuple[str, ...]:
    """Say by which day needs must enter KUA-PPAS, and how much is not in the RKPD."""
    if year not in plan.pack.planned_years:
        return (f"Tahun {year} sudah terealisasi; tidak ada yang perlu diusulkan.",)
    sums = totals(_needs(plan, year))
    return rule(year), verdict(year, stage(year, None), None, sums)


def route(plan: Plan, year: int) -> pd.DataFrame:
    """Return the needs of each agency of the budget by how they stand to the RKPD."""
    table = []
    for agency, group in by_agency(_needs(plan, year)).items():
        sums = totals(group)
        regular, change = ways(stage(year, None), sums.lacking)
        table.append(
            (agency, sums.needed, sums.outside, sums.listed, sums.lacking, regular, change)
        )
    heads = (
        "Kebutuhan (Rp)", "Di luar APBD (Rp)", "Sudah dalam RKPD (Rp)", "Belum dalam RKPD (Rp)",
        "Masuk KUA-PPAS (Rp)", "Hanya perubahan APBD (Rp)",
    )  # fmt: skip
    return pd.DataFrame(table, columns=["opd", *heads], dtype=object)


def _needs(plan: Plan, year: int) -> tuple[Need, ...]:
    if year not in plan.pack.planned_years:
        return ()
    return needs(year_lines(plan, year), align(plan))


def bound_words(plan: Plan, year: int) -> str:
    """Say how many activities the year only goes on paying for."""
    rows = [line for line in year_lines(plan, year).lines if line.carried]
    if not rows:
        return f"Anggaran tahun {year} tidak memuat pembayaran lanjutan."
    return (
        f"{count(len(rows), 'kegiatan', start=True)} memuat pembayaran lanjutan atau pemeliharaan "
        "atas pekerjaan tahun sebelumnya."
    )


def bound(plan: Plan, year: int) -> pd.DataFrame:
    """Return what each year is bound to pay for deliveries up to this one."""
    found = year_lines(plan, year)
    carried = sum(line.carried or 0 for line in found.lines)
    later = [(when, found.forward.bound_total(when)) for when in sorted(found.forward.bound)]
    return pd.DataFrame([(year, carried), *later], columns=["tahun", "Kewajiban (Rp)"])


def steps(year: int) -> pd.DataFrame:
    """Return the calendar: ``Tahap, Waktu, status`` and what is known about the time."""
    rows = [(step.name, step.months, step.status, step.rule) for step in calendar(year)]
    return pd.DataFrame(rows, columns=["tahap", "Waktu", "status", "Ketentuan yang diketahui"])
