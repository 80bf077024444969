"""What a year pays for earlier years' deliveries, and what its own leave to the years after it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kla_plan.plan.evaluate import REPORTED_AFTER, Volumes, delivered, due
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case


@dataclass(frozen=True, slots=True)
class Forward:
    """Costs that are bound by deliveries, in whole rupiah by activity; contract section 3.2.

    Attributes
    ----------
    split
        Whether the year is a planned one: the spending of a realised year is a fact that nobody
        split into new and earlier work.
    carried
        What the year pays for deliveries of earlier years.
    deliveries
        Earlier years whose deliveries cost something in this year.
    bound
        By later year, what deliveries up to and including the year cost then, whatever is decided
        afterwards; up to five years after the plan.
    """

    split: bool
    carried: Mapping[str, int]
    deliveries: Mapping[str, tuple[int, ...]]
    bound: Mapping[int, Mapping[str, int]]

    @property
    def codes(self) -> frozenset[str]:
        """Activities that earlier deliveries cost something in the year, or that bind later."""
        later = (code for amounts in self.bound.values() for code in amounts)
        return frozenset((*self.carried, *later))

    def bound_total(self, year: int) -> int:
        """Return the rupiah bound in one later year."""
        return sum(self.bound.get(year, {}).values())


def forward(plan: Plan, year: int) -> Forward:
    """Return what is bound around a year of a plan."""
    case = Case(plan.pack, plan.scenario)
    done = {**case.realised, **plan.volumes}
    before = {key: volume for key, volume in done.items() if key[1] < year}
    until = {key: volume for key, volume in done.items() if key[1] <= year}
    later = range(year + 1, plan.years[-1] + 1 + REPORTED_AFTER)
    split = year in plan.pack.planned_years
    return Forward(
        split,
        _due(case, before, year) if split else {},
        _deliveries(case, before, year) if split else {},
        {when: _due(case, until, when) for when in later},
    )


def _due(case: Case, done: Volumes, year: int) -> dict[str, int]:
    costs = {code: due(case, code, own, year) for code, own in delivered(done).items()}
    return {code: rupiah for code, rupiah in costs.items() if rupiah}


def _deliveries(case: Case, before: Volumes, year: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for code, then in sorted(before):
        if any(case.prices.at(code, year - then, year)):
            found.setdefault(code, []).append(then)
    return {code: tuple(years) for code, years in found.items()}
