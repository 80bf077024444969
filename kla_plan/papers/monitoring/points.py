"""Points: what the plan promised, what the score sheets say, what the reports let expect."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kla_plan.instrument import Score
from kla_plan.pack.columns import Jawaban
from kla_plan.pack.model import Pack
from kla_plan.papers.monitoring.reported import Reported
from kla_plan.plan.evaluate import answers
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case


@dataclass(frozen=True, slots=True)
class Reached:
    """A later score sheet under the plan's instrument.

    Attributes
    ----------
    unanswered
        Questions that the sheet does not give; their points of the base year are kept.
    verified
        Sum of ``poin_verifikasi``; ``None`` unless every given answer has one.
    """

    score: Score
    unanswered: tuple[str, ...]
    verified: Fraction | None


@dataclass(frozen=True, slots=True)
class YearPoints:
    """Points of one year.

    Attributes
    ----------
    planned
        Score of the plan.
    reached
        Score of ``jawaban_<tahun>``; ``None`` where there is none.
    expected
        Score that the reported volumes would earn by the plan's own effects (contract 3.5); an
        estimate, ``None`` after the latest report. For a year that still runs it counts what is
        reported so far.
    """

    year: int
    planned: Score
    reached: Reached | None
    expected: Score | None


def points(plan: Plan, current: Pack, known: Reported) -> tuple[YearPoints, ...]:
    """Return the points of every year of the plan."""
    estimates = _expected(plan, known)
    return tuple(
        YearPoints(
            year,
            plan.score(year),
            reached(plan.pack, current.later_answers[year])
            if year in current.later_answers
            else None,
            estimates.get(year),
        )
        for year in plan.years
    )


def reached(pack: Pack, sheet: tuple[Jawaban, ...]) -> Reached:
    """Score a later sheet: points as fractions of the question's maximum, indicators capped."""
    given = {row.pertanyaan: row for row in sheet}
    questions = pack.instrument.questions
    fractions = {}
    for code, question in questions.items():
        row = given.get(code)
        if row is None or not question.poin_maks:
            fractions[code] = pack.start(code)
        else:
            fractions[code] = Fraction(row.poin) / Fraction(question.poin_maks)
    checked = [row.poin_verifikasi for code, row in given.items() if code in questions]
    known = [value for value in checked if value is not None]
    whole = bool(checked) and len(known) == len(questions)
    return Reached(
        pack.instrument.score(fractions),
        tuple(code for code in questions if code not in given),
        Fraction(sum(known, Decimal(0))) if whole else None,
    )


def _expected(plan: Plan, known: Reported) -> Mapping[int, Score]:
    if known.last is None:
        return {}
    case = Case(plan.pack, plan.scenario)
    done = dict(case.realised)
    years = [year for year in plan.pack.planned_years if year <= known.last[0]]
    for year in years:
        for code in known.activities(year):
            volume = known.done(code, year).volume
            if volume > 0:
                done[code, year] = volume
    found = answers(case, done)
    questions = plan.pack.instrument.questions
    return {
        year: plan.pack.instrument.score({code: found[year, code] for code in questions})
        for year in years
    }
