"""The instrument, and the scoring rule: fractions → points → indicators → total → predikat.

Everything here is exact: points and levels are :class:`~fractions.Fraction`, so the score of a
plan does not depend on the order of additions. The rule is contract section 3, items 5 and 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from kla_plan.schema import Kind, column, table

#: A level counts as reached when it is missed by no more than this (contract 3.6).
TOLERANCE = Fraction(1, 1_000_000)


@table("klaster", "Klaster instrumen dan poin maksimumnya.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Klaster:
    """One cluster of the instrument."""

    klaster: str = column(Kind.CODE, "Kode klaster.", key=True)
    nama: str = column(Kind.TEXT, "Nama klaster.")
    poin_maks: Decimal = column(
        Kind.NUMBER, "Poin maksimum.", unit="poin", minimum=Decimal(0), maximum=Decimal(1000)
    )


@table("indikator", "Indikator instrumen; poin maksimum indikator bersifat menentukan.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """One indicator; its maximum caps the sum of its questions."""

    indikator: str = column(Kind.CODE, "Kode indikator.", key=True)
    nomor: str = column(Kind.CODE, "Nomor indikator pada instrumen.")
    klaster: str = column(Kind.CODE, "Klaster indikator.", refers="klaster")
    nama: str = column(Kind.TEXT, "Nama indikator.")
    poin_maks: Decimal = column(
        Kind.NUMBER, "Poin maksimum.", unit="poin", minimum=Decimal(0), maximum=Decimal(1000)
    )


@table("pertanyaan", "Pertanyaan instrumen beserta tangga nilai jawabannya.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Pertanyaan:
    """One question: maximum points and the fractions of them that an answer can earn."""

    pertanyaan: str = column(Kind.CODE, "Kode pertanyaan, misalnya P14.10.", key=True)
    indikator: str = column(Kind.CODE, "Indikator pertanyaan.", refers="indikator")
    poin_maks: Decimal = column(
        Kind.NUMBER, "Poin maksimum.", unit="poin", minimum=Decimal(0), maximum=Decimal(1000)
    )
    tipe: str = column(Kind.TEXT, "Jenis pertanyaan.")
    label: str = column(Kind.TEXT, "Bunyi pertanyaan, disingkat.")
    opd: tuple[str, ...] = column(
        Kind.CODES, "Perangkat daerah atau lembaga yang disebut instrumen.", default=()
    )
    skala: tuple[Fraction, ...] = column(
        Kind.SCALE, "Pecahan poin yang dapat diraih, menaik, berakhir 1.", default=(Fraction(1),)
    )
    sumber: str = column(Kind.TEXT, "Sumber.", default="")
    asumsi: str = column(Kind.TEXT, "Hal yang masih diandaikan, kosong bila tidak ada.", default="")


@table("predikat", "Predikat dan batas bawah nilai totalnya.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Predikat:
    """One predicate and the total from which it is earned."""

    predikat: str = column(Kind.CODE, "Nama predikat.", key=True)
    batas_bawah: Decimal = column(
        Kind.NUMBER, "Batas bawah nilai total.", unit="poin", minimum=Decimal(0)
    )
    dasar: str = column(
        Kind.CHOICE, "Apakah batas itu sendiri termasuk (>=) atau tidak (>).", choices=(">=", ">")
    )

    def earned_by(self, total: Fraction) -> bool:
        """Whether a total earns this predicate."""
        bound = Fraction(self.batas_bawah)
        return total >= bound if self.dasar == ">=" else total > bound


#: What a total below every predicate is called in documents (press usage, domain note 2.4).
NO_PREDICATE = "Belum berpredikat"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One evaluation year's instrument.

    Attributes
    ----------
    year
        Name of the instrument, its evaluation year.
    clusters, indicators, questions
        Records by code, in the instrument's order.
    predicates
        Predicates from the lowest to the highest bound.
    """

    year: str
    clusters: Mapping[str, Klaster]
    indicators: Mapping[str, Indikator]
    questions: Mapping[str, Pertanyaan]
    predicates: tuple[Predikat, ...]
    _of_indicator: Mapping[str, tuple[Pertanyaan, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        grouped: dict[str, list[Pertanyaan]] = {code: [] for code in self.indicators}
        for question in self.questions.values():
            grouped[question.indikator].append(question)
        frozen = {code: tuple(questions) for code, questions in grouped.items()}
        object.__setattr__(self, "_of_indicator", frozen)

    def questions_of(self, indicator: str) -> tuple[Pertanyaan, ...]:
        """Return the questions of an indicator."""
        return self._of_indicator[indicator]

    def cluster_of(self, indicator: str) -> str:
        """Return the cluster code of an indicator."""
        return self.indicators[indicator].klaster

    def capped(self, indicator: str) -> bool:
        """Whether the questions add up to more than the indicator's maximum."""
        total = sum(question.poin_maks for question in self.questions_of(indicator))
        return total > self.indicators[indicator].poin_maks

    @property
    def maximum(self) -> Fraction:
        """Highest total that can be reached."""
        full = {code: Fraction(1) for code in self.questions}
        return self.score(full).total

    def predicate(self, total: Fraction) -> str:
        """Return the highest predicate that a total earns, or :data:`NO_PREDICATE`."""
        earned = [p.predikat for p in self.predicates if p.earned_by(total)]
        return earned[-1] if earned else NO_PREDICATE

    def next_predicate(self, total: Fraction) -> Predikat | None:
        """Return the lowest predicate that a total does not earn yet, if there is one."""
        return next((p for p in self.predicates if not p.earned_by(total)), None)

    def score(self, fractions: Mapping[str, Fraction]) -> "Score":
        """Score an answer sheet: fractions of the maximum per question.

        A question without a fraction counts as 0. An indicator is capped at its own maximum.
        """
        questions = {
            code: Fraction(question.poin_maks) * fractions.get(code, Fraction(0))
            for code, question in self.questions.items()
        }
        indicators = {
            code: min(
                Fraction(indicator.poin_maks),
                sum((questions[q.pertanyaan] for q in self.questions_of(code)), Fraction(0)),
            )
            for code, indicator in self.indicators.items()
        }
        clusters = dict.fromkeys(self.clusters, Fraction(0))
        for code, points in indicators.items():
            clusters[self.cluster_of(code)] += points
        return Score(questions, indicators, clusters, sum(indicators.values(), Fraction(0)))


@dataclass(frozen=True, slots=True)
class Score:
    """Points per question, indicator and cluster, and their total; all exact."""

    questions: Mapping[str, Fraction]
    indicators: Mapping[str, Fraction]
    clusters: Mapping[str, Fraction]
    total: Fraction


def answered(
    progress: Fraction, start: Fraction, scale: tuple[Fraction, ...], *, stepped: bool
) -> Fraction:
    """Return the fraction *f* that progress *g* earns (contract 3.6).

    Parameters
    ----------
    progress
        *g*: the start plus all contributions; cut at 1 here.
    start
        *g0*: the fraction already earned; the answer never falls below it.
    scale
        Levels that an answer can have, ascending.
    stepped
        Whether only levels count; otherwise *f* is *g* itself.
    """
    progress = min(Fraction(1), progress)
    if not stepped:
        return max(start, progress)
    reached = [level for level in scale if level <= progress + TOLERANCE]
    return max(start, reached[-1]) if reached else start


def verified(total: Fraction, discount: Decimal) -> Fraction:
    """Return the expected verified score: the total less the verification discount."""
    return total * (1 - Fraction(discount))
