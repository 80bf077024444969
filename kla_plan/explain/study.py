"""A plan opened up for questions: its model built once, and one clock for all further searches.

Every "what if" is the same problem with some bounds changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from kla_plan.explain.clock import Clock
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.plan import Plan
from kla_plan.problem.build import Model, build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause, Objective, Problem
from kla_plan.solve import Progress
from kla_plan.solve.door import OnProgress, Stop
from kla_plan.solve.relaxation import Bounds, Relaxation


@dataclass(frozen=True, slots=True)
class Change:
    """Other bounds for some rows and columns of a problem."""

    rows: Bounds = field(default_factory=dict)
    columns: Bounds = field(default_factory=dict)

    def applied(self, problem: Problem) -> Problem:
        """Return the problem with the changed bounds."""
        rows = list(problem.rows)
        for number, (low, high) in self.rows.items():
            rows[number] = replace(rows[number], lower=low, upper=high)
        lower, upper = list(problem.lower), list(problem.upper)
        for number, (low, high) in self.columns.items():
            lower[number], upper[number] = low or 0.0, high
        return replace(problem, rows=tuple(rows), lower=tuple(lower), upper=tuple(upper))


class Study:
    """A pack under a scenario with its model and a clock.

    Parameters
    ----------
    case
        The pack under the scenario that is asked about.
    seconds
        Time for all searches together, building the model included.
    on_progress, stop
        As in :func:`kla_plan.solve.solve`; the stage names the question being worked on.
    """

    def __init__(
        self,
        case: Case,
        seconds: float,
        *,
        on_progress: OnProgress | None = None,
        stop: Stop | None = None,
    ) -> None:
        self.clock = Clock(seconds, stop)
        self.case = case
        self.model: Model = build(case)
        self.on_progress = on_progress
        self.rows_of: dict[Clause, list[int]] = {}
        for number, row in enumerate(self.model.problem.rows):
            if row.clause is not None:
                self.rows_of.setdefault(row.clause, []).append(number)

    @property
    def objective(self) -> Objective:
        """The most important objective."""
        return self.model.problem.objectives[0]

    @property
    def sign(self) -> int:
        """1 where more is better, −1 where less is."""
        return 1 if self.objective.maximise else -1

    @cached_property
    def relaxation(self) -> Relaxation:
        """The relaxation of the model, open for many questions."""
        return Relaxation(self.model.problem, self.objective)

    def limit(self, change: Change) -> float | None:
        """Return the relaxation's bound on the objective under a change, in points or rupiah."""
        value = self.relaxation.value(change.rows, change.columns)
        return None if value is None else value * self.objective.unit

    def tell(self, label: str) -> None:
        """Say which question is being worked on."""
        if self.on_progress is not None:
            self.on_progress(Progress(label, None, None, None, self.clock.elapsed))

    def freed(self, clauses: Iterable[Clause]) -> Change:
        """Return the change that lets these rules go."""
        rows = [number for clause in clauses for number in self.rows_of.get(clause, ())]
        return Change(rows=dict.fromkeys(rows, (None, None)))

    def shifted(self, amounts: Mapping[Clause, float]) -> Change:
        """Return the change that moves the bounds of these rules up by an amount."""
        rows: dict[int, tuple[float | None, float | None]] = {}
        for clause, amount in amounts.items():
            for number in self.rows_of.get(clause, ()):
                row = self.model.problem.rows[number]
                rows[number] = (
                    None if row.lower is None else row.lower + amount,
                    None if row.upper is None else row.upper + amount,
                )
        return Change(rows=rows)

    def without(self, activity: str) -> Change:
        """Return the change that rules an activity out of the planned years."""
        found = self.model.decisions
        columns = {
            variable: (0.0, 0.0)
            for year in self.case.planned
            for table in (found.volume, found.active)
            if (activity, year) in table
            for variable in table[activity, year].terms
        }
        return Change(columns=columns)


def study_of(
    plan: Plan,
    seconds: float,
    *,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Study:
    """Open a plan up for questions."""
    return Study(Case(plan.pack, plan.scenario), seconds, on_progress=on_progress, stop=stop)


def planned_volumes(plan: Plan) -> Volumes:
    """Return the volumes of the years that were decided, without the facts."""
    planned = plan.pack.planned_years
    return {key: volume for key, volume in plan.volumes.items() if key[1] in planned}
