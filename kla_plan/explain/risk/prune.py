"""A cheap plan to begin from: a known plan without what its target does not need."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from kla_plan.plan.evaluate import answers, costs
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.scenario import Kunci

type Kept = dict[tuple[str, int], Decimal]


def pruned(plan: Plan, year: int, points: Fraction) -> Kept:
    """Return the plan's volumes less whole activities, dearest first, while a target holds.

    An activity stays if it is mandatory or locked, if another one that stays needs it, if a floor
    of spending would break without it, or if the year's total would fall below ``points``.
    """
    case = Case(plan.pack, plan.scenario)
    planned = plan.pack.planned_years
    kept: Kept = {key: v for key, v in plan.volumes.items() if key[1] in planned}
    rupiah = costs(case, kept)
    bill: dict[str, int] = defaultdict(int)
    for (code, _), amount in rupiah.items():
        bill[code] += amount
    fractions = {q: plan.fractions[year, q] for q in plan.pack.instrument.questions}
    needed = _fixed(plan)
    for code in sorted({a for a, _ in kept}, key=lambda a: (-bill[a], a)):
        if code in needed or _is_needed(plan, code, kept):
            continue
        rest = {key: v for key, v in kept.items() if key[0] != code}
        touched = {row.pertanyaan for row in plan.pack.effects_of(code)}
        fresh = answers(case, {**case.realised, **rest}, touched)
        trial = fractions | {q: fresh[year, q] for q in touched}
        left = {key: amount for key, amount in rupiah.items() if key[0] != code}
        if plan.pack.instrument.score(trial).total >= points and _floors_hold(plan, left):
            kept, fractions, rupiah = rest, trial, left
    return kept


def _fixed(plan: Plan) -> set[str]:
    locked = {k.kegiatan if isinstance(k, Kunci) else k for k in plan.scenario.kunci}
    return locked | {code for code, row in plan.pack.activities.items() if row.wajib}


def _is_needed(plan: Plan, code: str, kept: Kept) -> bool:
    active = {a for a, _ in kept}
    return any(row.butuh == code and row.kegiatan in active for row in plan.pack.prerequisites)


def _floors_hold(plan: Plan, rupiah: dict[tuple[str, int], int]) -> bool:
    """Whether floors without a fund hold; those with one are left to the solver."""
    for row in plan.pack.ceilings:
        if not row.batas_bawah or row.sumber_dana:
            continue
        spent = sum(
            amount
            for (code, year), amount in rupiah.items()
            if row.tahun in {None, year} and row.opd in {"", plan.pack.activities[code].opd}
        )
        if spent < row.batas_bawah:
            return False
    return True
