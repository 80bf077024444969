"""Objectives in order: each later one is optimised among the solutions as good in the earlier.

A later stage has two passes. The *settling* pass keeps what the solution before it achieved piece
by piece (every answer as it is), which is a far smaller problem and gives a good solution at
once; the *free* pass starts from there and may trade one piece for another.
"""

import dataclasses
import time
from collections.abc import Sequence

from kla_plan.problem.linear import Linear, Objective, Problem, Row
from kla_plan.solve.claim import claimed
from kla_plan.solve.door import Limits, OnProgress, Stop, solve
from kla_plan.solve.memory import Memory
from kla_plan.solve.solution import Solution, Status

#: Share of the remaining time that an earlier stage or pass may use up.
SHARE = 0.7
#: A stage or pass with less time than this is not worth starting.
LEAST_SECONDS = 0.2
#: How much of an earlier objective a later stage may lose to floating-point noise, relatively;
#: far below any step of a score. What is lost is checked exactly when the plan is put together.
NOISE = 1e-7
#: The same for one single piece (a fraction of one question's points).
PIECE_NOISE = 1e-4


def solve_in_order(
    problem: Problem,
    limits: Limits,
    *,
    pieces: Sequence[Linear] = (),
    start: Sequence[float | None] | None = None,
    memory: Memory | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> tuple[Solution, ...]:
    """Solve every objective of a problem in its order; one solution per stage that was run.

    Parameters
    ----------
    pieces
        Expressions that make up the earlier objectives and are kept in the settling pass.
    memory
        See :func:`kla_plan.solve.solve`; for the first stage only, the others have rows of their
        own.

    A later stage starts from the solution of the one before and may not be worse in any earlier
    objective. It is left out when the stage before found nothing, was interrupted, or no time is
    left. The first stage without a solution ends the list.
    """
    deadline = time.perf_counter() + limits.seconds
    solutions: list[Solution] = []
    for objective in problem.objectives:
        if solutions and deadline - time.perf_counter() < LEAST_SECONDS:
            break
        run = _Run(limits, deadline, on_progress, stop)
        last = objective is problem.objectives[-1]
        share = 1.0 if last else SHARE
        if solutions:
            settled = run(_settled(problem, pieces, solutions[-1]), objective, start, share=SHARE)
            start = settled.values if settled.found else start
            solution = run(problem, objective, start, share=share).after(settled)
        else:
            solution = run(problem, objective, start, share=share, memory=memory)
        if not last:
            solution = claimed(problem, objective, solution)
        solutions.append(solution)
        if not solution.found or solution.status is Status.INTERRUPTED:
            break
        problem = keep(problem, objective, solution)
        start = solution.values
    return tuple(solutions)


@dataclasses.dataclass(frozen=True, slots=True)
class _Run:
    """One solve after another against a common deadline."""

    limits: Limits
    deadline: float
    on_progress: OnProgress | None
    stop: Stop | None

    def __call__(
        self,
        problem: Problem,
        objective: Objective,
        start: Sequence[float | None] | None,
        *,
        share: float,
        memory: Memory | None = None,
    ) -> Solution:
        left = max(LEAST_SECONDS, self.deadline - time.perf_counter())
        limits = dataclasses.replace(self.limits, seconds=left * share)
        return solve(
            problem,
            objective,
            limits,
            start=start,
            memory=memory,
            on_progress=self.on_progress,
            stop=self.stop,
        )


def keep(problem: Problem, objective: Objective, solution: Solution) -> Problem:
    """Return the problem with one more row: the objective stays as good as in the solution."""
    value = solution.value(objective.expression)
    row = objective.kept(f"pertahankan[{objective.name}]", value, NOISE)
    return dataclasses.replace(problem, rows=(*problem.rows, row))


def _settled(problem: Problem, pieces: Sequence[Linear], solution: Solution) -> Problem:
    """Return the problem with every piece at least as large as in the solution."""
    rows = tuple(
        Row(f"butir[{number}]", piece.terms, value - PIECE_NOISE, None)
        for number, piece in enumerate(pieces)
        if (value := solution.value(piece) - piece.constant) > PIECE_NOISE
    )
    return dataclasses.replace(problem, rows=(*problem.rows, *rows))
