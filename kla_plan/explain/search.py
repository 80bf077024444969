"""One "what if": the best plan of a study's model under a change, from a plan that is known.

Three steps, each cheap beside the next. The relaxation gives a proven bound in milliseconds. Then
everything in which the relaxation and the known plan agree is kept, and the rest is optimised
(relaxation induced neighbourhood search; Danna, Rothberg and Le Pape, 2005): a small problem that
finds good plans fast. The whole problem comes last, from there, for better plans and a better
bound. What is found is put together exactly and checked outside the solver against the *changed*
pack; what could not be settled keeps its gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kla_plan.explain.clock import LEAST_SECONDS, Clock
from kla_plan.explain.study import Change, Study, planned_volumes
from kla_plan.plan.assemble import assemble, read_volumes
from kla_plan.plan.evaluate import Volumes, costs, evaluate, weighted_points
from kla_plan.plan.make import MARGINS, draw_in
from kla_plan.plan.plan import Plan, Proof
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.build import Model
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Problem
from kla_plan.problem.start import start_values
from kla_plan.solve import Limits, Solution, Status, solve
from kla_plan.solve.door import OnProgress, solver_version
from kla_plan.solve.solution import OPTIMAL_GAP

#: Relative gap at which a further search stops: finer than what planners can tell apart.
GAP = 0.0005
#: Share of a search's time for the neighbourhood of the known plan.
NEAR = 0.75
#: Seconds below which the whole problem says no more than the relaxation.
WHOLE = 1.0
#: Values this close are the same.
_SAME = 1e-6


type Aim = Literal["free", "grow", "shrink"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one search gave.

    Attributes
    ----------
    plan
        The best plan found, checked again; ``None`` if none was found.
    bound
        What no plan can be better than, in points or rupiah; ``None`` if nothing was proven, and
        infinitely bad if it is proven that there is no plan.
    """

    plan: Plan | None
    bound: float | None

    @property
    def value(self) -> float | None:
        """Objective of the plan, exact."""
        return None if self.plan is None else self.plan.proof.objective

    @property
    def impossible(self) -> bool:
        """Whether it is proven that no plan exists."""
        return self.plan is None and self.bound is not None and abs(self.bound) == float("inf")


def search(  # noqa: PLR0913 - every wish has a name
    study: Study,
    change: Change,
    label: str,
    *,
    seconds: float,
    case: Case | None = None,
    start: Volumes | None = None,
    gap: float = GAP,
    aim: Aim = "free",
) -> Answer:
    """Search for the best plan under a change.

    Parameters
    ----------
    label
        What the search is about, for those who watch.
    seconds
        Time for this search; never more than the study's clock has left.
    case
        The pack and the scenario in which the change is made, for the exact check; the study's
        own where the change only narrows what is allowed.
    start
        Volumes of a plan to begin from; it need not keep the changed rules.
    gap
        Relative gap at which the search stops.
    aim
        Where to look first: at plans that hold all of the known one (``grow``), at parts of it
        (``shrink``), or anywhere near it.
    """
    study.tell(label)
    clock = Clock(min(seconds, study.clock.left), study.clock.stop)
    run = _Run(study, change, label, clock, gap)
    limit = study.limit(change)
    worst = -study.sign * float("inf")
    if limit == worst:
        return Answer(None, worst)
    values = None if start is None else start_values(study.model, start)
    near = None if values is None else run.near(values, study.relaxation.point, aim)
    whole = None
    if near is None or (clock.left > WHOLE and not _settled(study, near, limit, gap)):
        whole = run.whole(values if near is None else near.values)
        if whole.status is Status.INFEASIBLE and near is None:
            return Answer(None, worst)
    plan = run.plan(_best(study, near, whole), case or study.case)
    if plan is None and start is not None:
        plan = plan_of(case or study.case, start)  # what is known may hold as it is
    return _answer(study, plan, whole, limit)


