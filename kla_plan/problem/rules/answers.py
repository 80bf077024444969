"""Progress and answers (contract 3.5 and 3.6).

``g[q,t] = min(1, g0[q] + Σ contributions)`` and ``f[q,t]`` = the largest level ``<= g + 1e-6``.
With levels ℓ₁ < … < ℓₙ above ``g0`` and one 0/1 column per level, nested by
``u₁ >= u₂ >= …``, **one** row says it for all levels::

    (ℓ₁ − g0)·u₁ + Σ_j (ℓ_j − ℓ_{j−1})·u_j  <=  Σ contributions + 1e-6

and its left side is the gain ``f − g0`` itself. One row in place of one per level leaves the
relaxation as tight and the model smaller. Two cases need no level at all or a tighter row:

* one single 0/1 decision contributes: the gain is a constant times that decision;
* one activity contributes by whole units: thresholds are rounded up to whole units.
"""

import math
from fractions import Fraction
from itertools import pairwise

from kla_plan.instrument import TOLERANCE, answered
from kla_plan.problem.contributions import contributions
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear


def counted_years(draft: Draft) -> tuple[int, ...]:
    """Return the years whose score matters: weighed by the objective, or with a target."""
    scenario = draft.case.scenario
    weighed = scenario.tujuan == "maks_skor"
    aimed = {target.tahun for target in scenario.target}
    if any(floor > 0 for floor in scenario.keadilan.min_poin_klaster.values()):
        aimed.add(draft.case.years[-1])
    return tuple(
        year
        for year in draft.case.years
        if year in aimed or (weighed and scenario.weight(year) > 0)
    )


def add(draft: Draft) -> None:
    """Write ``draft.gains`` for every question that can gain and every year that counts."""
    for question in draft.case.effects:
        start = draft.case.start(question)
        if start >= 1 or draft.case.pack.instrument.questions[question].poin_maks == 0:
            continue
        for year in counted_years(draft):
            gain = _gain(draft, question, year, start)
            if gain.terms or gain.constant:
                draft.gains[question, year] = gain


def _gain(draft: Draft, question: str, year: int, start: Fraction) -> Linear:
    given = contributions(draft, question, year)
    if not draft.case.scenario.stepped:
        return _continuous(draft, question, year, start, given)
    scale = draft.case.pack.instrument.questions[question].skala
    past = Fraction(given.constant).limit_denominator(10**9)
    reachable = Fraction(min(draft.upper_bound(given), 2.0)).limit_denominator(10**9)
    base = answered(start + past, start, scale, stepped=True)
    top = answered(start + reachable, start, scale, stepped=True)
    if top <= base:
        return Linear(constant=float(base - start))
    moving = Linear(given.terms)
    ((coefficient, decision), *others) = [(c, Linear({v: 1.0})) for v, c in moving.terms.items()]
    if not others and draft.is_binary(decision):
        return Linear(constant=float(base - start)).add(decision, float(top - base))
    levels = [level for level in scale if base < level <= top]
    name = f"{question},{year}"
    if not others and coefficient > 0 and draft.is_whole(decision):
        unit = Fraction(coefficient).limit_denominator(10**9)
        needs = [math.ceil((level - start - past - TOLERANCE) / unit) for level in levels]
        return _levels(draft, name, (base, start), levels, needs, decision)
    needs_exact = [level - start - past for level in levels]
    slack = moving + Linear(constant=float(TOLERANCE))
    return _levels(draft, name, (base, start), levels, needs_exact, slack)


def _levels(
    draft: Draft,
    name: str,
    floor: tuple[Fraction, Fraction],
    levels: list[Fraction],
    needs: list[int] | list[Fraction],
    supply: Linear,
) -> Linear:
    """Write the nested levels: reaching ``levels[j]`` takes ``supply >= needs[j]``."""
    base, start = floor
    gain = Linear(constant=float(base - start))
    demand = Linear()
    before = Linear()
    steps = zip(pairwise([base, *levels]), pairwise([0, *needs]), strict=True)
    for number, ((low, high), (less, more)) in enumerate(steps, 1):
        reached = draft.column(f"u[{name},{number}]", 0.0, 1.0, integer=True)
        if number > 1:
            draft.at_most(f"jenjang[{name},{number}]", reached, before)
        gain.add(reached, float(high - low))
        demand.add(reached, float(more - less))
        before = reached
    draft.at_most(f"kemajuan[{name}]", demand, supply)
    return gain


def _continuous(draft: Draft, question: str, year: int, start: Fraction, given: Linear) -> Linear:
    room = float(1 - start)
    if draft.upper_bound(given) <= room:
        return given
    name = f"{question},{year}"
    gain = draft.column(f"f[{name}]", 0.0, room)
    draft.at_most(f"kemajuan[{name}]", gain, given)
    return gain
