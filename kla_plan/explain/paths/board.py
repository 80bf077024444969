"""What is known of every aim while it is being sought: plans and bounds that help each other."""

from collections.abc import Sequence
from dataclasses import replace

from kla_plan.explain.aims import Aim, meets, reachable, targets_of
from kla_plan.explain.clock import Clock
from kla_plan.explain.paths.cell import GAP, Cell
from kla_plan.explain.risk.prune import pruned
from kla_plan.explain.search import plan_of, search
from kla_plan.explain.study import Change, Study, planned_volumes
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import targets
from kla_plan.problem.rules.targets import needed


class Board:
    """What is known of every cell: plans and bounds."""

    def __init__(self, study: Study, asked: Sequence[Aim], first: Plan | None) -> None:
        self._study, self._asked, self._first = study, asked, first
        self._known = [] if first is None or not _holds(study.case, first) else [first]
        self._bounds: dict[Aim, float] = dict.fromkeys(asked, 0.0)
        self._reached: dict[int, float | None] = {}

    def bound_all(self) -> None:
        """Bound every cell by the relaxation."""
        self._study.tell("Membatasi setiap sasaran dengan relaksasi")
        for aim in self._asked:
            limit = self._study.limit(self._change(aim))
            self._raise(aim, 0.0 if limit is None else limit)

    def cheapen_all(self, clock: Clock) -> None:
        """Leave out of a plan that is known, for every aim it meets, what the aim does not need.

        Nothing is searched for: it takes moments, and is done for the latest years first, where
        most can be left out.
        """
        for aim in sorted(self._asked, key=lambda a: -a.year):
            known = self._plan(aim)
            if clock.over or known is None or self._width(aim) <= GAP:
                continue
            volumes = pruned(known, aim.year, aim.total(self._study.case))
            plan = plan_of(Case(known.pack, known.scenario), volumes)
            if plan is not None and plan.cost() < known.cost():
                self._known.append(plan)

    def least_known(self, tried: dict[Aim, int]) -> list[Aim]:
        """Return the aims that are not settled, that of which least is known first.

        Each is asked about twice at most, and twice only when all others were asked about.
        """
        open_ = [a for a in self._asked if self._bounds[a] < float("inf") and tried.get(a, 0) < 2]
        width = {aim: self._width(aim) for aim in open_}
        wide = [aim for aim in open_ if width[aim] > GAP]
        return sorted(wide, key=lambda a: (tried.get(a, 0), -width[a], -a.year))

    def reached(self, aim: Aim) -> bool:
        """Whether a plan for an aim is known."""
        return self._plan(aim) is not None

    def _width(self, aim: Aim) -> float:
        plan = self._plan(aim)
        if plan is None:
            return 1.0
        cost = plan.cost()
        return max(0.0, cost - self._bounds[aim]) / cost if cost else 0.0

    def ask(self, aim: Aim, seconds: float) -> None:
        """Search for the cheapest plan of one aim."""
        study, known = self._study, self._plan(aim)
        scenario = study.case.scenario.model_copy(
            update={"target": targets_of(study.case.pack, aim)}
        )
        start = known or self._first
        answer = search(
            study,
            self._change(aim),
            f"{aim.predicate} ({aim.basis}) sejak {aim.year}",
            seconds=seconds,
            case=Case(study.case.pack, scenario),
            start=None if start is None else planned_volumes(start),
            gap=GAP / 2,
            aim="free" if known is None else "shrink",
        )
        if answer.plan is not None:
            self._known.append(answer.plan)
        if answer.bound is not None:
            self._raise(aim, answer.bound)

    def cells(self) -> tuple[Cell, ...]:
        """Return what is known of every cell."""
        result = []
        for aim in self._asked:
            plan = self._plan(aim)
            most = None if plan is not None else self._most(aim.year)
            result.append(Cell(aim, plan, self._bounds[aim], most))
        return tuple(result)

    def _most(self, year: int) -> float | None:
        if year not in self._reached:
            self._reached[year] = reachable(self._study, year)
        return self._reached[year]

    def _plan(self, aim: Aim) -> Plan | None:
        """Return the cheapest known plan that reaches an aim."""
        good = [p for p in self._known if meets(self._study.case, p, aim)]
        plan = min(good, key=lambda p: p.cost(), default=None)
        if plan is None:
            return None
        scenario = self._study.case.scenario.model_copy(
            update={"target": targets_of(self._study.case.pack, aim)}
        )
        proof = replace(
            plan.proof,
            status="time_limit",
            objective=float(plan.cost()),
            bound=min(self._bounds[aim], float(plan.cost())),
            stages=(),
        )
        return replace(plan, scenario=scenario, proof=proof)

    def _raise(self, aim: Aim, bound: float) -> None:
        """Take note of a bound: whatever is harder costs at least as much."""
        for other in self._asked:
            if other.harder_than(aim, self._study.case):
                self._bounds[other] = max(self._bounds[other], bound)

    def _change(self, aim: Aim) -> Change:
        case, rows = self._study.case, {}
        wanted = {t.tahun: t for t in targets_of(case.pack, aim)}
        for place, target in enumerate(case.scenario.target, 1):
            (row,) = self._study.rows_of[Clause(targets.RULE, (place,))]
            constant = -(self._study.model.problem.rows[row].lower or 0.0)
            aimed = wanted.get(target.tahun)
            low = None if aimed is None else float(needed(case, aimed)) - constant
            rows[row] = (low, None)
        return Change(rows=rows)


def _holds(case: Case, plan: Plan) -> bool:
    """Whether a plan keeps every rule when no target is set."""
    scenario = case.scenario.model_copy(update={"target": ()})
    proof = replace(plan.proof, status="time_limit", objective=float(plan.cost()), bound=None)
    return not verify_plan(replace(plan, scenario=scenario, proof=replace(proof, stages=())))
