"""The ground on which decisions are asked for: which years are open, what hangs on what."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from kla_plan.explain.leave_out import lost_by_year
from kla_plan.explain.study import planned_volumes
from kla_plan.pack.model import Pack
from kla_plan.papers.paper import Brief
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.report.calendar import approval_day


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A plan as it lies before those who decide.

    Attributes
    ----------
    plan, current, day
        As in :class:`~kla_plan.papers.paper.Brief`.
    years
        Open years: planned, not realised, and with an APBD that can still be agreed upon. All
        amounts and points that decisions are about belong to these years; without a day every
        planned year is open.
    """

    plan: Plan
    current: Pack
    day: date | None
    years: tuple[int, ...] = field(init=False)
    _case: Case = field(init=False, repr=False)
    _lost: dict[frozenset[str], Fraction] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        open_years = tuple(
            year
            for year in self.plan.pack.planned_years
            if year > self.current.last_realised_year
            and (self.day is None or approval_day(year) >= self.day)
        )
        object.__setattr__(self, "years", open_years)
        object.__setattr__(self, "_case", Case(self.plan.pack, self.plan.scenario))
        object.__setattr__(self, "_lost", {})

    @property
    def missed(self) -> tuple[int, ...]:
        """Planned years that are past without recorded realisation."""
        done = max(self.current.last_realised_year, self.plan.pack.last_realised_year)
        return tuple(y for y in self.plan.pack.planned_years if y > done and y not in self.years)

    @property
    def last(self) -> int:
        """Year by whose score activities are weighed: the last one of the plan."""
        return self.plan.years[-1]

    def activities(self, clusters: Collection[str]) -> tuple[str, ...]:
        """Return the activities of clusters that act or pay in an open year, in pack's order."""
        paid = {code for code, year, _ in self.plan.spending if year in self.years}
        acting = {code for code, year in self.plan.volumes if year in self.years}
        return tuple(
            code
            for code in self.plan.activities
            if code in paid | acting and self.cluster(code) in clusters
        )

    def cluster(self, activity: str) -> str:
        """Return the cluster of an activity."""
        pack = self.plan.pack
        return pack.instrument.cluster_of(pack.activities[activity].indikator)

    def active(self, activity: str) -> tuple[int, ...]:
        """Return the open years in which an activity delivers."""
        return tuple(y for y in self.years if (activity, y) in self.plan.volumes)

    def rupiah(self, activities: Collection[str]) -> int:
        """Return what activities cost in the open years."""
        return sum(
            amount
            for (code, year, _), amount in self.plan.spending.items()
            if code in activities and year in self.years
        )

    def waiting(self, activities: Collection[str]) -> frozenset[str]:
        """Return activities with all that cannot be done without them, directly or not.

        What was active before the open years has met the prerequisites that name it.
        """
        opening = self.years[0] if self.years else self.last + 1
        begun = {code for code, year in self.plan.volumes if year < opening}
        begun |= {row.kegiatan for row in self.plan.pack.realised if row.volume > 0}
        ahead = {code for code, year in self.plan.volumes if year in self.years}
        gone = set(activities)
        while more := {
            row.kegiatan
            for row in self.plan.pack.prerequisites
            if row.butuh in gone and row.butuh not in begun and row.kegiatan in ahead - gone
        }:
            gone |= more
        return frozenset(gone)

    def lost(self, activities: Collection[str]) -> Fraction:
        """Return the points of the last year's self-assessed score that hang on activities.

        They are lost if the activities deliver nothing in the open years, with all that cannot be
        done without them, and nothing takes their place. Points of several activities do not add
        up: what two of them earn only together hangs on each.
        """
        gone = self.waiting(activities)
        if gone not in self._lost:
            kept = {
                (code, year): volume
                for (code, year), volume in planned_volumes(self.plan).items()
                if code not in gone or year not in self.years
            }
            self._lost[gone] = lost_by_year(self._case, self.plan, kept, gone)[self.last]
        return self._lost[gone]


def ground_of(brief: Brief) -> Ground:
    """Return the ground of a brief."""
    return Ground(brief.plan, brief.current, brief.day)
