"""Elastic problems: chosen rules may be broken, at a price, to see which ones stand in the way."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kla_plan.problem.linear import Clause, Linear, Objective, Problem, Row
from kla_plan.solve import Solution

#: A rule counts as broken when one of its rows is off by more than this.
BROKEN = 1e-5


@dataclass(frozen=True, slots=True)
class Elastic:
    """A problem whose soft rules may be broken, the price, and the columns that tell how far."""

    problem: Problem
    price: Objective
    slacks: Mapping[Clause, Linear]

    def broken(self, solution: Solution) -> dict[Clause, float]:
        """Return by how much each broken rule is off in a solution, in its own unit."""
        amounts = {clause: solution.value(slack) for clause, slack in self.slacks.items()}
        return {clause: amount for clause, amount in amounts.items() if amount > BROKEN}


def clauses(problem: Problem) -> tuple[Clause, ...]:
    """Return the rules of the planner that stand in a problem, in the order of the rows."""
    return tuple(dict.fromkeys(row.clause for row in problem.rows if row.clause is not None))


def only(problem: Problem, kept: Collection[Clause]) -> Problem:
    """Return the problem with these rules and the plumbing, and no other rule."""
    rows = tuple(row for row in problem.rows if row.clause is None or row.clause in kept)
    return replace(problem, rows=rows)


def relaxed(problem: Problem) -> Problem:
    """Return the problem without whole-number conditions."""
    return replace(problem, integer=(False,) * len(problem.integer))


def size(rows: Iterable[Row]) -> float:
    """Return how large the bounds of a rule's rows are, at least one."""
    bounds = (bound for row in rows for bound in (row.lower, row.upper) if bound is not None)
    return max(1.0, *map(abs, bounds), 1.0)


def soften(problem: Problem, soft: Collection[Clause]) -> Elastic:
    """Let the soft rules be broken: one column per row says by how much.

    The price of a row is what it is off by, relative to the size of its bound, so that a million
    rupiah of a ceiling of a billion weighs as much as a point of a target of a thousand.
    """
    names, lower = list(problem.names), list(problem.lower)
    upper, integer = list(problem.upper), list(problem.integer)
    rows: list[Row] = []
    price = Linear()
    slacks: dict[Clause, Linear] = {}
    for row in problem.rows:
        if row.clause is None or row.clause not in soft:
            rows.append(row)
            continue
        terms = dict(row.terms)
        scale = size([row])
        for bound, sign in ((row.lower, 1.0), (row.upper, -1.0)):
            if bound is None:
                continue
            terms[len(names)] = sign
            price.terms[len(names)] = 1.0 / scale
            slacks.setdefault(row.clause, Linear()).terms[len(names)] = 1.0
            names.append(f"longgar[{row.name},{'bawah' if sign > 0 else 'atas'}]")
            lower.append(0.0)
            upper.append(None)
            integer.append(False)
        rows.append(replace(row, terms=terms))
    elastic = Problem(
        tuple(names), tuple(lower), tuple(upper), tuple(integer), tuple(rows), problem.objectives
    )
    return Elastic(elastic, Objective("longgar", maximise=False, expression=price), slacks)
