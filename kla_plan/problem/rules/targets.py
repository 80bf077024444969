"""Targets (contract 3.7): the total of a year reaches a predicate or a number of points.

On the verified score the total must be ``target / (1 − diskon_verifikasi)``. A predicate earned
only *above* its bound is asked for by the smallest step that a score can be above it.
"""

from decimal import Decimal
from fractions import Fraction

from kla_plan.problem.case import Case
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause
from kla_plan.scenario import Target

RULE = "target"
#: How far above an excluded bound (``> 600``) a total must lie to count as above it in the model:
#: more than the solver's tolerance, less than any step of the instrument.
ABOVE = Fraction(1, 1000)


def needed(case: Case, target: Target) -> Fraction:
    """Return the self-assessed total that meets a target."""
    bound, strict = Fraction(target.poin or Decimal(0)), False
    if target.predikat is not None:
        predicate = next(
            p for p in case.pack.instrument.predicates if p.predikat == target.predikat
        )
        bound, strict = Fraction(predicate.batas_bawah), predicate.dasar == ">"
    if target.dasar == "verifikasi":
        bound /= 1 - Fraction(case.scenario.diskon_verifikasi)
    return bound + ABOVE if strict else bound


def add(draft: Draft) -> None:
    """Write one row per target: ``total[tahun] >= needed``."""
    case = draft.case
    for number, target in enumerate(case.scenario.target, 1):
        clause = Clause(RULE, (number,))
        lowest = float(needed(case, target))
        name = f"target[{number},{target.tahun}]"
        draft.row(name, draft.points[target.tahun], lowest, None, clause)
