"""The door: one problem, one objective, one solver of PuLP.

The solver runs in a worker thread: Python's Ctrl-C is not delivered while HiGHS solves in the
calling one. The calling thread waits, passes progress on, and can ask the solver to stop.
``threads=1`` and a fixed order of rows and columns make runs reproducible.
"""

import importlib.metadata
import math
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pulp

from kla_plan.problem.linear import Objective, Problem
from kla_plan.solve.highs import Watch, highs
from kla_plan.solve.solution import OPTIMAL_GAP, Solution, Status
from kla_plan.solve.translate import to_pulp


@dataclass(frozen=True, slots=True)
class Limits:
    """Solver, relative gap and wall time in seconds at which a solve stops."""

    solver: str = "highs"
    gap: float = 0.0
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a solve is: stage, best value so far, proven bound, relative gap, seconds."""

    stage: str
    objective: float | None
    bound: float | None
    gap: float | None
    seconds: float


type OnProgress = Callable[[Progress], None]
type Stop = Callable[[], bool]

_POLL_SECONDS = 0.05


def solve(
    problem: Problem,
    objective: Objective,
    limits: Limits,
    *,
    start: Sequence[float | None] | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Solution:
    """Solve a problem for one objective.

    Parameters
    ----------
    start
        Values by column of a known solution to begin from (HiGHS only).
    on_progress
        Called from the calling thread whenever the solver has something new to report.
    stop
        Asked again and again; once it says yes, HiGHS stops with the best solution so far. CBC
        runs as a process of its own and stops at its time limit only.

    Ctrl-C (KeyboardInterrupt) counts as a stop: the solution so far is returned, with the status
    ``interrupted``.
    """
    begun = time.perf_counter()
    model = to_pulp(problem, objective, start)
    watch = Watch()
    warm = start is not None and any(value is not None for value in start)
    engine = _engine(limits, watch, warm=warm)
    built = time.perf_counter()
    stats = _wait(model, engine, watch, (objective.name, on_progress, stop))
    seconds = time.perf_counter() - built
    return _solution(problem, objective, (model, stats, watch), (seconds, built - begun), limits)


def _engine(limits: Limits, watch: Watch, *, warm: bool) -> pulp.LpSolver:
    if limits.solver == "highs":
        return highs(limits.gap, limits.seconds, watch, warm=warm)
    if limits.solver == "cbc":
        return pulp.COIN_CMD(  # type: ignore[no-untyped-call]
            msg=False, gapRel=limits.gap, timeLimit=limits.seconds, threads=1, timeMode="elapsed"
        )
    message = f"unknown solver {limits.solver!r}"
    raise ValueError(message)


def _wait(
    model: pulp.LpProblem,
    engine: pulp.LpSolver,
    watch: Watch,
    wishes: tuple[str, OnProgress | None, Stop | None],
) -> pulp.LpSolveStats:
    """Run the solver in a thread; pass progress on and stop requests in."""
    stage, on_progress, stop = wishes
    begun = time.perf_counter()
    with ThreadPoolExecutor(max_workers=1) as pool:
        future = pool.submit(model.solve, engine)
        done = threading.Event()
        future.add_done_callback(lambda _: done.set())
        seen = -1
        while not done.is_set():
            try:
                done.wait(_POLL_SECONDS)
                if stop is not None and stop():
                    watch.stop()
                if on_progress is not None and watch.reports != seen:
                    seen = watch.reports
                    elapsed = time.perf_counter() - begun
                    on_progress(Progress(stage, watch.objective, watch.bound, watch.gap, elapsed))
            except KeyboardInterrupt:
                watch.stop()
        return future.result()


_ENDS = {
    pulp.LpSolveStatus.Optimal: Status.OPTIMAL,
    pulp.LpSolveStatus.GapLimit: Status.GAP_LIMIT,
    pulp.LpSolveStatus.Infeasible: Status.INFEASIBLE,
    pulp.LpSolveStatus.Unbounded: Status.UNBOUNDED,
    pulp.LpSolveStatus.TimeLimit: Status.TIME_LIMIT,
    pulp.LpSolveStatus.Interrupted: Status.INTERRUPTED,
}


def _solution(
    problem: Problem,
    objective: Objective,
    outcome: tuple[pulp.LpProblem, pulp.LpSolveStats, Watch],
    seconds: tuple[float, float],
    limits: Limits,
) -> Solution:
    model, stats, watch = outcome
    status = _ENDS.get(stats.status, Status.FAILED)
    if watch.stopped and status is not Status.OPTIMAL:
        status = Status.INTERRUPTED
    if not stats.has_solution or status in {Status.INFEASIBLE, Status.UNBOUNDED}:
        known = limits.solver == "highs" and status is not Status.INFEASIBLE
        return Solution(status, None, stats.best_bound if known else None, *seconds)
    values = tuple(
        float(round(value)) if whole else value
        for value, whole in zip(
            (variable.varValue or 0.0 for variable in model.variables()),
            problem.integer,
            strict=False,  # for an objective without terms PuLP appends a column of its own
        )
    )
    value = objective.expression.constant + sum(
        c * values[v] for v, c in objective.expression.terms.items()
    )
    bound = _bound(problem, objective, stats, value, limits)
    found = Solution(status, value, bound, *seconds, values)
    # Every solver calls a solution "optimal" that is within the gap it was asked for.
    if status is Status.OPTIMAL and (found.gap is None or found.gap > OPTIMAL_GAP):
        return Solution(Status.GAP_LIMIT, value, bound, *seconds, values)
    return found


def _bound(
    problem: Problem, objective: Objective, stats: pulp.LpSolveStats, value: float, limits: Limits
) -> float | None:
    """Return the bound that was proven, if any.

    PuLP reads CBC's bound from its log: without the objective's constant, and the solution's own
    value where the log names none, as it does when CBC stops within the gap asked for.
    """
    if limits.solver == "highs" and stats.best_bound is not None:
        return stats.best_bound
    constant = objective.expression.constant
    if stats.status in {pulp.LpSolveStatus.Optimal, pulp.LpSolveStatus.GapLimit}:
        implied = _implied_bound(problem, objective, value - constant, limits.gap)
        return None if implied is None else implied + constant
    if limits.solver == "highs" or stats.best_bound is None:
        return None
    own = math.isclose(stats.best_bound, value - constant, rel_tol=1e-9, abs_tol=1e-9)
    return None if own else stats.best_bound + constant


def _implied_bound(
    problem: Problem, objective: Objective, value: float, gap: float
) -> float | None:
    """Return what "optimal" means where the solver reports no bound: no better than the gap.

    A problem without whole numbers is its own bound. CBC, a process of its own, says that it
    stopped within the relative gap asked for, not at which bound; a gap of 1 proves nothing.
    """
    if not any(problem.integer) or gap == 0.0:
        return value
    if gap >= 1.0:
        return None
    slack = abs(value) * gap / (1 - gap)
    return value + slack if objective.maximise else value - slack


def solver_version(name: str) -> str:
    """Return name and version of a solver, as the manifest states them."""
    package, label = {"highs": ("highspy", "HiGHS"), "cbc": ("cbcbox", "CBC")}[name]
    return f"{label} {importlib.metadata.version(package)} (PuLP {pulp.__version__})"
