import math
import subprocess
import sys

import pytest

from benchmarks.family.generate import instance
from benchmarks.family.integers import in_integers
from benchmarks.family.opponents import OPPONENTS
from benchmarks.family.opponents.textbook_cbc import read_line
from benchmarks.family.outcome import Ask, examined
from benchmarks.family.trajectory import Trajectory
from benchmarks.textbook import Textbook
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.solve import Limits, solve

INSTALLED = [name for name, opponent in OPPONENTS.items() if not opponent.missing]


@pytest.fixture(scope="module")
def small():
    pack, scenario = instance(9, "ketat", 1, years=3)
    problem = build(Case(pack, scenario)).problem
    best = solve(problem, problem.objectives[0], Limits(gap=0.0, seconds=60))
    return pack, scenario, best.objective * problem.objectives[0].unit


@pytest.mark.parametrize("name", INSTALLED)
def test_an_opponent_comes_within_the_gap_with_a_plan_that_keeps_every_rule(small, name):
    pack, scenario, best = small
    seen = Trajectory()
    outcome = OPPONENTS[name].load().run(pack, scenario, Ask(gap=0.0049, seconds=30), seen)
    last = seen.points[-1]
    value, broken = examined(pack, scenario, outcome.volumes)
    assert outcome.status == "selesai"
    assert broken == 0
    assert value == pytest.approx(last.value, rel=1e-6)
    assert value <= best * (1 + 1e-6)
    if OPPONENTS[name].proves:
        assert last.bound >= best * (1 - 1e-5)
        assert last.gap <= 0.005
        assert 0 < outcome.built < last.seconds
    else:
        assert last.bound is None


@pytest.mark.parametrize("name", INSTALLED)
def test_an_opponent_reports_in_order_and_only_what_is_better(small, name):
    pack, scenario, _ = small
    seen = Trajectory()
    OPPONENTS[name].load().run(pack, scenario, Ask(gap=0.0049, seconds=30), seen)
    seconds = [point.seconds for point in seen.points]
    values = [point.value for point in seen.points if point.value is not None]
    bounds = [point.bound for point in seen.points if point.bound is not None]
    assert seconds == sorted(seconds)
    assert values == sorted(values)
    assert bounds == sorted(bounds, reverse=True)


def test_the_rows_in_whole_numbers_say_exactly_what_the_textbook_says():
    book = Textbook(*instance(40, "ketat", 2, years=3))
    integers = in_integers(book)
    for row, whole in zip(book.model.constraints(), integers.rows, strict=True):
        terms = dict(row.items())
        if not terms:
            continue
        factors = {
            whole.terms[variable.id] * integers.steps[variable.id] / coefficient
            for variable, coefficient in terms.items()
        }
        factor = max(factors)
        assert min(factors) == pytest.approx(factor, rel=1e-9)
        assert factor > 0
        # What is whole on the left may be rounded on the right: it says the same.
        for exact, rounded, inwards in (
            (row.getLb(), whole.lower, math.ceil),
            (row.getUb(), whole.upper, math.floor),
        ):
            if exact is not None and rounded is not None:
                assert rounded == inwards(round(exact * factor, 3))
            elif exact is not None:
                assert row.getLb() == row.getUb()


def test_columns_keep_their_bounds_in_steps(small):
    pack, scenario, _ = small
    book = Textbook(pack, scenario)
    integers = in_integers(book)
    for variable in book.model.variables():
        low, high = integers.bounds[variable.id]
        step = integers.steps[variable.id]
        assert low == variable.lowBound * step
        if math.isfinite(variable.upBound):
            assert high == pytest.approx(variable.upBound * step, abs=1e-6)
        else:
            assert high == max(row.batas_atas for row in pack.ceilings)


def test_volumes_that_may_be_split_make_a_cost_row_at_least():
    seed = next(
        seed for seed in range(1, 30)
        if any(not a.bulat for a in instance(40, "ketat", seed, years=3)[0].activities.values())
    )  # fmt: skip
    book = Textbook(*instance(40, "ketat", seed, years=3))
    integers = in_integers(book)
    before = sum(r.getLb() is not None and r.getLb() == r.getUb() for r in book.model.constraints())
    after = sum(row.lower is not None and row.lower == row.upper for row in integers.rows)
    split = [a for a in book.pack.activities.values() if not a.bulat]
    assert 0 < before - after <= len(split) * len(book.years)


_LOG = (
    ("Cbc0012I Integer solution of -1433.12 found by feasibility pump after 0 …", 1433.12, None),
    (
        "Cbc0010I After 23 nodes, 16 on tree, 1e+50 best solution, best possible -3658.2",
        None,
        3658.2,
    ),
    ("Cbc0010I After 2 nodes, 1 on tree, -36.5 best solution, best possible -37.5", 36.5, 37.5),
    ("Cbc0005I Partial search - best objective 1e+50 (best possible 5.7254e+12), took", None, None),
    ("Cbc0005I Partial search - best objective -36.5 (best possible -38), took 0", 36.5, 38.0),
    ("Cbc0013I At root node, 3 cuts changed objective from -3767.7 to -3658.2 in 15", None, 3658.2),
    ("Continuous objective value is -5196.9 - 0.144953 seconds", None, 5196.9),
    ("Lower bound:                    -1439.52", None, 1439.52),
    ("Cbc0038I Pass   1: suminf.   38.85836 (172) obj. -3733.83 iterations 689", None, None),
)


@pytest.mark.parametrize(("line", "value", "bound"), _LOG)
def test_the_log_of_cbc_is_read_in_the_sense_of_a_maximisation(line, value, bound):
    assert read_line(line) == (value, bound)


def test_the_worker_of_cp_sat_loads_nothing_that_brings_another_highs():
    program = (
        "import sys, types\n"
        "for name in ('ortools', 'ortools.sat', 'ortools.sat.python'):\n"
        "    sys.modules[name] = types.ModuleType(name)\n"
        "stub = types.ModuleType('ortools.sat.python.cp_model')\n"
        "stub.CpSolverSolutionCallback = object\n"
        "stub.CpModel = stub.IntVar = object\n"
        "sys.modules['ortools.sat.python'].cp_model = stub\n"
        "import benchmarks.family.cpsat_worker\n"
        "print('highspy' in sys.modules, 'pulp' in sys.modules, 'kla_plan' in sys.modules)\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert shown.stdout.split() == ["False"] * 3
