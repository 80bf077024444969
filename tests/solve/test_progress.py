"""While a solve runs: reports arrive, a stop is obeyed, and the best so far is returned."""

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.plan.baselines import greedy
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.build import Model, build
from kla_plan.problem.case import Case
from kla_plan.problem.start import start_values
from kla_plan.scenario import Scenario, make_scenario
from kla_plan.solve import Limits, Progress, Status, solve

SECONDS = 30.0

type Start = tuple[float | None, ...]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ogan-ilir")


@pytest.fixture(scope="module")
def exact() -> Scenario:
    """Return a scenario that asks for a proof, which takes longer than any test."""
    return make_scenario({"pemecah": {"celah": 0, "batas_detik": SECONDS}})


@pytest.fixture(scope="module")
def model(pack: Pack, exact: Scenario) -> Model:
    return build(Case(pack, exact))


@pytest.fixture(scope="module")
def known(pack: Pack, exact: Scenario) -> Plan:
    """Return a plan made by hand, so that there is something to stop at from the beginning."""
    return greedy(pack, exact)


@pytest.fixture(scope="module")
def start(model: Model, known: Plan) -> tuple[float | None, ...]:
    return start_values(model, known.volumes)


class Stopper:
    """Says stop once the solver has reported a solution and a bound that differ.

    While HiGHS completes a start, it reports on that smaller problem, which has no gap.
    """

    def __init__(self) -> None:
        self.reports: list[Progress] = []

    def listen(self, progress: Progress) -> None:
        self.reports.append(progress)

    def __call__(self) -> bool:
        return any(r.objective is not None and (r.gap or 0) > 0 for r in self.reports)


def test_a_stop_returns_the_best_so_far(model: Model, start: Start) -> None:
    stopper = Stopper()
    begun = time.perf_counter()
    objective = model.problem.objectives[0]
    solution = solve(
        model.problem,
        objective,
        Limits(seconds=SECONDS),
        start=start,
        on_progress=stopper.listen,
        stop=stopper,
    )
    assert time.perf_counter() - begun < SECONDS / 2
    assert solution.status is Status.INTERRUPTED
    assert solution.found
    assert solution.bound is not None
    assert solution.gap is not None
    assert solution.gap > 0
    first = next(report for report in stopper.reports if report.objective is not None)
    assert solution.objective >= first.objective - 1e-6
    assert solution.bound >= solution.objective


def test_a_stop_before_anything_is_found_has_nothing_to_show(model: Model) -> None:
    solution = solve(
        model.problem, model.problem.objectives[0], Limits(seconds=SECONDS), stop=lambda: True
    )
    assert solution.status is Status.INTERRUPTED
    assert not solution.found or solution.objective is not None


def test_reports_name_the_stage_and_go_forward(model: Model, start: Start) -> None:
    reports: list[Progress] = []
    solve(
        model.problem,
        model.problem.objectives[0],
        Limits(gap=0.05, seconds=SECONDS),
        start=start,
        on_progress=reports.append,
    )
    assert reports
    assert {report.stage for report in reports} == {"skor"}
    found = [report for report in reports if report.objective is not None]
    assert all(b.objective >= a.objective - 1e-6 for a, b in pairwise(found))
    assert all(r.bound is None or r.bound >= r.objective - 1e-6 for r in found)
    assert [r.seconds for r in reports] == sorted(r.seconds for r in reports)
    assert all(r.gap is None or r.gap >= 0 for r in reports)


def test_ctrl_c_counts_as_a_stop(model: Model, start: Start) -> None:
    """KeyboardInterrupt in the waiting thread (here: raised by the report) is no traceback."""

    def interrupt(progress: Progress) -> None:
        if progress.objective is not None:
            raise KeyboardInterrupt

    solution = solve(
        model.problem,
        model.problem.objectives[0],
        Limits(seconds=SECONDS),
        start=start,
        on_progress=interrupt,
    )
    assert solution.status is Status.INTERRUPTED
    assert solution.found


def test_an_interrupted_plan_is_labelled_and_holds(
    pack: Pack, exact: Scenario, known: Plan
) -> None:
    stopper = Stopper()
    plan = make_plan(pack, exact, start=known.volumes, on_progress=stopper.listen, stop=stopper)
    assert plan.proof.objective >= known.proof.objective
    assert plan.proof.status == "time_limit"
    assert plan.proof.gap is not None
    assert plan.proof.gap > 0
    assert [stage["status"] for stage in plan.proof.stages] == ["interrupted"]
    assert verify_plan(plan) == ()


def test_a_known_plan_is_never_lost(model: Model, known: Plan, start: Start) -> None:
    """From the plan made by hand, a solve that may stop at once is as good at least."""
    solution = solve(
        model.problem,
        model.problem.objectives[0],
        Limits(gap=0.99, seconds=SECONDS),
        start=start,
    )
    assert solution.objective is not None
    assert solution.objective >= known.proof.objective - 1e-3


def _moments() -> Iterator[bool]:
    yield from (False, False)
    while True:
        yield True


def test_stop_is_asked_again_and_again(model: Model) -> None:
    moments = _moments()
    solution = solve(
        model.problem,
        model.problem.objectives[0],
        Limits(seconds=SECONDS),
        stop=lambda: next(moments),
    )
    assert solution.status is Status.INTERRUPTED
