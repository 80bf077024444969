"""Sentences about sources of money and ceilings."""

from collections.abc import Sequence

from kla_plan.indonesian import join, number, percent, rupiah, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.funding import CeilingUse, FundUse
from kla_plan.report.sentences.words import count


def sources(plan: Plan, funds: Sequence[FundUse]) -> str:
    """Say how many funds pay, which pays most, and which activities hang on one fund alone."""
    paying = [fund for fund in funds if fund.fund]
    if not paying:
        return "Rencana ini tidak memerlukan sumber dana tambahan."
    if len(paying) == 1:
        return f"Seluruh belanja yang direncanakan dibiayai dari {paying[0].fund}."
    most = max(paying, key=lambda fund: fund.rupiah)
    rest = [fund for fund in plan.pack.funds if fund not in {one.fund for one in paying}]
    text = (
        f"Belanja yang direncanakan dibiayai dari {count(len(paying), 'sumber dana')}. Sumber "
        f"terbesar adalah {most.fund}, yaitu {rupiah_short(most.rupiah)} atau "
        f"{percent(most.rupiah / plan.cost())} dari kebutuhan; "
        f"{count(len(most.alone), 'aksi')} seluruhnya bergantung pada sumber itu."
    )
    return f"{text} Pagu {join(rest)} tersedia tetapi tidak dipakai." if rest else text


def ceilings(uses: Sequence[CeilingUse]) -> str:
    """Say how much of the ceilings that name no OPD is used, and how many are used up."""
    if not uses:
        return "Data rencana ini tidak memuat pagu yang berlaku bagi seluruh perangkat daerah."
    dated = [use for use in uses if use.year is not None and use.fund]
    whole, spent = sum(use.top for use in dated), sum(use.used for use in dated)
    full = [use for use in uses if use.left <= 0 < use.top]
    text = ""
    if dated and len(dated) == len(uses):
        text = (
            f"Pagu menurut tahun dan sumber dana seluruhnya {rupiah(whole)}; terpakai "
            f"{rupiah(spent)} ({percent(spent / whole) if whole else '–'}) dan tersisa "
            f"{rupiah(whole - spent)}. "
        )
    many = "Tidak ada pagu" if not full else count(len(full), "pagu", start=True)
    return f"{text}{many} terpakai habis dari {number(len(uses))} pagu yang berlaku umum."


def agency_ceilings(uses: Sequence[CeilingUse], tight: Sequence[CeilingUse]) -> str:
    """Say how many ceilings of single agencies are tight; empty where there are none."""
    if not uses:
        return ""
    if not tight:
        return (
            f"Data rencana memuat {number(len(uses))} pagu perangkat daerah; tidak satu pun "
            "terpakai 95 % atau lebih."
        )
    agencies = {use.opd for use in tight}
    return (
        f"Dari {number(len(uses))} pagu perangkat daerah, {number(len(tight))} terpakai 95 % atau "
        f"lebih, yaitu pada {count(len(agencies), 'perangkat daerah')}."
    )
