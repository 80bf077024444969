"""A different plan by hand: leave out of a plan what adds least to its score.

No solver is needed: each activity's points are recomputed exactly without it (and without what
needs it), the least valuable go first, and the rest is checked like any plan.
"""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.explain.study import planned_volumes
from kla_plan.plan.assemble import assemble
from kla_plan.plan.evaluate import Volumes, answers, costs, evaluate, weighted_points
from kla_plan.plan.plan import Plan, Proof
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case

#: Attempts to find a number of activities that can be left out; each halves it.
ATTEMPTS = 4
#: Share of the allowed loss to use up: what is lost together may be more than one by one.
USED = 0.9


@dataclass(frozen=True, slots=True)
class Dispensable:
    """An activity with everything that needs it, and the weighted points lost without them."""

    activities: frozenset[str]
    lost: float


def dispensable(case: Case, plan: Plan) -> list[Dispensable]:
    """Return what could be left out of a plan, the least valuable first."""
    volumes = dict(planned_volumes(plan))
    used = sorted({code for code, _ in volumes})
    bound = {a.kegiatan for a in case.activities if a.wajib}
    bound |= {k if isinstance(k, str) else k.kegiatan for k in case.scenario.kunci}
    found = []
    for code in used:
        together = with_dependents(case, code, used)
        if not together & bound:
            found.append(Dispensable(together, points_without(case, plan, together)))
    return sorted(found, key=lambda d: (d.lost, sorted(d.activities)))


def points_without(case: Case, plan: Plan, gone: Collection[str]) -> float:
    """Return the weighted points a plan loses if these activities simply fall away, exactly."""
    kept = {k: v for k, v in planned_volumes(plan).items() if k[0] not in gone}
    lost = lost_by_year(case, plan, kept, gone)
    return float(sum(Fraction(case.scenario.weight(year)) * each for year, each in lost.items()))


def lost_by_year(
    case: Case, plan: Plan, kept: Volumes, changed: Collection[str]
) -> dict[int, Fraction]:
    """Return the self-assessed points a plan loses each year if only these volumes remain, exactly.

    Parameters
    ----------
    kept
        Volumes of the planned years that remain.
    changed
        Activities of which volumes fall away; all others must be kept whole.
    """
    touched = {e.pertanyaan for code in changed for e in case.pack.effects_of(code)}
    left = answers(case, {**case.realised, **kept}, sorted(touched))
    instrument = case.pack.instrument
    lost = dict.fromkeys(case.years, Fraction(0))
    for indicator in sorted({instrument.questions[code].indikator for code in touched}):
        cap = Fraction(instrument.indicators[indicator].poin_maks)
        asked = instrument.questions_of(indicator)
        for year in case.years:
            before = sum(plan.fractions[year, q.pertanyaan] * Fraction(q.poin_maks) for q in asked)
            after = sum(
                left.get((year, q.pertanyaan), plan.fractions[year, q.pertanyaan])
                * Fraction(q.poin_maks)
                for q in asked
            )
            lost[year] += min(cap, before) - min(cap, after)
    return lost


def with_dependents(case: Case, code: str, used: Collection[str]) -> frozenset[str]:
    """Return an activity and those of the used ones that need it, directly or not."""
    gone = {code}
    while more := {
        p.kegiatan
        for p in case.pack.prerequisites
        if p.butuh in gone and p.kegiatan in used and p.kegiatan not in gone
    }:
        gone |= more
    return frozenset(gone)


def without_least(
    case: Case, plan: Plan, ranked: list[Dispensable], spared: Collection[str], allowed: float
) -> Plan | None:
    """Return the plan without its least valuable activities, within an allowed loss of points.

    Parameters
    ----------
    ranked
        See :func:`dispensable`.
    spared
        Activities that stay in.
    """
    chosen: list[Dispensable] = []
    lost = 0.0
    for each in ranked:
        if each.activities & set(spared) or lost + each.lost > USED * allowed:
            continue
        chosen.append(each)
        lost += each.lost
    for _ in range(ATTEMPTS):
        if not chosen:
            return None
        gone = frozenset().union(*(each.activities for each in chosen))
        volumes = {k: v for k, v in planned_volumes(plan).items() if k[0] not in gone}
        other = _plan(case, volumes)
        if other is not None:
            return other
        chosen = chosen[: len(chosen) // 2]
    return None


def _plan(case: Case, volumes: Volumes) -> Plan | None:
    value = (
        float(sum(costs(case, volumes).values()))
        if case.scenario.tujuan == "min_biaya"
        else float(weighted_points(case, evaluate(case, volumes).fractions))
    )
    plan = assemble(case, volumes, Proof("time_limit", value, None, {}, "", {}, {}))
    return None if plan is None or verify_plan(plan) else plan
