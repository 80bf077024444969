"""Verified points: those the pack knows, or those expected after the usual discount."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kla_plan.instrument import Score
from kla_plan.pack.model import Pack

KNOWN = "hasil"
EXPECTED = "perkiraan"
UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class VerifiedPoints:
    """Verified points; ``None`` where they are neither known nor expected.

    Attributes
    ----------
    questions, indicators, clusters
        Points by code.
    origin
        By question: ``hasil`` (in the pack), ``perkiraan`` (discounted) or empty (unknown).
    total
        The verified total.
    """

    questions: Mapping[str, Fraction | None]
    indicators: Mapping[str, Fraction | None]
    clusters: Mapping[str, Fraction | None]
    origin: Mapping[str, str]
    total: Fraction | None


def verified_points(pack: Pack, score: Score, discount: Decimal | None = None) -> VerifiedPoints:
    """Return verified points at the end of the base year.

    An indicator of which no question was verified gets the discounted capped points, so that a
    pack without any verified answer has exactly ``total × (1 − discount)``.
    """
    factor = None if discount is None else 1 - Fraction(discount)
    questions: dict[str, Fraction | None] = {}
    origin: dict[str, str] = {}
    for code, answer in pack.answers.items():
        if answer.poin_verifikasi is not None:
            questions[code], origin[code] = Fraction(answer.poin_verifikasi), KNOWN
        elif factor is not None:
            questions[code], origin[code] = score.questions[code] * factor, EXPECTED
        else:
            questions[code], origin[code] = None, UNKNOWN
    indicators = {
        code: _indicator(pack, score, code, questions, origin, factor)
        for code in pack.instrument.indicators
    }
    clusters = {
        cluster: _sum(
            points for code, points in indicators.items()
            if pack.instrument.cluster_of(code) == cluster
        )
        for cluster in pack.instrument.clusters
    }  # fmt: skip
    return VerifiedPoints(questions, indicators, clusters, origin, _sum(indicators.values()))


def _indicator(
    pack: Pack,
    score: Score,
    indicator: str,
    questions: Mapping[str, Fraction | None],
    origin: Mapping[str, str],
    factor: Fraction | None,
) -> Fraction | None:
    codes = [question.pertanyaan for question in pack.instrument.questions_of(indicator)]
    if factor is not None and all(origin[code] == EXPECTED for code in codes):
        return score.indicators[indicator] * factor
    total = _sum(questions[code] for code in codes)
    maximum = Fraction(pack.instrument.indicators[indicator].poin_maks)
    return None if total is None else min(maximum, total)


def _sum(points: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for value in points:
        if value is None:
            return None
        total += value
    return total
