"""The order of rows in the user's files changes nothing; the same input gives the same plan."""

import random
from dataclasses import fields, replace

import pytest
from support.every_rule import every_rule
from support.lp_text import lp_text
from support.randoms import random_pack

from kla_plan.pack.model import Pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario

TABLES = ("costs", "effects", "prerequisites", "ceilings", "realised")


def shuffled(pack: Pack, seed: int) -> Pack:
    """Return the pack with the rows of every table in another order."""
    draw = random.Random(seed)  # noqa: S311 - reproducible tests, not secrets
    tables = {name: tuple(draw.sample(getattr(pack, name), len(getattr(pack, name))))
              for name in TABLES}  # fmt: skip
    records = {name: dict(draw.sample(list(getattr(pack, name).items()), len(getattr(pack, name))))
               for name in ("activities", "opds", "answers")}  # fmt: skip
    return replace(pack, **tables, **records)


def decided(plan: Plan) -> tuple[object, ...]:
    """Return everything of a plan but its pack and the seconds it took."""
    kept = [f.name for f in fields(plan) if f.name not in {"pack", "proof"}]
    return (*(getattr(plan, name) for name in kept), plan.proof.status, plan.proof.objective,
            plan.proof.bound, plan.proof.size)  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_the_problem_does_not_depend_on_the_order_of_rows(seed: int) -> None:
    pack, scenario = every_rule()
    mixed = shuffled(pack, seed)
    assert list(mixed.activities) != list(pack.activities)
    one, other = (build(Case(p, scenario)).problem for p in (pack, mixed))
    assert (one.names, one.lower, one.upper, one.integer) == (
        other.names, other.lower, other.upper, other.integer
    )  # fmt: skip
    assert one.rows == other.rows
    assert lp_text(one) == lp_text(other)


@pytest.mark.parametrize("seed", range(100, 140))
def test_random_problems_do_not_depend_on_the_order_of_rows(seed: int) -> None:
    pack, scenario = random_pack(seed)
    mixed = shuffled(pack, seed)
    one, other = (build(Case(p, scenario)).problem for p in (pack, mixed))
    assert one.names == other.names
    assert [row.name for row in one.rows] == [row.name for row in other.rows]
    assert lp_text(one) == lp_text(other)


def test_the_plan_does_not_depend_on_the_order_of_rows() -> None:
    pack, scenario = every_rule()
    plan = make_plan(pack, scenario)
    for seed in range(3):
        assert decided(make_plan(shuffled(pack, seed), scenario)) == decided(plan)


def test_two_runs_give_the_same_plan() -> None:
    for seed in (3, 14, 15):
        pack, scenario = random_pack(seed, whole=False)
        exact = _exactly(scenario)
        assert decided(make_plan(pack, exact)) == decided(make_plan(pack, exact))


def _exactly(scenario: Scenario) -> Scenario:
    return scenario.model_copy(update={"target": (), "kunci": ()})


def test_building_changes_nothing_it_was_given() -> None:
    pack, scenario = every_rule()
    copy, settings = every_rule()
    build(Case(pack, scenario))
    make_plan(pack, scenario)
    assert pack == copy
    assert scenario == settings
