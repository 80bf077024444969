"""Every way a solve can end, and what may be read afterwards."""

import random

import pulp
import pytest
from support.petersen import PULP_662

from kla_plan.explain import elastic
from kla_plan.problem.linear import Linear, Objective, Problem, Row
from kla_plan.solve import Limits, NoSolutionError, Solution, Status, door, solve
from kla_plan.solve.door import solver_version
from kla_plan.solve.highs import Watch
from kla_plan.solve.solution import OPTIMAL_GAP

SOLVERS = ("highs", "cbc")


def problem(
    rows: tuple[Row, ...],
    *,
    columns: int = 2,
    upper: float | None = 10.0,
    whole: bool = True,
) -> Problem:
    """Return a small problem over x0, x1, …"""
    names = tuple(f"x{n}" for n in range(columns))
    return Problem(names, (0.0,) * columns, (upper,) * columns, (whole,) * columns, rows, ())


def goal(*coefficients: float, constant: float = 0.0, maximise: bool = True) -> Objective:
    """Return an objective."""
    return Objective("uji", maximise, Linear(dict(enumerate(coefficients)), constant))


#: 3 x0 + 5 x1 <= 16: the best of 2 x0 + 3 x1 + 1 is x0 = 2, x1 = 2, worth 11.
SMALL = problem((Row("batas", {0: 3.0, 1: 5.0}, None, 16.0),))
BEST = goal(2.0, 3.0, constant=1.0)


@pytest.mark.parametrize("solver", SOLVERS)
def test_optimal(solver: str) -> None:
    solution = solve(SMALL, BEST, Limits(solver))
    assert solution.status is Status.OPTIMAL
    assert solution.objective == solution.bound == 11.0
    assert solution.gap == 0.0
    assert solution.values in {(5.0, 0.0), (2.0, 2.0)}
    assert solution.value(BEST.expression) == 11.0
    assert solution.seconds > 0
    assert solution.build_seconds > 0


@pytest.mark.parametrize("solver", SOLVERS)
def test_minimising(solver: str) -> None:
    covered = problem((Row("perlu", {0: 3.0, 1: 5.0}, 16.0, None),))
    solution = solve(covered, goal(2.0, 3.0, maximise=False), Limits(solver))
    assert solution.status is Status.OPTIMAL
    assert solution.objective == 10.0


@pytest.mark.parametrize("solver", SOLVERS)
def test_a_relaxation_is_its_own_bound(solver: str) -> None:
    solution = solve(problem(SMALL.rows, whole=False), goal(2.0, 3.0), Limits(solver, gap=0.3))
    assert solution.status is Status.OPTIMAL
    assert solution.objective == pytest.approx(32 / 3)
    assert solution.bound == pytest.approx(32 / 3)


@pytest.mark.parametrize("solver", SOLVERS)
def test_infeasible(solver: str) -> None:
    """x0 + x1 must be 3 and twice that 5: no values to read, whatever the solver left behind."""
    rows = (
        Row("satu", {0: 1.0, 1: 1.0}, 3.0, 3.0),
        Row("dua", {0: 2.0, 1: 2.0}, 5.0, 5.0),
    )
    solution = solve(problem(rows), BEST, Limits(solver))
    assert solution.status is Status.INFEASIBLE
    assert not solution.found
    assert solution.objective is None
    assert solution.bound is None
    assert solution.gap is None
    with pytest.raises(NoSolutionError, match="infeasible"):
        _ = solution.values
    with pytest.raises(NoSolutionError):
        solution.value(BEST.expression)


@pytest.mark.parametrize("solver", SOLVERS)
def test_infeasible_in_whole_numbers_only(solver: str) -> None:
    """2 x0 + 4 x1 = 7 has a solution in halves and none in whole numbers."""
    rows = (Row("ganjil", {0: 2.0, 1: 4.0}, 7.0, 7.0),)
    assert solve(problem(rows), BEST, Limits(solver)).status is Status.INFEASIBLE
    assert solve(problem(rows, whole=False), BEST, Limits(solver)).status is Status.OPTIMAL


@pytest.mark.parametrize("solver", SOLVERS)
def test_unbounded(solver: str) -> None:
    solution = solve(problem((), upper=None, whole=False), BEST, Limits(solver))
    assert solution.status is Status.UNBOUNDED
    assert not solution.found


