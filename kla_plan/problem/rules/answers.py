"""Progress and answers (contract 3.5 and 3.6).

``g[q,t] = min(1, g0[q] + Σ contributions)`` and ``f[q,t]`` = the largest level ``<= g + 1e-6``.
The step function is written as tightly as its shape allows:

* one single 0/1 decision contributes: the gain is a constant times that decision;
* one source of whole units (all terms have one coefficient): thresholds are rounded up to whole
  units, levels are nested by ``u₁ >= u₂ >= …``, and **one** row says it for all of them::

      n₁·u₁ + Σ_j (n_j − n_{j−1})·u_j  <=  Σ units

* several sources of whole units: one 0/1 column per *way* to reach a level (see
  :mod:`kla_plan.problem.ways`), at most one of them taken, each source giving what it needs::

      Σ_k w_k <= 1,   Σ_k amount[k,i]·w_k <= units[i],   gain = Σ_k (level_k − g0)·w_k

* anything else: the aggregated row of the levels in progress, with the tolerance in it.

Where a source cannot give anything without a switch being on (a fixed cost, a prerequisite), the
answer cannot rise without it either: that row is implied by whole numbers, not by fractions.
"""

from fractions import Fraction

from kla_plan.problem.contributions import contributions
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear
from kla_plan.problem.staircase import Stairs
from kla_plan.problem.steps import risen


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
    years = counted_years(draft)
    for question in draft.case.effects:
        start = draft.case.start(question)
        if start >= 1 or draft.case.pack.instrument.questions[question].poin_maks == 0:
            continue
        stairs = Stairs(draft.case.pack.instrument.questions[question].skala, start)
        for year in years:
            gain = _gain(draft, question, year, stairs)
            if gain.terms or gain.constant:
                draft.gains[question, year] = gain


def _gain(draft: Draft, question: str, year: int, stairs: Stairs) -> Linear:
    given = contributions(draft, question, year)
    if not draft.case.scenario.stepped:
        return _continuous(draft, question, year, stairs.start, given)
    staircase = stairs.between(given.constant, min(draft.upper_bound(given), 2.0))
    gain = Linear(constant=staircase.sure)
    if not staircase.gains:
        return gain
    moving = Linear(given.terms)
    decision = Linear(dict.fromkeys(moving.terms, 1.0))
    if draft.is_binary(decision):
        return gain.add(decision, staircase.gains[-1])
    return gain.add(risen(draft, f"{question},{year}", staircase, moving))


def _continuous(draft: Draft, question: str, year: int, start: Fraction, given: Linear) -> Linear:
    room = float(1 - start)
    if draft.upper_bound(given) <= room:
        return given
    name = f"{question},{year}"
    gain = draft.column(f"f[{name}]", 0.0, room)
    draft.at_most(f"kemajuan[{name}]", gain, given)
    return gain
