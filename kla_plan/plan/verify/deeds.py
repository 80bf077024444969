"""What is delivered and when, as the rules read it: facts first, then the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Deeds:
    """Deliveries of every activity, exact.

    Attributes
    ----------
    volume
        Volume by activity and active year: realised years (also those before the horizon) from
        the pack, later years from the plan. An activity is active in exactly these years.
    last_fact
        Last year of the horizon that is a fact; the year before the horizon if none is.
    """

    pack: Pack
    volume: Mapping[str, Mapping[int, Fraction]]
    last_fact: int

    @property
    def planned_years(self) -> tuple[int, ...]:
        """Years of the horizon that are decided by the plan."""
        return tuple(year for year in self.pack.years if year > self.last_fact)

    @property
    def fact_years(self) -> tuple[int, ...]:
        """Years of the horizon that are facts."""
        return tuple(year for year in self.pack.years if year <= self.last_fact)

    def of(self, activity: str) -> Mapping[int, Fraction]:
        """Return the volume of an activity by active year, ascending."""
        return self.volume.get(activity, {})

    def effective(self, activity: str) -> Mapping[int, Fraction]:
        """Return the volumes that still add to an answer: those after the base year."""
        base = self.pack.profile.base_year
        return {year: v for year, v in self.of(activity).items() if year > base}

    def in_horizon(self, activity: str) -> bool:
        """Whether the activity is active in some year of the horizon."""
        return any(year in self.pack.years for year in self.of(activity))


def read_deeds(plan: Plan) -> Deeds:
    """Return what the plan and the facts deliver together.

    Volumes of unknown activities and of years outside the plan's own part are left out here;
    they are findings of their own.
    """
    pack = plan.pack
    first, last = pack.profile.first_year, pack.profile.last_year
    last_fact = max((r.tahun for r in pack.realised if first <= r.tahun <= last), default=first - 1)
    volume: dict[str, dict[int, Fraction]] = {}
    for row in pack.realised:
        if row.volume > 0:
            volume.setdefault(row.kegiatan, {})[row.tahun] = Fraction(row.volume)
    for (activity, year), delivered in plan.volumes.items():
        if activity in pack.activities and last_fact < year <= last:
            volume.setdefault(activity, {})[year] = Fraction(delivered)
    ordered = {activity: dict(sorted(years.items())) for activity, years in volume.items()}
    return Deeds(pack, ordered, last_fact)
