"""The opening: a bound and a good first solution, before the search that proves the rest.

The relaxation gives a bound in a fraction of a second, and most of its whole-number columns are
whole already. Keeping those leaves a far smaller problem, which the solver searches at once
(relaxation induced neighbourhoods; Danna, Rothberg and Le Pape, 2005). What is kept:

1. where a start is known: its decisions, so that it counts with every point they earn; then
   the columns in which start and relaxation agree, at first together with all that are 0 in the
   relaxation;
2. the volumes and switches that are 0 in the relaxation.

Each search begins from the best solution so far. It ends after so much work, never at a time
of its own, so that every run finds the same. A neighbourhood that is too large to be searched
through is the last one: the next is larger still, and the whole problem's search has cuts that
bring the bound down as well. A gap finer than :data:`FINEST` is left to that search too.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kla_plan.problem.linear import Objective, Problem
from kla_plan.solve.desk import Desk, Fixed, Values, known
from kla_plan.solve.highs import Watch
from kla_plan.solve.memory import Memory

#: A problem with fewer whole-number columns is solved as fast without an opening.
FEWEST_COLUMNS = 400
#: A value this close to a whole number is one.
WHOLE = 1e-6
#: A known start counts however little time there is: seconds to find the points it earns, which
#: takes some hundredths on a machine that is not busy.
START_SECONDS = 2.0
#: How much of the gap asked for may be left when the bound of the relaxation counts as reached.
REACHED = 0.98
#: A solution within so many times the gap asked for is left to the main search: its cuts bring
#: the bound down by some tenths of a per cent in the time that one more neighbourhood takes.
NEAR = 1.2
#: The relaxation's bound is seldom nearer to the optimum than half of this: to search parts for
#: less is time that the main search needs.
FINEST = 0.01


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before the search.

    Attributes
    ----------
    bound
        Bound of the relaxation; ``None`` if it was not solved.
    values
        By column, the best solution found; ``None`` if there is none.
    """

    bound: float | None = None
    values: Values | None = None


def opening(
    problem: Problem,
    objective: Objective,
    watch: Watch,
    *,
    gap: float,
    seconds: float,
    start: Sequence[float | None] | None = None,
    memory: Memory | None = None,
) -> Opening:
    """Return a bound and, if one of the neighbourhoods holds any, a first solution.

    Parameters
    ----------
    gap
        Relative gap asked for: once a solution is within it of the relaxation (or within
        :data:`FINEST`), it is done.
    seconds
        Wall time for all of it.
    start
        Values by column of a known solution, ``None`` where unknown.
    memory
        What an earlier search of the same columns has left, and this one leaves for the next.
    """
    deadline = time.perf_counter() + seconds
    desk = Desk(problem, objective, watch, deadline)
    best: Values | None = None
    if start is not None:
        best = desk.earned(start, least=START_SECONDS)
    bound = desk.relaxed(memory)
    if bound is None:
        return Opening(None, best)
    watch.prove(bound)
    gap = max(gap, FINEST)
    slack = gap * abs(bound) * (1 if objective.maximise else -1)
    enough, near = bound - REACHED * slack, bound - NEAR * slack
    if best is not None and _reaches(objective, best, enough):
        return Opening(bound, best)
    for fixed in _neighbourhoods(problem, desk, start):
        if watch.stopped or time.perf_counter() > deadline:
            break
        found = desk.within(fixed, best, enough, gap)
        # a neighbourhood need not hold the solution that it is searched from
        best = _better(objective, best, found)
        if best is not None and (desk.tired or _reaches(objective, best, near)):
            break
    return Opening(bound, best)


def _better(objective: Objective, one: Values | None, other: Values | None) -> Values | None:
    if one is None or other is None:
        return one or other
    return other if _reaches(objective, other, objective.expression.at(one)) else one


def _reaches(objective: Objective, values: Values, enough: float) -> bool:
    value = objective.expression.at(values)
    return value >= enough if objective.maximise else value <= enough


def _neighbourhoods(
    problem: Problem, desk: Desk, start: Sequence[float | None] | None
) -> list[Fixed]:
    """Return which columns are kept at which values, the smallest neighbourhood first."""
    nearest = np.round(desk.point)
    whole = np.array(problem.integer) & (np.abs(desk.point - nearest) < WHOLE)
    zero = whole & (nearest == 0)
    found: list[Fixed] = []
    if start is not None:
        same = whole & (known(start) == nearest)
        found += [(same | zero, nearest), (same, nearest)]
    found.append((zero & ~desk.answers, nearest))
    return found
