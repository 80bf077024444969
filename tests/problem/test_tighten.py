"""Tightening: the same whole-number solutions, never a larger relaxation."""

import random
from itertools import product

import pytest
from support.randoms import random_pack

from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Linear, Objective, Problem, Row
from kla_plan.problem.tighten import tighten
from kla_plan.solve.relaxation import Relaxation


def small(seed: int) -> Problem:
    """Four whole-number columns and five rows, drawn so that some are infeasible."""
    draw = random.Random(seed)  # noqa: S311 - a test, no secret
    upper = [draw.choice([1, 1, 2, 3]) for _ in range(4)]
    rows = tuple(
        Row(
            f"r{number}",
            {c: float(draw.choice([-7, -4, -2, 1, 2, 3, 5])) for c in draw.sample(range(4), 3)},
            draw.choice([None, None, -3.0, 1.0]),
            draw.choice([None, 0.0, 2.0, 4.0]),
        )
        for number in range(5)
    )
    goal = Objective("nilai", maximise=True, expression=Linear(dict.fromkeys(range(4), 1.0)))
    names = tuple(f"c{c}" for c in range(4))
    return Problem(names, (0.0,) * 4, tuple(map(float, upper)), (True,) * 4, rows, (goal,))


def solutions(problem: Problem) -> set[tuple[float, ...]]:
    ranges = [
        range(int(low), int(high or 0) + 1)
        for low, high in zip(problem.lower, problem.upper, strict=True)
    ]
    return {
        tuple(map(float, p)) for p in product(*ranges) if all(_holds(r, p) for r in problem.rows)
    }


def _holds(row: Row, point: tuple[int, ...]) -> bool:
    value = sum(c * point[v] for v, c in row.terms.items())
    above = row.lower is None or value >= row.lower - 1e-9
    return above and (row.upper is None or value <= row.upper + 1e-9)


@pytest.mark.parametrize("seed", range(300))
def test_no_solution_is_lost_and_none_is_added(seed: int) -> None:
    problem = small(seed)
    assert solutions(tighten(problem)) == solutions(problem)


def test_a_volume_its_ceiling_cannot_pay_is_out_of_the_question() -> None:
    """5 a unit under a ceiling of 12: two units, and the switch needs to lift no more."""
    problem = Problem(
        ("v", "y"),
        (0.0, 0.0),
        (100.0, 1.0),
        (True, True),
        (Row("pagu", {0: 5.0}, None, 12.0), Row("aktif", {0: 1.0, 1: -100.0}, None, 0.0)),
        (Objective("nilai", maximise=True, expression=Linear({0: 1.0})),),
    )
    tight = tighten(problem)
    assert tight.upper == (2.0, 1.0)
    assert tight.rows[1].terms == {0: 1.0, 1: -2.0}


def test_contradicting_bounds_are_left_to_the_solver() -> None:
    rows = (Row("a", {0: 1.0}, 2.0, None), Row("b", {0: 1.0}, None, 1.0))
    goal = Objective("nilai", maximise=True, expression=Linear({0: 1.0}))
    problem = Problem(("c",), (0.0,), (5.0,), (True,), rows, (goal,))
    assert tighten(problem) is problem


@pytest.mark.parametrize("seed", range(40))
def test_the_relaxation_never_grows(seed: int) -> None:
    problem = build(Case(*random_pack(seed))).problem
    goal = problem.objectives[0]
    loose, tight = (Relaxation(p, goal).value() for p in (problem, tighten(problem)))
    assert loose is not None
    assert tight is not None
    assert tight <= loose + 1e-6 if goal.maximise else tight >= loose - 1e-6
