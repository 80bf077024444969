"""More or less money, as changes of ceilings: the pack in which they can be made, and the changes.

Extra money for a year or an OPD comes from a fund of its own that may pay for everything (in an
OPD's case: for everything of that OPD); ceilings it passes through are raised by as much. Extra
money of an existing fund keeps the fund's purpose. So what is measured is the money, not some
other ceiling in its way.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from kla_plan.indonesian import number
from kla_plan.pack.columns import Kegiatan, Pagu
from kla_plan.pack.model import SINGLE_FUND, Pack
from kla_plan.problem.rules.ceilings import pagu_key
from kla_plan.scenario import Scenario

#: Name of the fund that extra money comes from.
EXTRA = "Tambahan"

type Key = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """A change of ceilings.

    Attributes
    ----------
    kind
        ``pagu`` (all ceilings together), ``tahun``, ``opd`` or ``sumber_dana``.
    key
        The factor, year, OPD or fund, as written.
    rupiah
        How much money this is over the whole horizon; negative where it is less.
    tops
        What each ceiling is raised by, in rupiah, by its key.
    """

    kind: str
    key: str
    rupiah: int
    tops: Mapping[Key, int]


def with_extra_fund(pack: Pack, scenario: Scenario) -> tuple[Pack, Scenario]:
    """Return pack and scenario with the factor worked into the ceilings and an empty extra fund.

    Nothing that was allowed becomes forbidden, nor the other way round.
    """
    rows = [
        replace(row, batas_atas=math.floor(scenario.ceiling(row.batas_atas)))
        if row.batas_atas is not None
        else row
        for row in pack.ceilings
    ]
    activities = dict(pack.activities)
    if not any(row.sumber_dana for row in rows):  # one fund without a name: give it one
        rows += [
            replace(row, sumber_dana=SINGLE_FUND, batas_bawah=None) for row in rows if not row.opd
        ]
        activities = {code: replace(a, sumber_dana=()) for code, a in activities.items()}
    extra = extra_fund(pack)
    rows += [
        Pagu(tahun=year, sumber_dana=extra, opd=opd, batas_atas=0, batas_bawah=None)
        for year in pack.planned_years
        for opd in ("", *_spenders(pack))
    ]
    activities = {code: _eligible(a, extra) for code, a in activities.items()}
    changed = replace(pack, ceilings=tuple(rows), activities=activities)
    return changed, scenario.model_copy(update={"pagu_faktor": scenario.pagu_faktor * 0 + 1})


def extra_fund(pack: Pack) -> str:
    """Return a name for the extra fund that no fund of the pack has."""
    taken, name = {row.sumber_dana for row in pack.ceilings}, EXTRA
    while name in taken:
        name += "*"
    return name


def _eligible(activity: Kegiatan, extra: str) -> Kegiatan:
    if not activity.sumber_dana:
        return activity
    return replace(activity, sumber_dana=(*activity.sumber_dana, extra))


def _spenders(pack: Pack) -> list[str]:
    return sorted({a.opd for code, a in pack.activities.items() if pack.costs_of(code)})


def scaled(pack: Pack, original: Pack, factor: Fraction) -> MoneyChange:
    """Return the change that multiplies every ceiling of the original pack."""
    own = {pagu_key(row) for row in original.ceilings}
    tops = {
        pagu_key(row): math.floor(row.batas_atas * factor) - row.batas_atas
        for row in pack.ceilings
        if row.batas_atas is not None and (pagu_key(row) in own or row.sumber_dana == SINGLE_FUND)
    }
    return MoneyChange("pagu", number(float(factor)), _yearly(pack, tops), tops)


def _yearly(pack: Pack, tops: Mapping[Key, int]) -> int:
    """Return how much money a scaling is: by the funds' ceilings, as they stand."""
    planned = {0, *pack.planned_years}
    return sum(
        amount for (year, fund, opd), amount in tops.items() if fund and not opd and year in planned
    )


def extra_changes(pack: Pack, original: Pack, amount: int) -> Iterator[MoneyChange]:
    """Yield extra money of each kind: one year, one OPD, one fund (``amount`` in each year)."""
    extra, years = extra_fund(original), original.planned_years
    for year in years:
        tops = _raised(pack, extra, (year,), amount, opd="")
        yield MoneyChange("tahun", str(year), amount, tops)
    for opd in _spenders(original):
        tops = _raised(pack, extra, years, amount, opd=opd)
        yield MoneyChange("opd", opd, amount * len(years), tops)
    for fund in sorted({row.sumber_dana for row in original.ceilings if row.sumber_dana}):
        tops = _raised(pack, fund, years, amount, opd="")
        yield MoneyChange("sumber_dana", fund, amount * len(years), tops)


def _raised(
    pack: Pack, fund: str, years: tuple[int, ...], amount: int, *, opd: str
) -> dict[Key, int]:
    """Return by how much each ceiling rises that the money passes through."""
    tops: dict[Key, int] = {}
    for row in pack.ceilings:
        times = len(years) if row.tahun is None else int(row.tahun in years)
        passes = row.sumber_dana in {"", fund} and (not opd or row.opd in {"", opd})
        if row.batas_atas is not None and times and passes:
            tops[pagu_key(row)] = amount * times
    return tops


def changed_pack(pack: Pack, change: MoneyChange) -> Pack:
    """Return the pack with the change made."""
    rows = tuple(
        replace(row, batas_atas=row.batas_atas + change.tops.get(pagu_key(row), 0))
        if row.batas_atas is not None
        else row
        for row in pack.ceilings
    )
    return replace(pack, ceilings=rows)
