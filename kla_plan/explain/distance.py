"""How different two plans are, as an expression of the problem."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kla_plan.plan.plan import Plan
from kla_plan.problem.build import Model
from kla_plan.problem.linear import Linear, Objective, Problem, Row, total

type Measure = Literal["kegiatan", "tahun"]
#: What is counted: an activity, or an activity in a year (year 0 stands for any).
type Thing = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Distance:
    """A problem with columns that say what is used, and the distance to be maximised.

    The distance to a plan is the number of its activities (or deliveries in single years) that
    are left out; the objective is the smallest distance to any of the given plans.
    """

    problem: Problem
    objective: Objective
    measure: Measure

    def least(self, plan: Plan, others: Iterable[Plan]) -> int:
        """Return the smallest number of things that a plan leaves out of each of the others."""
        mine = used(plan, self.measure)
        return min((len(used(other, self.measure) - mine) for other in others), default=0)


def used(plan: Plan, measure: Measure) -> set[Thing]:
    """Return what a plan uses in the years that were decided."""
    planned = plan.pack.planned_years
    things = {(code, year) for code, year in plan.volumes if year in planned}
    return {(code, 0) for code, _ in things} if measure == "kegiatan" else things


def distance_problem(
    problem: Problem, model: Model, plans: Sequence[Plan], measure: Measure
) -> Distance:
    """Return the problem with the distance to some plans as its objective.

    A used thing costs its column 1: a column ``w`` with ``v <= maximum·w`` for each thing of one
    of the plans, and ``jarak <= Σ (1 − w)`` over the things of each plan.
    """
    sets = [used(plan, measure) for plan in plans]
    things = sorted(set().union(*sets))
    first = len(problem.names)
    columns = {thing: Linear({first + n: 1.0}) for n, thing in enumerate(things)}
    apart = first + len(things)
    rows = [row for thing in things for row in _uses(model, thing, columns[thing])]
    for number, own in enumerate(sets):
        left_out = total(columns[thing] for thing in sorted(own)) * -1.0
        terms = (left_out - Linear({apart: 1.0})).terms
        rows.append(Row(f"jarak[{number}]", terms, -float(len(own)), None))
    top = float(max((len(own) for own in sets), default=0))
    extended = replace(
        problem,
        names=(*problem.names, *(f"w[{code},{year}]" for code, year in things), "jarak"),
        lower=(*problem.lower, *(0.0,) * (len(things) + 1)),
        upper=(*problem.upper, *(1.0,) * len(things), top),
        integer=(*problem.integer, *(True,) * len(things), True),
        rows=(*problem.rows, *rows),
    )
    goal = Objective("jarak", maximise=True, expression=Linear({apart: 1.0}))
    return Distance(extended, goal, measure)


def _uses(model: Model, thing: Thing, column: Linear) -> Iterable[Row]:
    """Write that a thing counts as used once anything of it is delivered or active."""
    code, year = thing
    activity = model.case.pack.activities[code]
    decisions = model.decisions
    years = model.case.planned if year == 0 else (year,)
    for each in years:
        top = float(activity.yearly_maximum)
        difference = decisions.volume[code, each] - column * top
        yield Row(f"pakai[{code},{year},{each}]", difference.terms, None, 0.0)
        switch = decisions.active.get((code, each))
        if switch is not None and activity.yearly_minimum == 0:
            yield Row(f"pakai_aktif[{code},{year},{each}]", (switch - column).terms, None, 0.0)
