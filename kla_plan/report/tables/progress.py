"""What a plan does to answers and indicators, year by year."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Rise:
    """A question whose answer is better at the end of the plan than at the base year.

    Attributes
    ----------
    start, end
        Answers as fractions of the question's maximum, at the base year and in the last year.
    years
        Years in which the answer rises.
    points
        Points gained in the last year, before the cap of the indicator.
    activities
        Activities of the plan with an effect on the question, in the pack's order.
    """

    cluster: str
    indicator: str
    question: str
    kind: str
    start: Fraction
    end: Fraction
    years: tuple[int, ...]
    points: Fraction
    activities: tuple[str, ...]


def rises(plan: Plan) -> tuple[Rise, ...]:
    """Return the questions that the plan raises, in the instrument's order."""
    instrument = plan.pack.instrument
    serving = _serving(plan)
    found = []
    for code, question in instrument.questions.items():
        start, end = plan.pack.start(code), plan.fractions[plan.years[-1], code]
        if end <= start or not question.poin_maks:
            continue
        answers = [start, *(plan.fractions[year, code] for year in plan.years)]
        years = tuple(
            year
            for year, before, after in zip(plan.years, answers, answers[1:], strict=False)
            if after > before
        )
        found.append(
            Rise(
                instrument.cluster_of(question.indikator),
                question.indikator,
                code,
                question.tipe,
                start,
                end,
                years,
                Fraction(question.poin_maks) * (end - start),
                serving.get(code, ()),
            )
        )
    return tuple(found)


def _serving(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return the activities of the plan by the questions that they have an effect on."""
    found: dict[str, dict[str, None]] = {}
    for activity in plan.activities:
        for effect in plan.pack.effects_of(activity):
            found.setdefault(effect.pertanyaan, {})[activity] = None
    return {question: tuple(codes) for question, codes in found.items()}


def indicator_path(plan: Plan) -> pd.DataFrame:
    """Return self-assessed points by indicator: ``klaster, indikator, nama, poin_maks``, then one
    column per year from the base year on (named by the year).
    """  # noqa: D205 - one sentence, too long for one line
    scores = {plan.pack.profile.base_year: plan.pack.start_score()}
    scores |= {year: plan.score(year) for year in plan.years}
    rows = [
        {
            "klaster": indicator.klaster,
            "indikator": code,
            "nama": indicator.nama,
            "poin_maks": float(indicator.poin_maks),
            **{year: float(score.indicators[code]) for year, score in scores.items()},
        }
        for code, indicator in plan.pack.instrument.indicators.items()
    ]
    return pd.DataFrame(rows)


def indicator_gains(plan: Plan) -> pd.DataFrame:
    """Return what each year adds to each indicator, falls negative.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, nama``, one column per year of the plan (change from the year
        before) and ``jumlah`` (change from the base year to the last year).
    """
    path = indicator_path(plan)
    gains = path[["klaster", "indikator", "nama"]].copy()
    before = plan.pack.profile.base_year
    for year in plan.years:
        gains[year] = path[year] - path[before]
        before = year
    gains["jumlah"] = path[plan.years[-1]] - path[plan.pack.profile.base_year]
    return gains
