"""What is not spread: by unit of volume, with the reason and the rupiah."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kla_plan.papers.regions.levels import level_of
from kla_plan.papers.regions.spread import Spread
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year

FIXED = "biaya tetap kegiatan yang disebar"
REALISED = "tahun yang sudah terealisasi belum dirinci menurut wilayah"


@dataclass(frozen=True, slots=True)
class Kept:
    """Rupiah of one unit and reason, all years.

    Attributes
    ----------
    activities
        How many activities; 0 for parts of activities that are spread.
    volumes
        Volume by year of these activities together.
    """

    unit: str
    reason: str
    activities: int
    rupiah: int
    volumes: Mapping[int, Decimal]


def staying(plan: Plan, spread: Spread) -> tuple[Kept, ...]:
    """Return what stays, by unit and reason in the order of the plan; rupiah as the spread says."""
    groups: dict[tuple[str, str], list[str]] = {}
    for code, why in spread.stays.items():
        groups.setdefault((plan.pack.activities[code].satuan, why), []).append(code)
    rows = [_kept(plan, spread.city, unit, why, codes) for (unit, why), codes in groups.items()]
    rows.sort(key=lambda row: -row.rupiah)
    return (*rows, *_rest(plan, spread))


def waiting(plan: Plan) -> tuple[Kept, ...]:
    """Return the activities whose unit is a region, by unit: what a table would let spread."""
    groups: dict[str, list[str]] = {}
    for code in plan.activities:
        unit = plan.pack.activities[code].satuan
        if level_of(unit).kinds:
            groups.setdefault(unit, []).append(code)
    money = spent_by_year(plan)
    return tuple(_kept(plan, money, unit, "", codes) for unit, codes in groups.items())


def _kept(
    plan: Plan, money: Mapping[tuple[str, int], int], unit: str, why: str, codes: Iterable[str]
) -> Kept:
    wanted = set(codes)
    volumes: dict[int, Decimal] = {}
    for (code, year), volume in plan.volumes.items():
        if code in wanted:
            volumes[year] = volumes.get(year, Decimal(0)) + volume
    amount = sum(rupiah for (code, _), rupiah in money.items() if code in wanted)
    return Kept(unit, why, len(wanted), amount, volumes)


def _rest(plan: Plan, spread: Spread) -> tuple[Kept, ...]:
    """Return what stays of activities that are spread: fixed costs, and years that are facts."""
    planned = set(plan.pack.planned_years)
    parts = {FIXED: 0, REALISED: 0}
    for (code, year), amount in spread.city.items():
        if code not in spread.stays:
            parts[FIXED if year in planned else REALISED] += amount
    return tuple(Kept("–", why, 0, amount, {}) for why, amount in parts.items() if amount)
