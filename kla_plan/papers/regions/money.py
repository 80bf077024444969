"""The rupiah of a region: what its own units cost, upkeep of earlier years included."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from kla_plan.papers.regions.shares import share
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year
from kla_plan.prices import Prices

#: Stands for the units of realised years, whose regions are not known.
_UNKNOWN = ""
type Rupiah = dict[tuple[str, int, str], int]


def shared_money(
    plan: Plan,
    activities: Iterable[str],
    volumes: Mapping[tuple[str, int, str], Decimal],
) -> tuple[Rupiah, dict[tuple[str, int], int]]:
    """Share the spending of every activity and year.

    Fixed costs (``biaya_tetap``) stay with the whole; the rest of what the plan pays in a year
    follows the units that cause it (contract 3.2: ``biaya_per_unit[k]·v[a,s]`` in year *s+k*),
    by largest remainder, so that regions and whole add up to the plan's rupiah exactly.

    Returns
    -------
    tuple
        Rupiah by (kegiatan, tahun, wilayah), positive only, and by (kegiatan, tahun) of the
        whole: of activities that are not spread, fixed costs, and units of realised years.
    """
    prices, spread = Prices(plan.pack, plan.scenario), set(activities)
    units = _units(plan, volumes)
    regions: Rupiah = {}
    whole: dict[tuple[str, int], int] = {}
    for (code, year), rupiah in spent_by_year(plan).items():
        left = rupiah
        if code in spread and year in plan.pack.planned_years:
            due = rupiah - _fixed(plan, prices, code, year)
            weights = _weights(units.get(code, {}), prices, code, year)
            shares = share(due, weights, str) if due > 0 and any(weights.values()) else {}
            for region, part in shares.items():
                if region != _UNKNOWN and part:
                    regions[code, year, region] = part
                    left -= part
        if left:
            whole[code, year] = left
    return regions, whole


def _done(plan: Plan) -> dict[tuple[str, int], Decimal]:
    """Return the volume by (kegiatan, tahun) that is a fact, years before the horizon too."""
    return {(row.kegiatan, row.tahun): row.volume for row in plan.pack.realised}


def _units(
    plan: Plan, volumes: Mapping[tuple[str, int, str], Decimal]
) -> dict[str, dict[tuple[int, str], Decimal]]:
    """Return what was delivered by activity, and by (tahun, wilayah)."""
    units: dict[str, dict[tuple[int, str], Decimal]] = {}
    for (code, year), volume in _done(plan).items():
        units.setdefault(code, {})[year, _UNKNOWN] = volume
    for (code, year, region), volume in volumes.items():
        units.setdefault(code, {})[year, region] = volume
    return units


def _weights(
    units: Mapping[tuple[int, str], Decimal], prices: Prices, code: str, year: int
) -> dict[str, Fraction]:
    weights: dict[str, Fraction] = {}
    for (delivered, region), volume in units.items():
        if delivered <= year:
            unit, _ = prices.at(code, year - delivered, year)
            weights[region] = weights.get(region, Fraction(0)) + Fraction(volume) * unit
    return weights


def _fixed(plan: Plan, prices: Prices, code: str, year: int) -> int:
    active = {t for (a, t) in (*_done(plan), *plan.volumes) if a == code and t <= year}
    return sum(prices.at(code, year - delivered, year)[1] for delivered in active)
