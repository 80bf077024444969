"""Score (contract 3.6): points ``= poin_maks·f``, capped per indicator, summed to the total."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear
from kla_plan.problem.rules.answers import counted_years

#: Sums of levels may miss the maximum by floating-point noise; that is no reason for a cap.
NOISE = 1e-6


def add(draft: Draft) -> None:
    """Write ``draft.points``: the total of every year that counts."""
    for year in counted_years(draft):
        draft.points[year] = _total(draft, year)


def _total(draft: Draft, year: int) -> Linear:
    instrument = draft.case.pack.instrument
    result = Linear()
    for indicator in instrument.indicators:
        points = Linear()
        for question in instrument.questions_of(indicator):
            start = float(draft.case.start(question.pertanyaan))
            top = float(question.poin_maks)
            points.constant += top * start
            gain = draft.gains.get((question.pertanyaan, year))
            if gain is not None:
                points.add(gain, top)
        result.add(_capped(draft, indicator, year, points))
    return result


def _capped(draft: Draft, indicator: str, year: int, points: Linear) -> Linear:
    cap = float(draft.case.pack.instrument.indicators[indicator].poin_maks)
    if draft.upper_bound(points) <= cap + NOISE:
        return points
    if points.is_constant:
        return Linear(constant=min(cap, points.constant))
    earned = draft.column(f"s[{indicator},{year}]", 0.0, cap)
    draft.at_most(f"batas_indikator[{indicator},{year}]", earned, points)
    return earned
