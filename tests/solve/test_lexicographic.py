"""Objectives in order: a later one never costs an earlier one anything."""

from typing import Any

import pytest
from support.every_rule import every_rule
from support.randoms import random_pack

from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Linear, Objective, Problem, Row
from kla_plan.solve import Limits, NoSolutionError, Solution, Status, lexicographic, solve
from kla_plan.solve.lexicographic import NOISE, keep, solve_in_order

#: x0 + x1 <= 4 in whole numbers: the sum first, then as little of x0, then as little of x1.
GOALS = (
    Objective("jumlah", maximise=True, expression=Linear({0: 1.0, 1: 1.0}, 7.0)),
    Objective("x0", maximise=False, expression=Linear({0: 3.0})),
    Objective("x1", maximise=False, expression=Linear({1: 1.0})),
)
PROBLEM = Problem(
    ("x0", "x1"),
    (0.0, 0.0),
    (9.0, 3.0),
    (True, True),
    (Row("batas", {0: 1.0, 1: 1.0}, None, 4.0),),
    GOALS,
)


def test_each_stage_keeps_what_the_ones_before_reached() -> None:
    stages = solve_in_order(PROBLEM, Limits())
    assert [s.objective for s in stages] == [11.0, 3.0, 3.0]
    assert all(s.status is Status.OPTIMAL for s in stages)
    assert stages[-1].values == (1.0, 3.0)


def test_keeping_is_one_row_in_the_right_direction() -> None:
    first = solve_in_order(PROBLEM, Limits())[0]
    most = keep(PROBLEM, GOALS[0], first).rows[-1]
    assert (most.name, most.lower, most.upper) == ("pertahankan[jumlah]", 4.0 - 4 * NOISE, None)
    least = keep(PROBLEM, GOALS[1], first).rows[-1]
    assert least.lower is None
    assert least.upper >= 3.0 * first.values[0]


def test_nothing_follows_a_stage_without_a_solution() -> None:
    rows = (Row("mustahil", {0: 1.0}, 20.0, None),)
    problem = Problem(
        PROBLEM.names, PROBLEM.lower, PROBLEM.upper, PROBLEM.integer, rows, PROBLEM.objectives
    )
    (only,) = solve_in_order(problem, Limits())
    assert only.status is Status.INFEASIBLE
    with pytest.raises(NoSolutionError):
        _ = only.values


def test_no_stage_begins_without_time() -> None:
    stages = solve_in_order(PROBLEM, Limits(seconds=0.1))
    assert len(stages) == 1
    assert stages[0].found


def test_pieces_settle_the_second_stage_and_lose_nothing() -> None:
    model = build(Case(*every_rule()))
    free = solve_in_order(model.problem, Limits())
    settled = solve_in_order(model.problem, Limits(), pieces=tuple(model.gains.values()))
    assert [s.objective for s in settled] == pytest.approx([s.objective for s in free], rel=1e-6)


@pytest.mark.parametrize("seed", range(300, 330))
def test_saving_never_costs_points(seed: int) -> None:
    """Whatever the gap of the first stage, the second is as good in it and not dearer."""
    pack, scenario = random_pack(seed)
    model = build(Case(pack, scenario))
    if len(model.problem.objectives) == 1:
        model = build(Case(pack, scenario.model_copy(update={"tujuan": "maks_skor"})))
    stages = solve_in_order(model.problem, Limits(gap=0.2), pieces=tuple(model.gains.values()))
    if not stages[0].found:
        assert stages[0].status is Status.INFEASIBLE
        return
    first, second = stages
    points, cost = (goal.expression for goal in model.problem.objectives)
    reached = first.value(points)
    tolerance = NOISE * max(1.0, reached) + 1e-6  # what the row allows, and the solver's own
    assert second.value(points) >= reached - tolerance
    assert second.value(cost) <= first.value(cost) + 1e-6


def test_the_time_of_a_stage_is_that_of_its_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[str, float]] = []

    def timed(problem: Problem, objective: Objective, *rest: Any, **others: Any) -> Solution:
        solution = solve(problem, objective, *rest, **others)
        taken.append((objective.name, solution.seconds))
        return solution

    monkeypatch.setattr(lexicographic, "solve", timed)
    stages = solve_in_order(PROBLEM, Limits())
    assert len(taken) == 5  # the first stage has one pass, each later one two
    for goal, stage in zip(GOALS, stages, strict=True):
        mine = sum(seconds for name, seconds in taken if name == goal.name)
        assert stage.seconds == pytest.approx(mine)
