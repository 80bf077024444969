"""Why no plan is possible: the smallest set of rules that clash, and what would resolve it.

An elastic filter (Chinneck and Dravnieks, 1991) collects rules that cannot all hold: as long as
the rules not collected yet may be broken, whatever must be broken is collected and made hard;
when nothing can be broken any more, the collected rules clash by themselves. A deletion filter
then drops every rule that the clash does not need. Both run on the relaxation where it already
fails, which takes moments, and on the whole-number problem where only that one fails; the last
deletion always uses whole numbers, so that every rule named is needed.

How far one rule alone must give way is asked of the relaxation first: where even that finds no
answer, or where its answer can be had in whole numbers too, no search is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kla_plan.explain.clock import Clock
from kla_plan.explain.elastic import clauses, only, relaxed, soften
from kla_plan.explain.words import Words, in_words
from kla_plan.findings import Finding, Place
from kla_plan.pack.model import Pack
from kla_plan.plan.baselines import rough_start
from kla_plan.problem.build import Model, build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause, Linear, Objective, Problem
from kla_plan.problem.start import start_values
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Status, solve
from kla_plan.solve.door import Stop
from kla_plan.solve.relaxation import Relaxation

#: Seconds for one question to the solver; a question left open keeps the rule it was about.
SECONDS = 10.0
#: Seconds for the whole explanation, unless told otherwise.
ALL_SECONDS = 10.0
#: Share of the time in which the clash is sought; the rest goes to the changes that resolve it.
SEARCH = 0.5
#: Amounts closer than this share of themselves are the same.
CLOSE = 0.001
_NOTHING = Objective("layak", maximise=False, expression=Linear())


@dataclass(frozen=True, slots=True)
class Conflict:
    """One of the rules that clash.

    Attributes
    ----------
    clause
        The rule.
    words
        Its name, what is there and what is needed, in Indonesian.
    alone
        How far this rule alone would have to give way, in its own unit; ``None`` where giving
        way on it alone is not enough, or no answer was found in time.
    least
        Whether it is proven that ``alone`` cannot be less.
    """

    clause: Clause
    words: Words
    alone: float | None
    least: bool = True


def why_infeasible(
    pack: Pack,
    scenario: Scenario,
    *,
    seconds: float = ALL_SECONDS,
    stop: Stop | None = None,
) -> tuple[Conflict, ...]:
    """Return the rules that clash; an empty tuple if no clash was found.

    The set is minimal: without any one of its rules the others can all be kept. Only where the
    time did not suffice to see that can it hold a rule too many.
    """
    clock = Clock(seconds, stop)
    case = Case(pack, scenario)
    model = build(case)
    core = _core(model.problem, clock.part(SEARCH))
    if not core:
        return ()
    possible = _possible(model.problem, core)
    start = start_values(model, rough_start(pack, scenario)) if possible else ()
    conflicts = []
    for clause in core:
        least = _Least(None, proven=True)
        if clause in possible:
            seconds = clock.share(len(possible))
            possible.discard(clause)
            least = _Least(None, proven=False)
            if not clock.over:
                least = _least(model.problem, clause, start, seconds)
        conflicts.append(_conflict(model, clause, core, least, clock))
    return tuple(conflicts)


def findings(conflicts: Sequence[Conflict]) -> tuple[Finding, ...]:
    """Return the clash as findings, one per rule."""
    return tuple(
        Finding(
            code=f"KLA-T-{conflict.words.code}",
            message=f"{conflict.words.title}: {conflict.words.have}",
            remedy=conflict.words.change,
            place=Place(sheet=conflict.words.sheet),
        )
        for conflict in conflicts
    )


def _core(problem: Problem, clock: Clock) -> tuple[Clause, ...]:
    relaxation_fails = _fails(Relaxation(problem, _NOTHING))
    collected = _collect(relaxed(problem) if relaxation_fails else problem, clock)
    if relaxation_fails:
        collected = _drop_relaxed(problem, collected)
    return tuple(_drop(problem, collected, clock))


def _collect(problem: Problem, clock: Clock) -> list[Clause]:
    soft = list(clauses(problem))
    collected: list[Clause] = []
    while soft:
        elastic = soften(problem, soft)
        limits = Limits(gap=0.01, seconds=max(1.0, min(SECONDS, clock.left)))
        solution = solve(elastic.problem, elastic.price, limits, stop=clock.stop)
        if not solution.found:
            break
        broken = elastic.broken(solution)
        if not broken:
            break
        collected.extend(clause for clause in soft if clause in broken)
        soft = [clause for clause in soft if clause not in broken]
    return collected


def _drop_relaxed(problem: Problem, collected: list[Clause]) -> list[Clause]:
    """Drop every rule without which the relaxation of the others still fails."""
    small = only(problem, collected)
    relaxation = Relaxation(small, _NOTHING)
    kept = list(collected)
    for clause in collected:
        rest = [other for other in kept if other != clause]
        free = [n for n, row in enumerate(small.rows) if row.clause and row.clause not in rest]
        if _fails(relaxation, free):
            kept = rest
    return kept


def _fails(relaxation: Relaxation, free: Sequence[int] = ()) -> bool:
    """Whether the relaxation has no solution even without these rows."""
    return relaxation.value(dict.fromkeys(free, (None, None))) == float("inf")


def _drop(problem: Problem, collected: list[Clause], clock: Clock) -> list[Clause]:
    """Drop every rule without which the others still clash; without time left, none."""
    kept = list(collected)
    for number, clause in enumerate(collected):
        if clock.over:
            break
        rest = [other for other in kept if other != clause]
        seconds = min(SECONDS, clock.share(len(collected) - number))
        if _feasible(only(problem, rest), seconds) is False:
            kept = rest
    return kept


def _feasible(problem: Problem, seconds: float) -> bool | None:
    solution = solve(problem, _NOTHING, Limits(gap=1.0, seconds=seconds))
    if solution.found:
        return True
    return False if solution.status is Status.INFEASIBLE else None


def _possible(problem: Problem, core: Sequence[Clause]) -> set[Clause]:
    """Return the rules which, giving way alone, might be enough: the relaxation allows it."""
    elastic = soften(problem, core)
    columns = {clause: tuple(slack.terms) for clause, slack in elastic.slacks.items()}
    closed = {column for mine in columns.values() for column in mine}
    upper = tuple(0.0 if n in closed else u for n, u in enumerate(elastic.problem.upper))
    relaxation = Relaxation(replace(elastic.problem, upper=upper), _NOTHING)
    return {
        clause
        for clause, mine in columns.items()
        if relaxation.value(columns=dict.fromkeys(mine, (0.0, None))) != float("inf")
    }


@dataclass(frozen=True, slots=True)
class _Least:
    """The least amount by which a rule must give way, if one was found."""

    amount: float | None
    proven: bool


def _least(
    problem: Problem, clause: Clause, start: Sequence[float | None], seconds: float
) -> _Least:
    """Return how far one rule must give way so that all rules of the problem can be kept."""
    elastic = soften(problem, [clause])
    slack = Objective("longgar", maximise=False, expression=elastic.slacks[clause])
    more = len(elastic.problem.names) - len(problem.names)
    solution = solve(
        elastic.problem,
        slack,
        Limits(gap=CLOSE, seconds=min(SECONDS, seconds)),
        start=(*start, *(None,) * more) if start else None,
    )
    if not solution.found or solution.objective is None:
        return _Least(None, proven=solution.status is Status.INFEASIBLE)
    distance = solution.objective - max(0.0, solution.bound or 0.0)
    return _Least(solution.objective, proven=distance <= CLOSE * max(1.0, solution.objective))


def _conflict(
    model: Model, clause: Clause, core: Sequence[Clause], alone: _Least, clock: Clock
) -> Conflict:
    needed = _Least(None, proven=True)
    if alone.amount is None and not clock.over:
        needed = _least(only(model.problem, core), clause, (), clock.share(len(core)))
    words = in_words(model.case, clause, alone.amount, needed.amount, least=alone.proven)
    return Conflict(clause, words, alone.amount, alone.proven)