class _Run:
    """The solver's part of one search."""

    def __init__(self, study: Study, change: Change, label: str, clock: Clock, gap: float) -> None:
        self._study, self._change, self._label, self._clock = study, change, label, clock
        self._gap = gap
        self._problem = change.applied(study.model.problem)

    def near(
        self, values: Sequence[float | None], point: Sequence[float], aim: Aim
    ) -> Solution | None:
        """Optimise what the relaxation would do differently from the known plan."""
        problem = self._problem
        lower, upper = list(problem.lower), list(problem.upper)
        for number, value in enumerate(values):
            if value is None:
                continue
            low, high = lower[number], upper[number]
            if point and abs(value - point[number]) < _SAME:
                low = high = value
            elif aim == "grow":
                low = max(low, value)
            elif aim == "shrink":
                high = value if high is None else min(high, value)
            if high is None or low <= high:  # a change may forbid what the known plan does
                lower[number], upper[number] = low, high
        narrow = replace(problem, lower=tuple(lower), upper=tuple(upper))
        solution = self._solve(narrow, values, NEAR)
        return solution if solution.found else None

    def whole(self, values: Sequence[float | None] | None) -> Solution:
        """Optimise everything."""
        return self._solve(self._problem, values, 1.0)

    def plan(self, solution: Solution | None, case: Case) -> Plan | None:
        """Return the checked plan of a solution; drawn-in ceilings help where rounding overran."""
        for margin in (*MARGINS[1:], None):
            if solution is None or not solution.found:
                return None
            plan = checked_plan(self._study.model, solution, case)
            if plan is not None or margin is None:
                return plan
            solution = self._solve(draw_in(self._problem, margin), solution.values, 1.0)
        return None

    def _solve(
        self, problem: Problem, start: Sequence[float | None] | None, share: float
    ) -> Solution:
        seconds = max(LEAST_SECONDS, self._clock.left * share)
        return solve(
            problem,
            self._study.objective,
            Limits(gap=self._gap, seconds=seconds),
            start=start,
            on_progress=_named(self._study.on_progress, self._label),
            stop=self._clock.stop,
        )


def _named(tell: OnProgress | None, label: str) -> OnProgress | None:
    if tell is None:
        return None
    return lambda progress: tell(replace(progress, stage=label))


def checked_plan(model: Model, solution: Solution, case: Case) -> Plan | None:
    """Return the plan of a solution, put together exactly; ``None`` if the check rejects it."""
    return plan_of(case, read_volumes(model, solution))


def plan_of(case: Case, volumes: Volumes) -> Plan | None:
    """Return the plan of these volumes, without a bound; ``None`` if the check rejects it."""
    proof = Proof("time_limit", _value(case, volumes), None, {}, solver_version("highs"), {}, {})
    plan = assemble(case, volumes, proof)
    return None if plan is None or verify_plan(plan) else plan


def _settled(study: Study, near: Solution, limit: float | None, gap: float) -> bool:
    """Whether the neighbourhood already holds a plan within the gap of the relaxation."""
    if limit is None or near.objective is None:
        return False
    value = near.objective * study.objective.unit
    scale = max(abs(value), abs(limit))
    return study.sign * (limit - value) <= gap * scale


def _best(study: Study, near: Solution | None, whole: Solution | None) -> Solution | None:
    found = [s for s in (near, whole) if s is not None and s.found]
    return max(found, key=lambda s: study.sign * (s.objective or 0.0), default=None)


def _better(study: Study, plan: Plan, other: Plan) -> bool:
    return study.sign * (plan.proof.objective - other.proof.objective) > 0


def _answer(study: Study, plan: Plan | None, whole: Solution | None, limit: float | None) -> Answer:
    """Put plan and bounds together; the plan's proof says how good it is known to be."""
    sign = study.sign
    bounds = [] if limit is None else [limit]
    if whole is not None and whole.bound is not None:
        bounds.append(whole.bound * study.objective.unit)
    if plan is None:
        return Answer(None, sign * min(sign * bound for bound in bounds) if bounds else None)
    value = plan.proof.objective
    bound = sign * max(min(sign * b for b in bounds), sign * value) if bounds else None
    proof = replace(plan.proof, bound=bound, size=study.model.problem.size)
    reached = proof.gap
    if reached is not None and reached <= OPTIMAL_GAP:
        proof = replace(proof, status=Status.OPTIMAL.value)
    elif reached is not None and reached <= plan.scenario.pemecah.celah:
        proof = replace(proof, status=Status.GAP_LIMIT.value)
    return Answer(replace(plan, proof=proof), bound)


def _value(case: Case, volumes: Volumes) -> float:
    if case.scenario.tujuan == "min_biaya":
        return float(sum(costs(case, volumes).values()))
    return float(weighted_points(case, evaluate(case, volumes).fractions))


def polished(study: Study, plan: Plan, seconds: float) -> Plan:
    """Return the plan, or a better one that a short search from it finds.

    A plan that was stopped early can be bettered without any change of rules; without this step
    that would be taken for the price of the first rule looked at.
    """
    if plan.proof.status == Status.OPTIMAL.value:
        return plan
    answer = search(
        study,
        Change(),
        "Memperbaiki rencana pembanding",
        seconds=seconds,
        start=planned_volumes(plan),
    )
    bounds = [b for b in (plan.proof.bound, answer.bound) if b is not None]
    best = plan
    if answer.plan is not None and _better(study, answer.plan, plan):
        best = answer.plan
    value = best.proof.objective
    bound = min((study.sign * b for b in bounds), default=None)
    if bound is not None:
        bound = study.sign * max(bound, study.sign * value)
    return replace(best, proof=replace(best.proof, bound=bound, stages=()))