def hard(columns: int = 90) -> tuple[Problem, Objective]:
    """Return a knapsack of five dimensions: good solutions at once, a proof only after minutes."""
    draw = random.Random(7)  # noqa: S311 - reproducible tests, not secrets
    weights = [[float(draw.randint(1, 1000)) for _ in range(columns)] for _ in range(5)]
    rows = tuple(
        Row(f"r{k}", dict(enumerate(row)), None, sum(row) // 2) for k, row in enumerate(weights)
    )
    worth = [sum(row[n] for row in weights) / 5 + draw.randint(0, 500) for n in range(columns)]
    return problem(rows, columns=columns, upper=1.0), goal(*worth, constant=1e6)


@pytest.mark.parametrize("solver", SOLVERS)
def test_a_gap_that_was_asked_for_is_no_optimum(solver: str) -> None:
    solution = solve(*hard(), Limits(solver, gap=0.03, seconds=30))
    assert solution.status is Status.GAP_LIMIT
    assert solution.gap is not None
    assert OPTIMAL_GAP < solution.gap <= 0.03
    assert solution.bound is not None
    assert solution.objective is not None
    assert solution.bound > solution.objective
    better = solve(*hard(), Limits(gap=0.003, seconds=30)).objective
    assert better is not None
    assert better <= solution.bound


def test_a_gap_of_one_proves_nothing() -> None:
    """CBC may stop at the first solution and names no bound; neither do we."""
    solution = solve(*hard(), Limits("cbc", gap=1.0, seconds=30))
    assert solution.found
    assert solution.status is Status.GAP_LIMIT
    assert solution.bound is None
    assert solution.gap is None


@pytest.mark.parametrize("solver", SOLVERS)
def test_out_of_time(solver: str) -> None:
    subject, worth = hard()
    solution = solve(subject, worth, Limits(solver, seconds=1))
    assert solution.status is Status.TIME_LIMIT
    assert solution.seconds < 5
    assert solution.found
    assert solution.gap is not None
    assert OPTIMAL_GAP < solution.gap < 0.1
    relaxation = solve(elastic.relaxed(subject), worth, Limits()).objective
    assert solution.objective < solution.bound <= relaxation * (1 + 1e-6)


def test_an_unknown_solver_is_refused() -> None:
    with pytest.raises(ValueError, match="gurobi"):
        solve(SMALL, BEST, Limits("gurobi"))


def test_an_objective_of_nothing_and_a_problem_of_nothing() -> None:
    nothing = goal(constant=4.0)
    assert solve(SMALL, nothing, Limits()).objective == 4.0
    empty = solve(problem((), columns=0), nothing, Limits(), start=())
    assert empty.status is Status.OPTIMAL
    assert empty.values == ()
    assert empty.objective == 4.0


def test_a_start_is_taken_up() -> None:
    """With no time to search, the start is what is left."""
    subject, worth = hard()
    good = solve(subject, worth, Limits(seconds=1))
    again = solve(subject, worth, Limits(gap=0.5), start=good.values)
    assert again.objective == good.objective
    partial = solve(SMALL, BEST, Limits(), start=(None, 2.0))
    assert partial.objective == 11.0
    unknown = solve(SMALL, BEST, Limits(), start=(None, None))
    assert unknown.objective == 11.0


def test_a_start_that_breaks_the_rules_is_only_a_hint() -> None:
    solution = solve(SMALL, BEST, Limits(), start=(10.0, 10.0))
    assert solution.status is Status.OPTIMAL
    assert solution.objective == 11.0


def test_gap_is_relative_to_the_larger_number() -> None:
    def gap(objective: float | None, bound: float | None) -> float | None:
        return Solution(Status.TIME_LIMIT, objective, bound, 0.0, 0.0, ()).gap

    assert gap(90.0, 100.0) == gap(100.0, 90.0) == 0.1
    assert gap(0.0, 0.0) == 0.0
    assert gap(None, 1.0) is None
    assert gap(1.0, None) is None


@pytest.mark.parametrize(("name", "label"), [("highs", "HiGHS 1."), ("cbc", "CBC ")])
def test_versions_name_solver_and_modeller(name: str, label: str) -> None:
    text = solver_version(name)
    assert text.startswith(label)
    assert text.endswith(f"(PuLP {pulp.__version__})")


def _pulp_662() -> tuple[Problem, Objective]:
    names = PULP_662["binary"]
    index = {name: number for number, name in enumerate(names)}
    rows = tuple(
        Row(
            f"baris{number}",
            {index[name]: float(c) for name, c in terms.items()},
            float(right) if sense in {"=", ">="} else None,
            float(right) if sense in {"=", "<="} else None,
        )
        for number, (terms, sense, right) in enumerate(PULP_662["rows"])
    )
    expression = Linear({index[name]: float(c) for name, c in PULP_662["objective"].items()})
    size = len(names)
    whole = Problem(tuple(names), (0.0,) * size, (1.0,) * size, (True,) * size, rows, ())
    return whole, Objective("uji", maximise=False, expression=expression)


def test_the_model_of_pulp_662_has_its_optimum() -> None:
    subject, least = _pulp_662()
    solution = solve(subject, least, Limits())
    assert solution.status is Status.OPTIMAL
    assert solution.objective == PULP_662["optimum"] == 0
    found = dict(zip(subject.names, solution.values, strict=True))
    assert found == PULP_662["solution"]


def test_cbc_on_the_model_of_pulp_662_never_passes_for_a_worse_optimum() -> None:
    """CBC has called this model infeasible; the CBC in use may or may not.

    That is why HiGHS is the default and CBC a second opinion only. Documented: it says either
    the right optimum or "infeasible", and never hands out values with the latter.
    """
    solution = solve(*_pulp_662(), Limits("cbc"))
    assert solution.status in {Status.OPTIMAL, Status.INFEASIBLE}
    assert solution.found == (solution.status is Status.OPTIMAL)
    if solution.found:
        assert solution.objective == 0


def test_a_solution_in_hand_outweighs_a_word_that_there_is_none() -> None:
    watch = Watch(maximise=True)
    watch.prove(12.0)
    known = Solution(Status.TIME_LIMIT, 11.0, 12.0, 0.1, 0.0, (2.0, 2.0))
    denied = Solution(Status.INFEASIBLE, None, None, 0.2, 0.0)
    joined = door._joined(denied, known, watch, Limits())
    assert (joined.status, joined.objective, joined.bound) == (Status.TIME_LIMIT, 11.0, 12.0)
    assert door._joined(denied, None, watch, Limits()) is denied
