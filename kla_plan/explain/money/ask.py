"""Searches with one budget after another, as long as there is time."""

from dataclasses import replace

from kla_plan.explain.by_hand import plan_by_hand
from kla_plan.explain.fill import filled
from kla_plan.explain.money.result import MoneyPoint
from kla_plan.explain.money.sentences import HEADS
from kla_plan.explain.purse_changes import (
    MoneyChange,
    changed_pack,
)
from kla_plan.explain.search import Answer, search
from kla_plan.explain.study import Change, Study, planned_volumes
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import ceilings

#: Seconds below which a search says no more than the relaxation did.
LEAST = 1.0


#: Share of the time for the budget levels; the rest goes to single years, OPDs and funds.
CURVE = 0.45


class Ask:
    """Searches with one budget after another, as long as there is time."""

    def __init__(self, study: Study, base: Plan, gap: float) -> None:
        self._study, self._base, self._gap = study, base, gap

    def levels(self, changes: list[MoneyChange]) -> list[MoneyPoint]:
        """Ask for each budget level, upwards: what is possible with less is possible with more."""
        points: list[MoneyPoint] = []
        end = self._study.clock.part(CURVE)
        known: Plan | None = None
        for number_, change in enumerate(changes):
            if change.rupiah >= 0 and (known is None or self._worse(known)):
                known = self._base
            # With less money, parts of the plan itself are a better start than a poorer plan.
            start = self._base if change.rupiah < 0 or known is None else known
            point = self._point(change, start, end.share(len(changes) - number_))
            if point.plan is None and known is not None:
                point = replace(point, value=known.proof.objective)
            known = point.plan or known
            points.append(point)
        return self._monotone(points)

    def extras(self, changes: list[MoneyChange]) -> list[MoneyPoint]:
        """Ask for extra money, where the relaxation promises most first."""
        sign = self._study.sign
        limits = {id(change): self._study.limit(self._change(change)) for change in changes}

        def promise(change: MoneyChange) -> float:
            limit = limits[id(change)]
            return float("-inf") if limit is None else -sign * limit / change.rupiah

        ranked = sorted(changes, key=promise)
        kinds = [change.kind for change in ranked]
        turn = {id(c): kinds[:place].count(c.kind) for place, c in enumerate(ranked)}
        points = []
        for done, change in enumerate(sorted(ranked, key=lambda c: turn[id(c)])):
            seconds = self._study.clock.share(len(changes) - done)
            points.append(self._point(change, self._base, seconds))
        return sorted(points, key=self._gain, reverse=True)

    def _gain(self, point: MoneyPoint) -> tuple[bool, float]:
        if point.value is None:
            return (False, 0.0)
        gain = self._study.sign * (point.value - self._base.proof.objective)
        return (point.asked, gain / max(1, abs(point.change.rupiah)))

    def _worse(self, plan: Plan) -> bool:
        return self._study.sign * (plan.proof.objective - self._base.proof.objective) < 0

    def _change(self, change: MoneyChange) -> Change:
        unit = self._study.case.unit
        return self._study.shifted(
            {Clause(ceilings.RULE_TOP, key): top / unit for key, top in change.tops.items()}
        )

    def _point(self, change: MoneyChange, start: Plan, seconds: float) -> MoneyPoint:
        problem_change = self._change(change)
        more = change.rupiah > 0
        if self._study.clock.left < LEAST:
            value = self._base.proof.objective if more else None
            return MoneyPoint(
                change, value, self._study.limit(problem_change), asked=False, plan=None
            )
        case = Case(changed_pack(self._study.case.pack, change), self._study.case.scenario)
        answer: Answer = search(
            self._study,
            problem_change,
            f"Nilai uang: {HEADS[change.kind]} {change.key}",
            seconds=max(LEAST, seconds),
            case=case,
            start=filled(case, start) if more else planned_volumes(start),
            gap=self._gap,
            aim="grow" if more else "shrink",
        )
        if answer.plan is None and not more and not answer.impossible:
            answer = replace(answer, plan=_by_hand(case))
        value = answer.value
        if more and (value is None or self._study.sign * (value - self._base.proof.objective) < 0):
            value = self._base.proof.objective
        return MoneyPoint(change, value, answer.bound, asked=True, plan=answer.plan)

    def _monotone(self, points: list[MoneyPoint]) -> list[MoneyPoint]:
        """Let what is known of one level bound the others: more money is never worth less."""
        sign, own = self._study.sign, self._base.proof
        result = []
        for place, point in enumerate(points):
            above = [p.bound for p in points[place:] if p.bound is not None]
            if point.change.rupiah < 0 and own.bound is not None:
                above.append(own.bound)
            below = [p.value for p in points[: place + 1] if p.value is not None]
            if point.change.rupiah > 0:
                below.append(own.objective)
            value = sign * max((sign * v for v in below), default=float("nan"))
            bound = sign * min((sign * b for b in above), default=float("nan"))
            result.append(
                replace(
                    point,
                    value=value if below else None,
                    bound=bound if above else None,
                )
            )
        return result


def _by_hand(case: Case) -> Plan | None:
    """Return the plan of deciding by hand, where nothing better is known."""
    plan = plan_by_hand(case.pack, case.scenario)
    return None if plan is None or verify_plan(plan) else plan
