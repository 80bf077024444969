"""The points that hang on an agency."""

from collections.abc import Mapping
from fractions import Fraction

from kla_plan.instrument import Score
from kla_plan.pack.model import Pack
from kla_plan.papers.agency.dossier import QuestionStake
from kla_plan.plan.evaluate import answers
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case


def raisers(plan: Plan) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return, by question and agency, the planned activities that have an effect on it."""
    found: dict[str, dict[str, list[str]]] = {}
    for code in plan.activities:
        opd = plan.pack.activities[code].opd
        for question in dict.fromkeys(row.pertanyaan for row in plan.pack.effects_of(code)):
            found.setdefault(question, {}).setdefault(opd, []).append(code)
    return {
        question: {opd: tuple(codes) for opd, codes in by_opd.items()}
        for question, by_opd in found.items()
    }


def stakes(
    pack: Pack,
    opd: str,
    raised: Mapping[str, Mapping[str, tuple[str, ...]]],
    start: Score,
    scores: Mapping[int, Score],
) -> tuple[QuestionStake, ...]:
    """Return the questions that an agency raises or answers, in the instrument's order."""
    return tuple(
        QuestionStake(
            code=code,
            label=question.label,
            indicator=question.indikator,
            maximum=Fraction(question.poin_maks),
            raised_by=raised.get(code, {}).get(opd, ()),
            answers=opd in question.opd,
            others=tuple(other for other in raised.get(code, {}) if other != opd),
            start=start.questions[code],
            points={year: score.questions[code] for year, score in scores.items()},
        )
        for code, question in pack.instrument.questions.items()
        if opd in question.opd or opd in raised.get(code, {})
    )


def lost_without(
    plan: Plan, case: Case, opd: str, scores: Mapping[int, Score]
) -> dict[int, Fraction]:
    """Return by year the points of the total score that are lost without an agency's activities.

    Everything else stays as planned: nobody replaces what is not done, and activities of others
    that need one of them are still counted. Realised years are facts and stay.
    """
    own = {code for code in plan.activities if plan.pack.activities[code].opd == opd}
    future = set(plan.pack.planned_years)
    left = {
        key: volume for key, volume in plan.volumes.items()
        if key[0] not in own or key[1] not in future
    }  # fmt: skip
    touched = {row.pertanyaan for code in own for row in plan.pack.effects_of(code)}
    if not touched:
        return dict.fromkeys(plan.years, Fraction(0))
    done = {**case.realised, **left}
    fractions = {**plan.fractions, **answers(case, done, touched)}
    score = plan.pack.instrument.score
    return {
        year: scores[year].total
        - score({q: fractions[year, q] for q in plan.pack.instrument.questions}).total
        for year in plan.years
    }
