"""Points that a plan gains, and on whom they hang."""

from collections import defaultdict
from fractions import Fraction

from kla_plan.plan.plan import Plan


def gained(plan: Plan) -> dict[str, Fraction]:
    """Return the points that each question gains from the base year to the last year; only gains.

    Points of questions, before the caps of indicators: a question may gain what its indicator
    cannot count any more.
    """
    before = plan.pack.start_score().questions
    after = plan.score(plan.years[-1]).questions
    return {code: after[code] - before[code] for code in after if after[code] > before[code]}


def points_by_agency(plan: Plan) -> dict[str, Fraction]:
    """Return the gained points by responsible OPD.

    The gain of a question is shared equally among the OPD that are responsible for an activity of
    the plan with an effect on it, so that the parts add up to the gains of the questions.
    """
    responsible: dict[str, dict[str, None]] = defaultdict(dict)
    for activity in plan.activities:
        for effect in plan.pack.effects_of(activity):
            responsible[effect.pertanyaan][plan.pack.activities[activity].opd] = None
    points: dict[str, Fraction] = defaultdict(Fraction)
    for question, gain in gained(plan).items():
        for opd in responsible[question]:
            points[opd] += gain / len(responsible[question])
    return dict(points)
