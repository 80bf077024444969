"""HiGHS behind PuLP: options, and a watch that reports and interrupts a running solve."""

import math

import pulp
from highspy import cb


class Watch:
    """What a running solve has reported, and the wish to stop it.

    HiGHS calls :meth:`__call__` from the solving thread; everybody else only reads. Its
    callbacks report objective and bound in the problem's own sense.
    """

    def __init__(self) -> None:
        self.objective: float | None = None
        self.bound: float | None = None
        self.gap: float | None = None
        self.reports = 0
        self.stopped = False

    def stop(self) -> None:
        """Ask the solver to stop at its next look."""
        self.stopped = True

    def __call__(
        self, kind: object, _message: str, output: object, reply: object, _data: object
    ) -> None:
        """Take a report from HiGHS and answer whether to go on."""
        if kind == cb.HighsCallbackType.kCallbackMipLogging:
            self.objective = _finite(output.mip_primal_bound)  # type: ignore[attr-defined]
            self.bound = _finite(output.mip_dual_bound)  # type: ignore[attr-defined]
            self.gap = _finite(output.mip_gap)  # type: ignore[attr-defined]
            self.reports += 1
        elif self.stopped:
            reply.user_interrupt = True  # type: ignore[attr-defined]


def highs(gap: float, seconds: float, watch: Watch, *, warm: bool) -> pulp.LpSolver:
    """Return PuLP's HiGHS, single-threaded, silent, watched."""
    kinds = cb.HighsCallbackType
    return pulp.HiGHS(
        msg=False,
        threads=1,
        gapRel=gap,
        gapAbs=0.0,
        timeLimit=seconds,
        warmStart=warm,
        callbackTuple=(watch, None),
        callbacksToActivate=[
            kinds.kCallbackMipLogging,
            kinds.kCallbackMipInterrupt,
            kinds.kCallbackSimplexInterrupt,
            kinds.kCallbackIpmInterrupt,
        ],
    )


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
