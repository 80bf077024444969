"""How far the spread reaches: regions served by activity and year, and the pale-to-dark scale."""

from dataclasses import dataclass
from fractions import Fraction

from kla_plan.papers.regions.levels import level_of
from kla_plan.papers.regions.spread import Spread
from kla_plan.plan.plan import Plan

#: Fills from nothing to the largest value; dark text stays readable on all of them.
FILLS = ("FFFFFF", "E4EFF7", "C6DEEE", "A0C8E3", "78AFD5")


@dataclass(frozen=True, slots=True)
class Reach:
    """Share of the regions that an activity serves.

    Attributes
    ----------
    regions
        How many regions it could serve.
    served
        How many it serves by year: of a repeated activity in that year, of a lasting one up to it.
    """

    activity: str
    regions: int
    served: dict[int, int]

    def share(self, year: int) -> Fraction:
        """Return the share of a year."""
        return Fraction(self.served[year], self.regions)


def reach(plan: Plan, spread: Spread) -> tuple[Reach, ...]:
    """Return the reach of every activity that is spread, over the planned years."""
    rows = []
    for code in spread.activities:
        record = plan.pack.activities[code]
        seen: set[str] = set()
        served = {}
        for year in plan.pack.planned_years:
            now = {region for (a, t, region) in spread.volumes if (a, t) == (code, year)}
            seen = now if record.berulang else seen | now
            served[year] = len(seen)
        rows.append(Reach(code, len(spread.places.of(level_of(record.satuan).kinds)), served))
    return tuple(rows)


def fill(value: Fraction | int, largest: Fraction | int) -> str:
    """Return the colour of a value: white for nothing, then four steps up to the largest."""
    if value <= 0 or largest <= 0:
        return FILLS[0]
    steps = len(FILLS) - 1
    return FILLS[min(steps, 1 + int(Fraction(value) / largest * steps * Fraction(999, 1000)))]
