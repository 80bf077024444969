"""From the neutral problem to PuLP's model, rows and columns in the same order."""

from collections.abc import Sequence

import pulp

from kla_plan.problem.linear import Linear, Objective, Problem


def to_pulp(
    problem: Problem, objective: Objective, start: Sequence[float | None] | None = None
) -> pulp.LpProblem:
    """Return the problem with one of its objectives as a PuLP model.

    Columns are called ``c0``, ``c1``, …: PuLP and the LP format do not allow the brackets and
    commas of our names. A row bounded on both sides becomes two.
    """
    sense = pulp.LpMaximize if objective.maximise else pulp.LpMinimize
    model = pulp.LpProblem("kla", sense)
    columns = [
        model.add_variable(
            f"c{number}",
            problem.lower[number],
            problem.upper[number],
            "Integer" if problem.integer[number] else "Continuous",
        )
        for number in range(len(problem.names))
    ]
    if start is not None:
        for column, value in zip(columns, start, strict=True):
            column.varValue = value
    model.setObjective(_expression(columns, objective.expression))
    for number, row in enumerate(problem.rows):
        left = _expression(columns, Linear(row.terms))
        if row.lower is not None and row.lower == row.upper:
            model.addConstraint(left == row.lower, f"r{number}")
            continue
        if row.lower is not None:
            model.addConstraint(left >= row.lower, f"r{number}l")
        if row.upper is not None:
            model.addConstraint(left <= row.upper, f"r{number}u")
    return model


def _expression(columns: list[pulp.LpVariable], linear: Linear) -> pulp.LpAffineExpression:
    terms = {columns[variable]: coefficient for variable, coefficient in linear.terms.items()}
    return pulp.LpAffineExpression.from_dict(terms, linear.constant)
