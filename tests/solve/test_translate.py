"""Our problem and PuLP's model say the same, in the same order."""

import math

import pulp
from support.every_rule import every_rule

from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.solve.translate import to_pulp


def test_every_column_and_row_arrives_in_order() -> None:
    problem = build(Case(*every_rule())).problem
    model = to_pulp(problem, problem.objectives[0])
    assert model.sense == pulp.LpMaximize
    columns = model.variables()
    assert [c.name for c in columns] == [f"c{n}" for n in range(len(problem.names))]
    assert [c.lowBound for c in columns] == list(problem.lower)
    tops = [math.inf if top is None else top for top in problem.upper]
    assert [c.upBound for c in columns] == tops
    assert [c.cat == "Integer" for c in columns] == list(problem.integer)
    expected = []
    for number, row in enumerate(problem.rows):
        terms = {f"c{v}": c for v, c in row.terms.items()}
        if row.lower is not None and row.lower == row.upper:
            expected.append((f"r{number}", "=", terms, row.lower))
            continue
        if row.lower is not None:
            expected.append((f"r{number}l", ">=", terms, row.lower))
        if row.upper is not None:
            expected.append((f"r{number}u", "<=", terms, row.upper))
    signs = {-1: "<=", 0: "=", 1: ">="}
    arrived = [
        (c.name, signs[c.sense], {v.name: k for v, k in c.items() if k}, -c.constant)
        for c in model.constraints()
    ]
    assert arrived == expected


def test_least_is_asked_for_as_least_and_constants_are_kept() -> None:
    problem = build(Case(*every_rule())).problem
    cost = problem.objectives[1]
    model = to_pulp(problem, cost)
    assert model.sense == pulp.LpMinimize
    assert model.objective.constant == cost.expression.constant


def test_a_start_is_written_into_the_columns() -> None:
    problem = build(Case(*every_rule())).problem
    start = [None, *range(1, len(problem.names))]
    model = to_pulp(problem, problem.objectives[0], start)
    assert [c.varValue for c in model.variables()] == start
