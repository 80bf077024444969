"""The fast path against the plain exact model: same optimum, bounds that hold."""

import pulp
import pytest
from support.petersen import as_pack, as_scenario, cases
from support.randoms import random_pack

from kla_plan.pack.read import load_pack
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Objective, Problem
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Status, door, solve
from kla_plan.solve.highs import Watch, opened
from kla_plan.solve.opening import opening
from kla_plan.solve.translate import to_pulp

CLOSE = 1e-5
CASES = {case.name: case for case in cases()}


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open every search, however small."""
    monkeypatch.setattr(door, "FEWEST_COLUMNS", 0)


def plain(problem: Problem, objective: Objective) -> float | None:
    """Return the optimum of the model as it was written, found by HiGHS alone."""
    model = to_pulp(problem, objective)
    exact = pulp.HiGHS(msg=False, gapRel=0.0, gapAbs=0.0, mip_feasibility_tolerance=1e-9)
    if model.solve(exact).status is not pulp.LpSolveStatus.Optimal:
        return None
    return objective.expression.at([c.varValue or 0.0 for c in model.variables()])


@pytest.mark.parametrize("seed", range(1000, 1300))
def test_the_opened_search_ends_at_the_optimum_of_the_plain_model(seed: int) -> None:
    problem = build(Case(*random_pack(seed))).problem
    objective = problem.objectives[0]
    expected = plain(problem, objective)
    fast = solve(problem, objective, Limits())
    if expected is None:
        assert fast.status is Status.INFEASIBLE
        return
    assert fast.status is Status.OPTIMAL
    assert fast.objective == pytest.approx(expected, abs=CLOSE, rel=1e-6)


@pytest.mark.parametrize("seed", range(1000, 1060))
def test_a_gap_is_proven_and_the_optimum_lies_in_it(seed: int) -> None:
    problem = build(Case(*random_pack(seed))).problem
    objective = problem.objectives[0]
    best = plain(problem, objective)
    near = solve(problem, objective, Limits(gap=0.1))
    if best is None:
        assert near.status is Status.INFEASIBLE
        return
    assert near.objective is not None
    assert near.bound is not None
    assert near.gap is not None
    assert near.gap <= 0.1 + CLOSE
    low, high = sorted((near.objective, near.bound))
    assert low - CLOSE <= best <= high + CLOSE


@pytest.mark.parametrize("name", CASES)
def test_the_opening_of_a_published_problem_bounds_its_optimum(name: str) -> None:
    case = CASES[name]
    problem = build(Case(as_pack(case), as_scenario(case))).problem
    objective = problem.objectives[0]
    watch = Watch(maximise=True)
    first = opening(problem, objective, watch, gap=0.01, seconds=20)
    assert first.bound is not None
    assert first.values is not None
    found = objective.expression.at(first.values)
    exact = solve(problem, objective, Limits())
    assert exact.objective is not None
    assert found <= exact.objective + CLOSE <= first.bound + 2 * CLOSE
    assert watch.objective == pytest.approx(found, abs=CLOSE)
    for row in problem.rows:
        value = sum(c * first.values[v] for v, c in row.terms.items())
        assert row.upper is None or value <= row.upper + CLOSE
        assert row.lower is None or value >= row.lower - CLOSE


@pytest.mark.parametrize("seed", range(1300, 1330))
def test_from_the_optimum_nothing_worse_is_found(seed: int) -> None:
    """A start is a neighbourhood of its own, and none of the others costs the opening its start."""
    problem = build(Case(*random_pack(seed))).problem
    objective = problem.objectives[0]
    best = solve(problem, objective, Limits())
    if not best.found:
        assert best.status is Status.INFEASIBLE
        return
    again = solve(problem, objective, Limits(), start=best.values)
    assert again.objective == pytest.approx(best.objective, abs=CLOSE)
    watch = Watch(maximise=objective.maximise)
    first = opening(problem, objective, watch, gap=0.01, seconds=20, start=best.values)
    assert first.values is not None
    assert objective.expression.at(first.values) == pytest.approx(best.objective, abs=CLOSE)


def test_a_search_that_tired_does_not_end_the_next_one() -> None:
    model = build(Case(load_pack("ogan-ilir"), Scenario()))
    objective = model.problem.objectives[0]
    watch = Watch(maximise=objective.maximise)
    solver = opened(model.problem, objective, watch, whole=True)
    for patience in (3, 20):
        with watch.part(patience):
            solver.run()
            assert watch.tired
        assert watch.looks > patience
        solver.clearSolver()
