"""What else is nearly as good: different plans within a stated loss, and what all have in common.

One after another, each new plan leaves out as many activities of *every* plan before it as the
loss allows (a max–min distance), and is then made as cheap as that distance allows, so that
nothing is in it only to look different. The search begins from what can be left out by hand;
where it finds nothing farther in its time, the money set free is spent on other things. Where no
activity can be left out, deliveries in single years are counted in place of activities.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from kla_plan.explain.clock import Clock
from kla_plan.explain.distance import Distance, Measure, distance_problem
from kla_plan.explain.fill import filled
from kla_plan.explain.leave_out import Dispensable, dispensable, without_least
from kla_plan.explain.listing import listed
from kla_plan.explain.search import checked_plan, search
from kla_plan.explain.study import Change, Study, planned_volumes, study_of
from kla_plan.indonesian import number, percent, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Row
from kla_plan.problem.start import start_values
from kla_plan.solve import Limits, Solution, Status, solve
from kla_plan.solve.door import OnProgress, Stop

#: Seconds below which the search for a further plan is not begun.
LEAST = 1.0
#: Share of a plan's time for its distance; the rest makes it cheap, or fills it up again.
APART = 0.4
_MEASURES: tuple[Measure, ...] = ("kegiatan", "tahun")
#: Floating-point room when the score reached is kept.
NOISE = 1e-6


@dataclass(frozen=True, slots=True)
class Alternative:
    """A plan nearly as good as the best known.

    Attributes
    ----------
    plan
        The plan, checked outside the solver.
    loss
        Relative loss against the best known plan; negative where it is better.
    without, instead
        Activities of the first plan that it leaves out, and those it has in their place.
    moved
        Activities in both plans whose volumes differ in some year.
    measure
        What was kept different: ``kegiatan``, or ``tahun`` (deliveries in single years).
    """

    plan: Plan
    loss: float
    without: tuple[str, ...]
    instead: tuple[str, ...]
    moved: tuple[str, ...]
    measure: Measure


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Different plans that are nearly as good.

    Attributes
    ----------
    plan
        The plan they are compared with.
    found
        The alternatives, in the order in which they were found.
    allowed
        Relative loss that was allowed.
    complete
        Whether it is proven that there is no further plan within the loss.
    seconds
        Wall time spent.
    """

    plan: Plan
    found: tuple[Alternative, ...]
    allowed: float
    complete: bool
    seconds: float

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plan itself and its alternatives."""
        return (self.plan, *(other.plan for other in self.found))

    @property
    def always(self) -> tuple[str, ...]:
        """Activities that are in every one of the plans: nothing to regret."""
        return tuple(
            code for code in self.plan.pack.activities
            if all(code in plan.activities for plan in self.plans)
        )  # fmt: skip

    def frequency(self) -> dict[str, float]:
        """Return the share of the plans that hold each activity."""
        return {
            code: sum(code in plan.activities for plan in self.plans) / len(self.plans)
            for code in self.plan.pack.activities
        }

    def table(self) -> pd.DataFrame:
        """Return one row per plan: ``rencana, kehilangan, mandiri, rupiah, kegiatan_dipakai,
        tanpa, sebagai_gantinya, bergeser`` (codes and a count).
        """  # noqa: D205 - one sentence, too long for one line
        rows: list[dict[str, object]] = [_row("Rencana ini", self.plan, None)]
        rows += [
            _row(f"Pilihan {place}", other.plan, other) for place, other in enumerate(self.found, 1)
        ]
        return pd.DataFrame(rows)

    def presence(self) -> pd.DataFrame:
        """Return ``kegiatan, nama, muncul`` (share of the plans), the surest first."""
        share = self.frequency()
        rows = [
            (code, activity.nama, share[code])
            for code, activity in self.plan.pack.activities.items()
            if share[code] > 0
        ]
        table = pd.DataFrame(rows, columns=["kegiatan", "nama", "muncul"])
        return table.sort_values(["muncul", "kegiatan"], ascending=[False, True], ignore_index=True)

    def sentences(self) -> list[str]:
        """Say what distinguishes each plan and what all have in common."""
        return _sentences(self)


def alternatives(
    plan: Plan,
    count: int = 5,
    loss: float = 0.01,
    *,
    seconds: float = 60.0,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Alternatives:
    """Return up to ``count`` genuinely different plans that lose at most ``loss``.

    Parameters
    ----------
    loss
        Share of the plan's objective that an alternative may lose (cost more, where the plan
        seeks the least cost).
    """
    study = study_of(plan, seconds, on_progress=on_progress, stop=stop)
    search = _Search(study, plan, loss)
    found: list[Alternative] = []
    complete = False
    while len(found) < count and study.clock.left >= LEAST:
        study.tell(f"Mencari rencana lain {len(found) + 1} dari {count}")
        plans = [plan, *(other.plan for other in found)]
        other, complete = search.next(plans, study.clock.share(count - len(found)))
        if other is None:
            break
        found.append(other)
    return Alternatives(plan, tuple(found), loss, complete, study.clock.elapsed)


class _Search:
    """Further and further plans, each away from all before it."""

    def __init__(self, study: Study, plan: Plan, loss: float) -> None:
        self._study, self._plan, self._loss = study, plan, loss
        self._ranked: list[Dispensable] | None = None
        objective, known = study.objective, plan.proof.objective
        worst = known - study.sign * loss * abs(known)
        limit = worst / objective.unit - objective.expression.constant
        slack = NOISE * max(1.0, abs(limit))
        row = Row(
            "kehilangan",
            objective.expression.terms,
            limit - slack if objective.maximise else None,
            None if objective.maximise else limit + slack,
        )
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


def _row(name: str, plan: Plan, other: Alternative | None) -> dict[str, object]:
    return {
        "rencana": name,
        "kehilangan": 0.0 if other is None else other.loss,
        "mandiri": float(plan.score(plan.years[-1]).total),
        "rupiah": plan.cost(),
        "kegiatan_dipakai": len(plan.activities),
        "tanpa": "" if other is None else ";".join(other.without),
        "sebagai_gantinya": "" if other is None else ";".join(other.instead),
        "bergeser": 0 if other is None else len(other.moved),
    }


def _sentences(found: Alternatives) -> list[str]:
    lines = []
    if not found.found:
        reason = "terbukti tidak ada" if found.complete else "tidak ditemukan dalam batas waktu"
        return [f"Rencana lain dalam kehilangan {percent(found.allowed)} {reason}."]
    for place, other in enumerate(found.found, 1):
        cost = other.plan.cost() - found.plan.cost()
        price = (
            f"{rupiah(abs(cost))} lebih {'mahal' if cost > 0 else 'murah'}"
            if cost
            else "sama biayanya"
        )
        parts = []
        if other.without:
            parts.append(f"tanpa {listed(other.without, 6)}")
        if other.instead:
            parts.append(f"sebagai gantinya {listed(other.instead, 6)}")
        if other.moved:
            parts.append(f"{number(len(other.moved))} kegiatan berubah volume atau tahunnya")
        lines.append(
            f"Pilihan {place} kehilangan {percent(max(0.0, other.loss), 2)} dan {price}: "
            f"{'; '.join(parts) or 'hanya pembagian tahunnya berbeda'}."
        )
    lines.append(
        f"{number(len(found.always))} kegiatan ada pada semua {number(len(found.plans))} rencana; "
        "kegiatan itu dapat dimulai tanpa menunggu pilihan."
    )
    if found.complete:
        lines.append("Terbukti tidak ada rencana lain dalam batas kehilangan itu.")
    return lines
