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
from dataclasses import dataclass, field, replace

import pulp

from kla_plan.problem.implied import implied
from kla_plan.problem.linear import Objective, Problem
from kla_plan.problem.tighten import tighten
from kla_plan.solve.highs import Watch, through_pulp
from kla_plan.solve.memory import Memory
from kla_plan.solve.opening import FEWEST_COLUMNS, Opening, opening
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

_POLL_SECONDS = 0.02
#: Share of the time that the opening may take before the search itself begins.
OPENING_SHARE = 0.5
#: What a solver says where there is nothing to be found.
_NO_SOLUTION = frozenset({Status.INFEASIBLE, Status.UNBOUNDED})
#: The search gets at least this long.
LEAST_SECONDS = 0.05


def solve(
    problem: Problem,
    objective: Objective,
    limits: Limits,
    *,
    start: Sequence[float | None] | None = None,
    memory: Memory | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Solution:
    """Solve a problem for one objective.

    Parameters
    ----------
    start
        Values by column of a known solution to begin from (HiGHS only).
    memory
        What an earlier search of the same columns has left, and this one leaves for the next.
    on_progress
        Called from the calling thread whenever the solver has something new to report.
    stop
        Asked again and again; once it says yes, HiGHS stops with the best solution so far. CBC
        runs as a process of its own and stops at its time limit only.

    Ctrl-C (KeyboardInterrupt) counts as a stop: the solution so far is returned, with the status
    ``interrupted``.
    """
    begun = time.perf_counter()
    tight = implied(tighten(problem))
    watch = Watch(maximise=objective.maximise)
    attend = _Attend(watch, objective.name, on_progress, stop)
    first = Opening()
    if limits.solver == "highs" and sum(tight.integer) >= FEWEST_COLUMNS:
        share = limits.seconds * OPENING_SHARE
        first = attend(
            lambda: opening(
                tight, objective, watch, gap=limits.gap, seconds=share, start=start, memory=memory
            )
        )
    opened = time.perf_counter()
    known = _known(objective, first, opened - begun)
    if known is not None and (watch.stopped or _within(known, limits.gap)):
        return _named(known, limits, stopped=watch.stopped)
    start = first.values or start
    limits = replace(limits, seconds=max(limits.seconds - (opened - begun), LEAST_SECONDS))
    model = to_pulp(tight, objective, start)
    warm = start is not None and any(value is not None for value in start)
    engine = _engine(limits, watch, warm=warm)
    built = time.perf_counter()
    stats = attend(lambda: model.solve(engine))
    seconds = time.perf_counter() - built + opened - begun
    main = _solution(problem, objective, (model, stats, watch), (seconds, built - opened), limits)
    return _joined(main, known, watch, limits)


def _known(objective: Objective, first: Opening, seconds: float) -> Solution | None:
    """Return the opening's solution, to be shown if the search finds no better one."""
    if first.values is None:
        return None
    value = objective.expression.at(first.values)
    return Solution(Status.TIME_LIMIT, value, first.bound, seconds, 0.0, first.values)


def _within(solution: Solution, gap: float) -> bool:
    return solution.gap is not None and solution.gap <= max(gap, OPTIMAL_GAP)


def _named(solution: Solution, limits: Limits, *, stopped: bool) -> Solution:
    """Return a solution under the status that its gap deserves."""
    if _within(solution, 0.0):
        return replace(solution, status=Status.OPTIMAL)
    if _within(solution, limits.gap):
        return replace(solution, status=Status.GAP_LIMIT)
    return replace(solution, status=Status.INTERRUPTED if stopped else solution.status)


def _joined(main: Solution, known: Solution | None, watch: Watch, limits: Limits) -> Solution:
    """Return the better of the two solutions with the better of the two bounds.

    A solution in hand is worth more than a solver's word that there is none.
    """
    if known is None and (main.status in _NO_SOLUTION or watch.proven is None):
        return main
    bound = watch.proven if main.status in _NO_SOLUTION else watch.tighter(main.bound, watch.proven)
    best = main
    if known is not None and (not main.found or _is_better(known, main, watch)):
        status = Status.TIME_LIMIT if main.status in _NO_SOLUTION else main.status
        best = replace(known, status=status, seconds=main.seconds)
    best = replace(best, bound=bound, build_seconds=main.build_seconds)
    return _named(best, limits, stopped=watch.stopped) if best.found else best


def _is_better(one: Solution, other: Solution, watch: Watch) -> bool:
    best = watch.tighter(one.objective, other.objective)
    return one.objective != other.objective and best == other.objective


def _engine(limits: Limits, watch: Watch, *, warm: bool) -> pulp.LpSolver:
    if limits.solver == "highs":
        return through_pulp(limits.gap, limits.seconds, watch, warm=warm)
    if limits.solver == "cbc":
        return pulp.COIN_CMD(  # type: ignore[no-untyped-call]
            msg=False, gapRel=limits.gap, timeLimit=limits.seconds, threads=1, timeMode="elapsed"
        )
    message = f"unknown solver {limits.solver!r}"
    raise ValueError(message)


@dataclass(frozen=True, slots=True)
class _Attend:
    """Runs work in a thread; passes progress on and stop requests in."""

    watch: Watch
    stage: str
    on_progress: OnProgress | None
    stop: Stop | None
    begun: float = field(default_factory=time.perf_counter)

    def __call__[T](self, work: Callable[[], T]) -> T:
        with ThreadPoolExecutor(max_workers=1) as pool:
            future = pool.submit(work)
            done = threading.Event()
            future.add_done_callback(lambda _: done.set())
            seen = self.watch.reports
            finished = False
            while not finished:
                finished = done.wait(_POLL_SECONDS)
                news, seen = self.watch.reports != seen, self.watch.reports
                try:
                    self._pass_on(news=news)
                except KeyboardInterrupt:
                    self.watch.stop()
            return future.result()

    def _pass_on(self, *, news: bool) -> None:
        watch = self.watch
        if self.stop is not None and self.stop():
            watch.stop()
        if news and self.on_progress is not None:
            elapsed = time.perf_counter() - self.begun
            self.on_progress(Progress(self.stage, watch.objective, watch.bound, watch.gap, elapsed))


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
    value = objective.expression.at(values)
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
