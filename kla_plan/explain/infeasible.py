"""Why no plan is possible: the smallest set of rules that clash, and what would resolve it.

An elastic filter (Chinneck and Dravnieks, 1991) collects rules that cannot all hold: as long as
the rules not collected yet may be broken, whatever must be broken is collected and made hard;
when nothing can be broken any more, the collected rules clash by themselves. A deletion filter
then drops every rule that the clash does not need. Both run on the relaxation where it already
fails, which takes moments, and on the whole-number problem where only that one fails; the last
deletion always uses whole numbers, so that every rule named is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kla_plan.explain.elastic import clauses, only, relaxed, soften
from kla_plan.explain.words import Words, in_words
from kla_plan.findings import Finding, Place
from kla_plan.pack.model import Pack
from kla_plan.problem.build import Model, build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause, Linear, Objective, Problem
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Status, solve

#: Seconds for one question to the solver; a question left open keeps the rule it was about.
SECONDS = 10.0
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
        way on it alone is not enough.
    """

    clause: Clause
    words: Words
    alone: float | None


def why_infeasible(pack: Pack, scenario: Scenario) -> tuple[Conflict, ...]:
    """Return the rules that clash; an empty tuple if no clash was found.

    The set is minimal: without any one of its rules the others can all be kept.
    """
    model = build(Case(pack, scenario))
    core = _core(model.problem)
    return tuple(_conflict(model, clause, core) for clause in core)


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


def _core(problem: Problem) -> tuple[Clause, ...]:
    easy = relaxed(problem)
    whole = _feasible(easy) is not False
    collected = _collect(problem if whole else easy)
    if not whole:
        collected = _drop(easy, collected)
    return tuple(_drop(problem, collected))


def _collect(problem: Problem) -> list[Clause]:
    soft = list(clauses(problem))
    collected: list[Clause] = []
    while soft:
        elastic = soften(problem, soft)
        solution = solve(elastic.problem, elastic.price, Limits(gap=0.01, seconds=SECONDS))
        if not solution.found:
            break
        broken = elastic.broken(solution)
        if not broken:
            break
        collected.extend(clause for clause in soft if clause in broken)
        soft = [clause for clause in soft if clause not in broken]
    return collected


def _drop(problem: Problem, collected: list[Clause]) -> list[Clause]:
    """Drop every rule without which the others still clash."""
    kept = list(collected)
    for clause in collected:
        rest = [other for other in kept if other != clause]
        if _feasible(only(problem, rest)) is False:
            kept = rest
    return kept


def _feasible(problem: Problem) -> bool | None:
    solution = solve(problem, _NOTHING, Limits(gap=1.0, seconds=SECONDS))
    if solution.found:
        return True
    return False if solution.status is Status.INFEASIBLE else None


def _conflict(model: Model, clause: Clause, core: Sequence[Clause]) -> Conflict:
    elastic = soften(only(model.problem, core), [clause])
    slack = Objective("longgar", maximise=False, expression=elastic.slacks[clause])
    whole = soften(model.problem, [clause])
    everything = Objective("longgar", maximise=False, expression=whole.slacks[clause])
    alone = solve(whole.problem, everything, Limits(gap=0.001, seconds=SECONDS))
    least = solve(elastic.problem, slack, Limits(gap=0.001, seconds=SECONDS))
    amount = alone.objective if alone.found else None
    needed = least.objective if least.found else None
    return Conflict(clause, in_words(model.case, clause, amount, needed), amount)
