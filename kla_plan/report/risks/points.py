"""Points that may be lost: at the verification, for want of evidence, by a late start."""

from dataclasses import dataclass
from fractions import Fraction

from kla_plan.gaps import evidence_gaps, evidence_status
from kla_plan.instrument import Predikat
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Verification:
    """The last year before and after the expected verification discount.

    Attributes
    ----------
    margin
        Points between the verified total and the lower bound of its predicate; ``None`` where it
        earns none.
    """

    year: int
    claimed: Fraction
    verified: Fraction
    predicate: str
    predicate_after: str
    margin: Fraction | None

    @property
    def lost(self) -> Fraction:
        """Points that verification is expected to take away."""
        return self.claimed - self.verified


def verification(plan: Plan) -> Verification:
    """Return what the verification is expected to take from the last year."""
    year = plan.years[-1]
    after = plan.verified_total(year)
    earned = _earned(plan.pack, after)
    return Verification(
        year,
        plan.score(year).total,
        after,
        plan.predicate(year),
        plan.predicate(year, after_verification=True),
        None if earned is None else after - Fraction(earned.batas_bawah),
    )


def _earned(pack: Pack, total: Fraction) -> Predikat | None:
    earned = [record for record in pack.instrument.predicates if record.earned_by(total)]
    return max(earned, key=lambda record: record.batas_bawah, default=None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Questions that claim points without complete evidence.

    Attributes
    ----------
    questions, points
        How many, and the points that they claim.
    unrecorded
        How many of them have no status of evidence at all.
    """

    questions: int
    points: Fraction
    unrecorded: int


def evidence(pack: Pack) -> Evidence:
    """Return the points claimed at the end of the base year whose evidence is not complete."""
    table = evidence_gaps(pack)
    score = pack.start_score().questions
    status = evidence_status(pack)
    points = sum((score[code] for code in table["pertanyaan"]), Fraction(0))
    unrecorded = sum(1 for code in table["pertanyaan"] if not status[code])
    return Evidence(len(table), points, unrecorded)


@dataclass(frozen=True, slots=True)
class LateStart:
    """What comes late: points gained in the last year, and activities that begin in it."""

    year: int
    gained: Fraction
    whole: Fraction
    starting: tuple[str, ...]


def late_start(plan: Plan) -> LateStart:
    """Return the rise of the total in the last year, beside that of the whole horizon."""
    last = plan.years[-1]
    totals = {year: plan.score(year).total for year in plan.years}
    start = plan.pack.start_score().total
    before = totals[plan.years[-2]] if len(plan.years) > 1 else start
    first = {a: min(year for code, year in plan.volumes if code == a) for a in plan.activities}
    starting = tuple(a for a in plan.activities if first[a] == last)
    return LateStart(last, totals[last] - before, totals[last] - start, starting)
