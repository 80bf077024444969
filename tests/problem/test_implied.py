"""Implied rows: the same whole-number solutions, a smaller relaxation."""

import math
import random
from dataclasses import replace
from itertools import product

import pytest
from support.randoms import random_pack

from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.implied import implied
from kla_plan.problem.linear import Linear, Objective, Problem, Row
from kla_plan.problem.tighten import tighten
from kla_plan.solve.relaxation import Relaxation

GOAL = Objective("nilai", maximise=True, expression=Linear({0: 1.0}))


def problem(
    columns: dict[str, int], rows: list[tuple[dict[str, float], float | None, float]]
) -> Problem:
    """A problem of whole columns from 0 up to a bound; rows as (terms, lower, upper)."""
    number = {name: index for index, name in enumerate(columns)}
    written = tuple(
        Row(f"r{place}", {number[name]: value for name, value in terms.items()}, lower, upper)
        for place, (terms, lower, upper) in enumerate(rows)
    )
    count = len(columns)
    tops = tuple(float(top) for top in columns.values())
    return Problem(tuple(columns), (0.0,) * count, tops, (True,) * count, written, (GOAL,))


def solutions(problem: Problem) -> set[tuple[int, ...]]:
    ranges = [range(int(top or 0) + 1) for top in problem.upper]
    return {point for point in product(*ranges) if all(_holds(r, point) for r in problem.rows)}


def _holds(row: Row, point: tuple[int, ...]) -> bool:
    value = sum(c * point[v] for v, c in row.terms.items())
    above = row.lower is None or value >= row.lower - 1e-9
    return above and (row.upper is None or value <= row.upper + 1e-9)


def drawn(seed: int) -> Problem:
    """Two volumes, one of them a sum, each perhaps switched; answers nested or rivals."""
    draw = random.Random(seed)  # noqa: S311 - a test, no secret
    columns = {"V": 4, "w": draw.randint(1, 3), "v": draw.randint(1, 3), "y": 1, "z": 1}
    columns |= {"a": 1, "b": 1, "c": 1}
    rows = [({"w": 1.0, "v": 1.0, "V": -1.0}, 0.0, 0.0)]
    for volume, switch in (("V", "z"), ("v", "y")):
        least = draw.randint(1, 2)
        if draw.random() < 0.8:
            rows.append(({volume: 1.0, switch: -float(columns[volume])}, None, 0.0))
        if draw.random() < 0.8:
            rows.append(({switch: float(least), volume: -1.0}, None, 0.0))
        if draw.random() < 0.4:
            rows.append(({"a": 1.0, switch: -1.0}, None, 0.0))
    if draw.random() < 0.5:
        rows += [({"b": 1.0, "a": -1.0}, None, 0.0), ({"c": 1.0, "b": -1.0}, None, 0.0)]
    else:
        rows.append(({"a": 1.0, "b": 1.0, "c": 1.0}, None, 1.0))
    rises = [1.0, 2.0, 0.5, 0.7]
    for sources in (["V"], ["v"], ["V", "v"], ["V", "v", "w"]):
        if draw.random() < 0.5:
            takes = {answer: draw.choice([1.0, 2.0, 2.5]) for answer in "abc"}
            gives = {source: -draw.choice(rises) for source in sources}
            rows.append((takes | gives, None, draw.choice([0.0, 0.0, 1.0])))
    return problem(columns, rows)


@pytest.mark.parametrize("seed", range(300))
def test_no_solution_is_lost_and_none_is_added(seed: int) -> None:
    plain = drawn(seed)
    assert solutions(implied(plain)) == solutions(plain)


def test_the_drawn_problems_do_have_rows_to_add() -> None:
    more = sum(len(implied(drawn(seed)).rows) > len(drawn(seed).rows) for seed in range(300))
    assert more > 150


def rows_of(plain: Problem) -> list[tuple[dict[str, float], float | None]]:
    rows = implied(plain).rows
    return [({plain.names[v]: c for v, c in row.terms.items()}, row.upper) for row in rows]


def test_what_the_others_cannot_supply_this_one_must() -> None:
    """Three units for the second level; the other source has two at most: one from here."""
    takes = {"a": 1.0, "b": 2.0, "v": -1.0, "w": -1.0}
    plain = problem(
        {"a": 1, "b": 1, "v": 2, "w": 5}, [({"b": 1.0, "a": -1.0}, None, 0.0), (takes, None, 0.0)]
    )
    assert ({"b": 1.0, "w": -1.0}, 0.0) in rows_of(plain)


def test_what_a_year_cannot_deliver_the_year_before_must() -> None:
    plain = problem(
        {"a": 1, "V": 9, "U": 9, "v": 2},
        [({"U": 1.0, "v": 1.0, "V": -1.0}, 0.0, 0.0), ({"a": 5.0, "V": -1.0}, None, 0.0)],
    )
    assert ({"a": 3.0, "U": -1.0}, 0.0) in rows_of(plain)


def test_a_switch_brings_the_first_units() -> None:
    """Four units are there once it is on; the level takes ten: six more, and never without it."""
    plain = problem(
        {"a": 1, "y": 1, "v": 20},
        [
            ({"v": 1.0, "y": -20.0}, None, 0.0),
            ({"y": 4.0, "v": -1.0}, None, 0.0),
            ({"a": 10.0, "v": -1.0}, None, 0.0),
        ],
    )
    assert ({"a": 6.0, "y": 4.0, "v": -1.0}, 0.0) in rows_of(plain)
    assert ({"a": 1.0, "y": -1.0}, 0.0) in rows_of(plain)
    assert ({"a": 10.0, "v": -1.0}, 0.0) not in rows_of(plain)


def test_what_a_fund_cannot_pay_the_others_must() -> None:
    """A unit costs 10, its first fund has 4: the second pays 6 for each unit."""
    plain = problem(
        {"v": 3, "x": 0, "z": 0},
        [({"x": 1.0, "z": 1.0, "v": -10.0}, 0.0, 0.0), ({"x": 1.0}, None, 4.0)],
    )
    plain = replace(plain, upper=(3.0, None, None), integer=(True, False, False))
    assert ({"v": 6.0, "z": -1.0}, 0.0) in rows_of(plain)


@pytest.mark.parametrize("seed", range(40))
def test_the_relaxation_never_grows(seed: int) -> None:
    plain = tighten(build(Case(*random_pack(seed))).problem)
    goal = plain.objectives[0]
    before, after = (Relaxation(p, goal).value() for p in (plain, implied(plain)))
    assert before is not None
    assert after is not None
    noise = 1e-6 * max(1.0, abs(before)) if math.isfinite(before) else 0.0
    assert after <= before + noise if goal.maximise else after >= before - noise
