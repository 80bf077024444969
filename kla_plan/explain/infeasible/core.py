"""The rules that clash: collected by an elastic filter, then as few as can be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from kla_plan.explain.clock import Clock
from kla_plan.explain.elastic import clauses, only, relaxed, soften
from kla_plan.problem.linear import Clause, Linear, Objective, Problem
from kla_plan.solve import Limits, Status, solve
from kla_plan.solve.relaxation import Relaxation

#: Seconds for one question to the solver; a question left open keeps the rule it was about.
SECONDS = 10.0
NOTHING = Objective("layak", maximise=False, expression=Linear())


@dataclass(frozen=True, slots=True)
class Core:
    """Rules that clash.

    Attributes
    ----------
    clauses
        The rules; none if no clash was found.
    needed
        Those of them without which the others are proven to be possible.
    """

    clauses: tuple[Clause, ...]
    needed: frozenset[Clause]


def core(problem: Problem, clock: Clock) -> Core:
    """Return the rules that clash, none of them without need as far as time allows."""
    relaxation_fails = _fails(Relaxation(problem, NOTHING))
    collected = _collect(relaxed(problem) if relaxation_fails else problem, clock)
    if relaxation_fails:
        collected = _drop_relaxed(problem, collected)
    return _dropped(problem, collected, clock)


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
    relaxation = Relaxation(small, NOTHING)
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


def _dropped(problem: Problem, collected: list[Clause], clock: Clock) -> Core:
    """Drop every rule without which the others still clash; without time left, none."""
    kept, needed = list(collected), set[Clause]()
    for number, clause in enumerate(collected):
        if clock.over:
            break
        rest = [other for other in kept if other != clause]
        seconds = min(SECONDS, clock.share(len(collected) - number))
        possible = _feasible(only(problem, rest), seconds)
        if possible is False:
            kept = rest
        elif possible:
            needed.add(clause)
    return Core(tuple(kept), frozenset(needed))


def _feasible(problem: Problem, seconds: float) -> bool | None:
    solution = solve(problem, NOTHING, Limits(gap=1.0, seconds=seconds))
    if solution.found:
        return True
    return False if solution.status is Status.INFEASIBLE else None
