"""Quarters made from the plan itself: to show the dashboard before anything is reported."""

from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from kla_plan.explain.replan.illustration import as_if_done
from kla_plan.indonesian import percent
from kla_plan.pack.model import Pack
from kla_plan.pack.records import RealisasiTriwulan
from kla_plan.papers.monitoring.reported import QUARTERS
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year

#: What every row made up here carries.
LABEL: Final = "Ilustrasi: {share} dari bagian rata triwulan ini menurut rencana; bukan data."

#: Steps of volumes that exist only whole, and of others.
_UNIT, _FINE = Decimal(1), Decimal("0.0001")


def as_if_reported(plan: Plan, year: int, quarter: int, share: Decimal = Decimal(1)) -> Pack:
    """Return the plan's pack as if the plan were carried out up to a quarter.

    Years before ``year`` have four quarters and a score sheet exactly as planned; of ``year`` each
    quarter delivers and spends the same part of a ``share`` of the plan, whole units and whole
    rupiah rounded down so far in the year. Nothing else is invented, and every quarter says in
    ``keterangan`` that it is an illustration.
    """
    pack = plan.pack
    sheets, rows = dict(pack.later_answers), []
    for past in (t for t in pack.planned_years if t < year):
        sheets[past] = as_if_done(plan, past).later_answers[past]
        rows += _quarters(plan, past, QUARTERS[-1], Decimal(1))
    rows += _quarters(plan, year, quarter, share)
    return replace(pack, later_answers=sheets, records=replace(pack.records, quarters=tuple(rows)))


def _quarters(plan: Plan, year: int, last: int, share: Decimal) -> list[RealisasiTriwulan]:
    spent = {code: rupiah for (code, when), rupiah in spent_by_year(plan).items() if when == year}
    note = LABEL.format(share=percent(share, 0))
    rows = []
    for code, activity in plan.pack.activities.items():
        if (code, year) not in plan.volumes and not spent.get(code):
            continue
        volume = plan.volumes.get((code, year), Decimal(0)) * share
        whole = [_part(volume, q, _UNIT if activity.bulat else _FINE) for q in (0, *QUARTERS)]
        money = [_part(Decimal(spent.get(code, 0)) * share, q, _UNIT) for q in (0, *QUARTERS)]
        rows += [
            RealisasiTriwulan(
                tahun=year,
                triwulan=quarter,
                kegiatan=code,
                volume=whole[quarter] - whole[quarter - 1],
                rupiah=int(money[quarter] - money[quarter - 1]),
                keterangan=note,
            )
            for quarter in QUARTERS[:last]
        ]
    return rows


def _part(whole: Decimal, quarters: int, step: Decimal) -> Decimal:
    """Return what is done by the end of so many quarters, rounded down to whole steps."""
    if quarters == QUARTERS[-1] and step == _FINE:
        return whole
    return (whole * quarters / len(QUARTERS) / step).to_integral_value(ROUND_FLOOR) * step
