"""The search for a plan far from those that are known, within a loss."""

from collections.abc import Sequence
from dataclasses import replace

from kla_plan.explain.clock import Clock
from kla_plan.explain.distance import Distance, Measure, distance_problem
from kla_plan.explain.fill import filled
from kla_plan.explain.leave_out import Dispensable, dispensable, without_least
from kla_plan.explain.search import checked_plan, search
from kla_plan.explain.study import Change, Study, planned_volumes
from kla_plan.explain.variety.result import Alternative
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Row
from kla_plan.problem.start import start_values
from kla_plan.solve import Limits, Solution, Status, solve

#: Seconds below which the search for a further plan is not begun.
LEAST = 1.0


#: Share of a plan's time for its distance; the rest makes it cheap, or fills it up again.
APART = 0.4


_MEASURES: tuple[Measure, ...] = ("kegiatan", "tahun")


#: Floating-point room when the score reached is kept.
NOISE = 1e-6


class Search:
    """Further and further plans, each away from all before it."""

    def __init__(self, study: Study, plan: Plan, loss: float) -> None:
        self._study, self._plan, self._loss = study, plan, loss
        self._ranked: list[Dispensable] | None = None
        objective, known = study.objective, plan.proof.objective
        worst = known - study.sign * loss * abs(known)
        row = objective.kept("kehilangan", worst / objective.unit, NOISE)
        problem = study.model.problem
        self._problem = replace(problem, rows=(*problem.rows, row))

    def next(self, plans: Sequence[Plan], seconds: float) -> tuple[Alternative | None, bool]:
        """Return the next plan, or none and whether it is proven that there is none."""
        proven = False
        clock = Clock(min(seconds, self._study.clock.left), self._study.clock.stop)
        by_hand = self._by_hand(plans)
        for measure in _MEASURES:
            apart = distance_problem(self._problem, self._study.model, plans, measure)
            solution = self._farthest(apart, by_hand or plans[-1], clock.left * APART)
            proven = _none(solution)
            reached = 0 if by_hand is None else apart.least(by_hand, plans)
            if solution.found and (solution.objective or 0.0) > reached + 0.5:
                settled = self._cheapest(apart, solution, clock.left)
                plan = self._best(solution, settled)
                if plan is not None and apart.least(plan, plans) > 0:
                    return self._described(plan, measure), False
            if by_hand is not None and reached > 0:
                full = self._refilled(by_hand, clock.left)
                plan = full if apart.least(full, plans) > 0 else by_hand
                return self._described(plan, measure), False
            if not proven:
                return None, False
        return None, proven

    def _by_hand(self, plans: Sequence[Plan]) -> Plan | None:
        """Leave the least valuable out of the first plan, other things than the plans before."""
        case, first = self._study.case, plans[0]
        if self._ranked is None:
            self._ranked = dispensable(case, first)
        spared = {code for code in first.activities if any(code not in p.activities for p in plans)}
        allowed = self._loss * abs(first.proof.objective) if self._study.sign > 0 else 0.0
        plan = without_least(case, first, self._ranked, spared, allowed)
        return plan if plan is not None and self._within(plan) else None

    def _refilled(self, plan: Plan, seconds: float) -> Plan:
        """Let the money that was set free do something else."""
        gone = set(self._plan.activities) - set(plan.activities)
        changes = [self._study.without(code) for code in sorted(gone)]
        columns = {number: ends for change in changes for number, ends in change.columns.items()}
        scenario = self._study.case.scenario
        larang = (*scenario.larang, *sorted(gone))
        case = Case(plan.pack, scenario.model_copy(update={"larang": larang}))
        answer = search(
            self._study,
            Change(columns=columns),
            "Mengisi kembali rencana lain",
            seconds=seconds,
            start=filled(case, plan),
            aim="grow",
        )
        better = answer.plan is not None and self._study.sign * (
            answer.plan.proof.objective - plan.proof.objective
        )
        return answer.plan if answer.plan is not None and better > 0 else plan

    def _farthest(self, apart: Distance, start: Plan, seconds: float) -> Solution:
        known = start_values(self._study.model, planned_volumes(start))
        more = len(apart.problem.names) - len(known)
        return solve(
            apart.problem,
            apart.objective,
            Limits(gap=0.0, seconds=max(LEAST, min(seconds, self._study.clock.left))),
            start=(*known, *(None,) * more),
            on_progress=self._study.on_progress,
            stop=self._study.clock.stop,
        )

    def _cheapest(self, apart: Distance, solution: Solution, seconds: float) -> Solution:
        """Make the plan as cheap as its distance allows: what only looks different goes out."""
        distance = apart.objective.expression.terms
        kept = Row("jarak", distance, (solution.objective or 0.0) - NOISE, None)
        problem = replace(apart.problem, rows=(*apart.problem.rows, kept))
        cost = self._study.model.problem.objectives[-1]  # the last one is always the cost
        return solve(
            problem,
            cost,
            Limits(gap=0.01, seconds=max(LEAST, seconds)),
            start=solution.values,
            stop=self._study.clock.stop,
        )

    def _best(self, solution: Solution, settled: Solution) -> Plan | None:
        for each in (settled, solution):
            plan = checked_plan(self._study.model, each, self._study.case) if each.found else None
            if plan is not None and self._within(plan):
                return plan
        return None

    def _within(self, plan: Plan) -> bool:
        known = self._plan.proof.objective
        lost = self._study.sign * (known - plan.proof.objective)
        return lost <= self._loss * abs(known) * (1 + NOISE) + NOISE

    def _described(self, plan: Plan, measure: Measure) -> Alternative:
        first = self._plan
        known = first.proof.objective
        lost = self._study.sign * (known - plan.proof.objective)
        mine, theirs = set(first.activities), set(plan.activities)
        moved = tuple(
            code
            for code in first.activities
            if code in theirs and any(
                first.volumes.get((code, year)) != plan.volumes.get((code, year))
                for year in plan.years
            )
        )  # fmt: skip
        order = list(plan.pack.activities)
        return Alternative(
            plan,
            lost / abs(known) if known else 0.0,
            tuple(code for code in order if code in mine - theirs),
            tuple(code for code in order if code in theirs - mine),
            moved,
            measure,
        )


def _none(solution: Solution) -> bool:
    if solution.status is Status.INFEASIBLE:
        return True
    return solution.bound is not None and solution.bound < 0.5
