"""Known sums of points are spread over the questions that have no answer.

The finest known level goes first: an indicator's score over its own questions, then what is left
of a cluster's score, then what is left of the total. Within a level points are shared in
proportion to the maxima, each indicator's share limited to its own maximum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kla_plan.indonesian import number
from kla_plan.instrument import Instrument, Pertanyaan
from kla_plan.pack.columns import Jawaban, Skor

#: Spread points are multiples of this; sums are kept exactly.
QUANTUM: Final = Decimal("0.000001")
UNKNOWN: Final = "Belum ada jawaban maupun skor; dianggap 0."
#: How the assumption of every spread answer begins.
SPREAD: Final = "Sebaran dari skor"
_LEVELS: Final = ("indikator", "klaster", "total")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A score row that does not fit.

    Attributes
    ----------
    left, room
        Points left to spread after everything finer, and the points there is room for.
    used
        Whether the row had questions to be spread over.
    """

    row: Skor
    left: Fraction
    room: Fraction
    used: bool


def spread(
    instrument: Instrument, answers: Mapping[str, Jawaban], scores: Sequence[Skor]
) -> tuple[dict[str, Jawaban], list[Misfit]]:
    """Complete an answer sheet.

    Parameters
    ----------
    instrument
        Questions and maxima.
    answers
        Known answers by question; they are kept as they are.
    scores
        Known sums of points.

    Returns
    -------
    tuple
        One answer per question in the instrument's order (each spread value with ``asumsi``),
        and the score rows whose remainder does not fit the room left for it.
    """
    known = {code: answers[code] for code in instrument.questions if code in answers}
    misfits: list[Misfit] = []
    for level in _LEVELS:
        for row in scores:
            if row.tingkat == level:
                misfits.extend(_spread_row(instrument, known, row))
    unknown = {
        code: Jawaban(pertanyaan=code, poin=Decimal(0), asumsi=UNKNOWN)
        for code in instrument.questions
        if code not in known
    }
    known |= unknown
    return {code: known[code] for code in instrument.questions}, misfits


def indicators_of(instrument: Instrument, row: Skor) -> tuple[str, ...]:
    """Return the indicators whose points a score row sums up."""
    return tuple(
        code
        for code, indicator in instrument.indicators.items()
        if row.tingkat == "total"
        or row.kode == (code if row.tingkat == "indikator" else indicator.klaster)
    )


def _spread_row(instrument: Instrument, known: dict[str, Jawaban], row: Skor) -> list[Misfit]:
    left = Fraction(row.poin)
    open_questions: list[Pertanyaan] = []
    capacity: dict[str, Fraction] = {}
    for code in indicators_of(instrument, row):
        maximum = Fraction(instrument.indicators[code].poin_maks)
        questions = instrument.questions_of(code)
        done = sum((Fraction(known[q.pertanyaan].poin) for q in questions
                    if q.pertanyaan in known), Fraction(0))  # fmt: skip
        left -= min(done, maximum)
        missing = [q for q in questions if q.pertanyaan not in known]
        total = sum((Fraction(q.poin_maks) for q in missing), Fraction(0))
        room = max(Fraction(0), min(maximum - done, total))
        for question in missing:
            share = Fraction(question.poin_maks) / total if total else Fraction(0)
            capacity[question.pertanyaan] = room * share
        open_questions.extend(missing)
    room = sum(capacity.values(), Fraction(0))
    fits = 0 <= left <= room
    spread_points = min(max(left, Fraction(0)), room)
    shares = _shares(spread_points, capacity, room)
    for question in open_questions:
        known[question.pertanyaan] = _answer(question, row, shares[question.pertanyaan])
    return [] if fits else [Misfit(row, left, room, bool(open_questions))]


def _shares(
    points: Fraction, capacity: Mapping[str, Fraction], room: Fraction
) -> dict[str, Decimal]:
    """Share points in proportion to capacity, in whole quanta, the sum kept (largest remainder)."""
    unit = Fraction(QUANTUM)
    exact = {q: points * c / room / unit if room else Fraction(0) for q, c in capacity.items()}
    floors = {q: value.numerator // value.denominator for q, value in exact.items()}
    missing = round(points / unit) - sum(floors.values())
    order = sorted(exact, key=lambda q: floors[q] - exact[q])
    for question in order[: max(0, missing)]:
        floors[question] += 1
    return {q: QUANTUM * count for q, count in floors.items()}


def _answer(question: Pertanyaan, row: Skor, points: Decimal) -> Jawaban:
    what = f"{row.tingkat} {row.kode}".strip()
    how = f"{SPREAD} {what} {number(row.poin)}, sebanding dengan poin maksimum."
    return Jawaban(
        pertanyaan=question.pertanyaan,
        poin=min(points, question.poin_maks),
        sumber=row.sumber,
        asumsi=f"{how} {row.asumsi}".strip(),
    )
