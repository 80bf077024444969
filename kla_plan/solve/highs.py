"""HiGHS: options, the model as HiGHS takes it, and a watch that reports and interrupts a run."""

import math
from collections.abc import Iterator
from contextlib import contextmanager

import highspy
import numpy as np
import pulp
from highspy import cb

from kla_plan.problem.arrays import arrays
from kla_plan.problem.linear import Objective, Problem
from kla_plan.solve.solution import relative_gap

_KINDS = cb.HighsCallbackType
#: The moments at which HiGHS asks the watch.
MOMENTS = (
    _KINDS.kCallbackMipLogging,
    _KINDS.kCallbackMipImprovingSolution,
    _KINDS.kCallbackMipInterrupt,
    _KINDS.kCallbackSimplexInterrupt,
    _KINDS.kCallbackIpmInterrupt,
)


#: Finer than HiGHS's own 1e-6, which is as coarse as the tolerance of a level (contract 3.6): with
#: it, rows that add up progress let through levels that exact arithmetic refuses.
FEASIBILITY = 1e-7
#: Reductions that HiGHS's presolve leaves out on the whole problem, as bits of its
#: ``presolve_rule_off``: probing, enumeration, aggregation, parallel columns and sparsification
#: cost more than they save in a problem that is tightened already.
LEFT_OUT = 1 << 15 | 1 << 16 | 1 << 12 | 1 << 13 | 1 << 14
#: How many cuts HiGHS keeps when it searches a part: the rows that would be its first cuts are in
#: the problem already, and separating more takes longer than finding a solution there.
CUTS_OF_PARTS = 50


class Watch:
    """What a running search has reported, and the wish to stop it.

    HiGHS calls :meth:`__call__` from the solving thread; everybody else only reads. Its
    callbacks report objective and bound in the problem's own sense.

    Attributes
    ----------
    proven
        A bound known from outside the present run, to be reported where it is the better one.
    partial
        Whether the present run searches a part of the solutions only; what it calls a bound is
        then none of the problem's.
    patience
        How often HiGHS may ask whether to go on before the present run ends; ``None`` for as often
        as it takes. It asks at fixed places of its search: a measure of work that is the same on
        every machine, which a time is not.
    looks
        How often it has asked in the present run.
    """

    def __init__(self, *, maximise: bool) -> None:
        self._better = min if maximise else max
        self._best = max if maximise else min
        self.objective: float | None = None
        self.bound: float | None = None
        self.proven: float | None = None
        self.partial = False
        self.patience: int | None = None
        self.looks = 0
        self.reports = 0
        self.stopped = False

    @property
    def gap(self) -> float | None:
        """Relative gap of what has been reported, as share of the larger of the two."""
        return relative_gap(self.objective, self.bound)

    @property
    def tired(self) -> bool:
        """Whether the present run has used up its patience."""
        return self.patience is not None and self.looks > self.patience

    def stop(self) -> None:
        """Ask the solver to stop at its next look."""
        self.stopped = True

    def prove(self, bound: float) -> None:
        """Take a bound that holds for the whole problem."""
        self.proven = self.bound = self.tighter(bound, self.proven)
        self.reports += 1

    def find(self, objective: float) -> None:
        """Take the value of a solution."""
        known = self.objective
        self.objective = objective if known is None else self._best(known, objective)
        self.reports += 1

    def tighter(self, bound: float | None, other: float | None) -> float | None:
        """Return the better of two proven bounds."""
        known = [value for value in (bound, other) if value is not None]
        return self._better(known) if known else None

    @contextmanager
    def part(self, patience: int) -> Iterator[None]:
        """Watch a run that searches a part of the solutions, with so much patience."""
        self.partial, self.patience, self.looks = True, patience, 0
        try:
            yield
        finally:
            self.partial, self.patience = False, None

    def __call__(
        self, kind: object, _message: str, output: object, reply: object, _data: object
    ) -> None:
        """Take a report from HiGHS and answer whether to go on."""
        if kind == _KINDS.kCallbackMipLogging:
            objective = _finite(output.mip_primal_bound)  # type: ignore[attr-defined]
            if objective is not None:
                self.find(objective)
            self._hear(_finite(output.mip_dual_bound))  # type: ignore[attr-defined]
            self.reports += 1
        elif kind == _KINDS.kCallbackMipImprovingSolution:
            self.find(float(output.objective_function_value))  # type: ignore[attr-defined]
        else:
            # HiGHS keeps the last reply, also from one run to the next.
            self.looks += 1
            if kind == _KINDS.kCallbackMipInterrupt:  # between two lines of its log, seconds apart
                self._hear(_finite(output.mip_dual_bound))  # type: ignore[attr-defined]
            reply.user_interrupt = self.stopped or self.tired  # type: ignore[attr-defined]

    def _hear(self, bound: float | None) -> None:
        """Take the bound of the present run, if it is one of the whole problem."""
        before = self.bound
        self.bound = self.tighter(None if self.partial else bound, self.proven)
        self.reports += self.bound != before


def through_pulp(gap: float, seconds: float, watch: Watch, *, warm: bool) -> pulp.LpSolver:
    """Return PuLP's HiGHS, single-threaded, silent, watched."""
    return pulp.HiGHS(
        msg=False,
        threads=1,
        gapRel=gap,
        gapAbs=0.0,
        timeLimit=seconds,
        warmStart=warm,
        mip_feasibility_tolerance=FEASIBILITY,
        presolve_rule_off=LEFT_OUT,
        callbackTuple=(watch, None),
        callbacksToActivate=list(MOMENTS),
    )


def opened(
    problem: Problem, objective: Objective, watch: Watch | None = None, *, whole: bool = False
) -> highspy.Highs:
    """Return HiGHS with a problem in it, to be asked more than once.

    Parameters
    ----------
    whole
        Whether columns keep their whole-number conditions; ``solve_relaxation`` lifts them for
        one question.
    """
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    options = {
        "output_flag": False,
        "threads": 1,
        "mip_feasibility_tolerance": FEASIBILITY,
        "mip_pool_soft_limit": CUTS_OF_PARTS,
    }
    for option, value in options.items():
        solver.setOptionValue(option, value)
    if watch is not None:
        solver.setCallback(watch, None)
        for moment in MOMENTS:
            solver.startCallback(moment)
    solver.passModel(_model(problem, objective, whole=whole))
    return solver


def _model(problem: Problem, objective: Objective, *, whole: bool) -> highspy.HighsLp:
    now = arrays(problem)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(problem.names), len(problem.rows)
    costs = np.zeros(len(problem.names))
    for variable, coefficient in objective.expression.terms.items():
        costs[variable] = coefficient
    lp.col_cost_ = costs
    lp.offset_ = objective.expression.constant
    lp.sense_ = highspy.ObjSense.kMaximize if objective.maximise else highspy.ObjSense.kMinimize
    lp.col_lower_, lp.col_upper_ = now.lower, now.upper
    lp.row_lower_, lp.row_upper_ = now.row_lower, now.row_upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_ = now.starts, now.column
    lp.a_matrix_.value_ = now.value
    if whole:
        kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
        lp.integrality_ = [kinds[is_whole] for is_whole in problem.integer]
    return lp


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
