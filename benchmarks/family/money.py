"""The money of a generated city: three funds, ceilings per year, fund and agency.

What everything would cost at full volume is the *demand*. The shipped cities can pay 8 to 15 % of
theirs; ``ketat`` is in the middle of that.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kla_plan.pack.columns import Pagu

if TYPE_CHECKING:
    from benchmarks.family.activities import Rows

#: Share of the demand that the ceilings can pay.
TIGHTNESS: Mapping[str, float] = {"longgar": 0.3, "ketat": 0.11, "sangat_ketat": 0.045}
#: Share of each fund in a year's money. Everything earmarked counts as one fund, DAK.
FUNDS: Mapping[str, float] = {"DAU": 0.6, "PAD": 0.25, "DAK": 0.15}
#: The first years' money relative to the later ones': new work enters the budget step by step.
RAMP = (0.4, 0.6, 0.8)
#: An agency gets a ceiling of its own if it has so much of the demand.
LARGE = 0.02
#: Its ceiling is its part of the money, so much relaxed: together they exceed the funds.
RELAXED = 1.3
#: No agency's ceiling is lower, so that what is mandatory can always be paid.
LEAST_CEILING = 100_000_000
#: Demand of one activity counts up to so much: one large building does not make a city rich.
LARGEST = 2_000_000_000
_MILLION = 1_000_000


def fund_of(fund: str) -> str:
    """Return the fund of the family that stands for a real one."""
    return fund if fund in FUNDS else "DAK"


def ceilings(rows: "Rows", span: tuple[int, ...], tightness: float) -> tuple[Pagu, ...]:
    """Return the ceilings of every year: per fund, and per large agency."""
    wanted = demand(rows, len(span))
    whole = sum(wanted.values())
    ramp = [RAMP[number] if number < len(RAMP) else 1.0 for number in range(len(span))]
    large = {opd: part / whole for opd, part in sorted(wanted.items()) if part >= LARGE * whole}
    table = []
    for year, weight in zip(span, ramp, strict=True):
        money = whole * tightness * weight / sum(ramp)
        for fund, share in FUNDS.items():
            table.append(_row(year, fund, "", money * share))
        for opd, share in large.items():
            table.append(_row(year, "", opd, max(LEAST_CEILING, money * share * RELAXED)))
    return tuple(table)


def _row(year: int, fund: str, opd: str, rupiah: float) -> Pagu:
    rounded = max(1, round(rupiah / _MILLION)) * _MILLION
    return Pagu(tahun=year, sumber_dana=fund, opd=opd, batas_atas=rounded)


def demand(rows: "Rows", years: int) -> Mapping[str, float]:
    """Return rupiah by agency for everything at full volume, upkeep for half of the horizon."""
    by_activity: dict[str, float] = defaultdict(float)
    for row in rows.costs:
        activity = rows.activities[row.kegiatan]
        once = float(activity.volume_maks) * row.biaya_per_unit + row.biaya_tetap
        times = years if activity.berulang else years / 2 if row.seterusnya else 1
        by_activity[row.kegiatan] += once * times
    wanted: dict[str, float] = defaultdict(float)
    for code, rupiah in by_activity.items():
        wanted[rows.activities[code].opd] += min(rupiah, LARGEST)
    return wanted
