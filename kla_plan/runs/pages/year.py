"""Sentences and tables of notebook 05: one year of a plan."""

from fractions import Fraction

import pandas as pd

from kla_plan.gaps.heads import question_head
from kla_plan.indonesian import join, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.score import rank
from kla_plan.report.sentences.words import count, from_to
from kla_plan.report.tables import REALISED_FUND, year_activities


def summary(plan: Plan, year: int) -> str:
    """Say what the year does, costs and earns."""
    table = year_activities(plan, year)
    done = int(table["volume"].notna().sum())
    paid = len(table) - done
    before, after = _total(plan, year - 1), float(plan.score(year).total)
    checked = plan.predicate(year, after_verification=True)
    text = (
        f"Pada tahun {year} dilaksanakan **{count(done, 'kegiatan')}** oleh "
        f"{count(table['opd'].nunique(), 'OPD atau lembaga')} dengan anggaran "
        f"**{rupiah(plan.cost(year))}**."
    )
    if paid:
        text += (
            f" {count(paid, 'kegiatan', start=True)} dari tahun sebelumnya hanya dibayar "
            "pemeliharaan atau kelanjutannya."
        )
    return (
        f"{text} Nilai penilaian mandiri {from_to(before, after)} ({rank(plan.predicate(year))}); "
        f"perkiraan setelah verifikasi {from_to(_verified(plan, year - 1), _verified(plan, year))} "
        f"({rank(checked)})."
    )


def _total(plan: Plan, year: int) -> float:
    if year < plan.years[0]:
        return float(plan.pack.start_score().total)
    return float(plan.score(year).total)


def _verified(plan: Plan, year: int) -> float:
    if year < plan.years[0]:
        return float(
            plan.pack.start_score().total * (1 - Fraction(plan.scenario.diskon_verifikasi))
        )
    return float(plan.verified_total(year))


def by_agency(plan: Plan, year: int) -> pd.DataFrame:
    """Return ``opd, opd_nama, kegiatan_dipakai, rupiah`` of one year, by falling rupiah."""
    table = year_activities(plan, year)
    grouped = table.groupby(["opd", "opd_nama"], sort=False, as_index=False).agg(
        kegiatan_dipakai=("kegiatan", "count"), rupiah=("rupiah", "sum")
    )
    return grouped.sort_values(["rupiah", "opd"], ascending=[False, True], ignore_index=True)


def by_fund(plan: Plan, year: int) -> pd.DataFrame:
    """Return ``sumber_dana, rupiah`` of one year; only the funds that pay."""
    sums: dict[str, int] = {}
    for (_, paid_in, fund), amount in plan.spending.items():
        if paid_in == year:
            name = fund or REALISED_FUND
            sums[name] = sums.get(name, 0) + amount
    rows = [(fund, sums[fund]) for fund in (*plan.pack.funds, REALISED_FUND) if fund in sums]
    return pd.DataFrame(rows, columns=["sumber_dana", "rupiah"])


def gains(plan: Plan, year: int) -> pd.DataFrame:
    """Return the questions whose answer rises in a year, the largest rise first.

    Returns
    -------
    pandas.DataFrame
        ``indikator, pertanyaan, label, opd, fraksi_awal, fraksi_akhir, poin`` (points gained,
        before the cap of the indicator).
    """
    rows = []
    for code, question in plan.pack.instrument.questions.items():
        after = plan.fractions[year, code]
        before = plan.pack.start(code) if year == plan.years[0] else plan.fractions[year - 1, code]
        if after > before:
            rows.append(
                {
                    **question_head(plan.pack, code),
                    "fraksi_awal": float(before),
                    "fraksi_akhir": float(after),
                    "poin": float(Fraction(question.poin_maks) * (after - before)),
                }
            )
    columns = ["indikator", "pertanyaan", "label", "opd", "fraksi_awal", "fraksi_akhir", "poin"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["poin", "pertanyaan"], ascending=[False, True], ignore_index=True)


def losses(plan: Plan, year: int) -> str:
    """Name the questions whose answer falls back in a year; empty where none does."""
    if year == plan.years[0]:
        return ""
    fallen = [
        code
        for code in plan.pack.instrument.questions
        if plan.fractions[year, code] < plan.fractions[year - 1, code]
    ]
    if not fallen:
        return ""
    return (
        f"{count(len(fallen), 'pertanyaan', start=True)} turun kembali karena kegiatannya tidak "
        f"diulang pada tahun ini: {join(fallen)}."
    )


def evidence(plan: Plan, year: int) -> pd.DataFrame:
    """Return the rows of the year's activities that are carried out and produce evidence."""
    table = year_activities(plan, year)
    return table[table["volume"].notna() & (table["data_dukung"] != "")].reset_index(drop=True)
