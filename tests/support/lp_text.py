"""A problem as readable text in the manner of the LP format, with the names the rules gave.

PuLP's own LP files cannot carry the brackets and commas of our names; a reviewer should see
``pagu_atas[2025,PAD,]`` and not ``r17u``.
"""

from collections.abc import Mapping

from kla_plan.problem.linear import Linear, Objective, Problem, Row


def lp_text(problem: Problem) -> str:
    """Return objectives, rows, bounds and whole-number columns, one per line."""
    lines: list[str] = []
    for objective in problem.objectives:
        lines += [_objective(problem, objective), ""]
    lines.append("Subject To")
    lines += [f"  {_row(problem, row)}" for row in problem.rows]
    lines += ["", "Bounds"]
    lines += [f"  {_bound(problem, number)}" for number in range(len(problem.names))]
    lines += ["", "General"]
    whole = [n for n, integer in zip(problem.names, problem.integer, strict=True) if integer]
    lines += [f"  {name}" for name in whole]
    return "\n".join([*lines, "End", ""])


def _objective(problem: Problem, objective: Objective) -> str:
    sense = "Maximize" if objective.maximise else "Minimize"
    expression = _expression(problem, objective.expression)
    return f"{sense} [{objective.name}, unit {objective.unit:g}]\n  {expression}"


def _row(problem: Problem, row: Row) -> str:
    left = _expression(problem, Linear(row.terms))
    clause = f"   \\ {row.clause.rule}{list(row.clause.key)}" if row.clause else ""
    if row.lower is not None and row.lower == row.upper:
        return f"{row.name}: {left} = {_number(row.lower)}{clause}"
    low = f"{_number(row.lower)} <= " if row.lower is not None else ""
    high = f" <= {_number(row.upper)}" if row.upper is not None else ""
    return f"{row.name}: {low}{left}{high}{clause}"


def _bound(problem: Problem, number: int) -> str:
    upper = problem.upper[number]
    end = "inf" if upper is None else _number(upper)
    return f"{_number(problem.lower[number])} <= {problem.names[number]} <= {end}"


def _expression(problem: Problem, linear: Linear) -> str:
    named = sorted(_named(problem, linear.terms).items())
    parts = [f"{'-' if c < 0 else '+'} {_factor(abs(c))}{name}" for name, c in named]
    if linear.constant or not parts:
        sign = "-" if linear.constant < 0 else "+"
        parts.append(f"{sign} {_number(abs(linear.constant))}")
    return " ".join(parts)


def _named(problem: Problem, terms: Mapping[int, float]) -> dict[str, float]:
    return {problem.names[variable]: coefficient for variable, coefficient in terms.items()}


def _factor(value: float) -> str:
    return "" if value == 1.0 else f"{_number(value)} "


def _number(value: float) -> str:
    text = f"{value:.9g}"
    return "0" if text == "-0" else text
