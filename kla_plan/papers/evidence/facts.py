"""Everything the evidence paper says, derived once from the plan and the region as known now.

Points at risk
--------------
A question's points are *claimed* by the latest score sheet. They are sorted by the status of the
question's evidence, which is that of its pieces (:func:`kla_plan.gaps.evidence.together`), else
that of the answer (``jawaban.status_bukti``):

- ``lengkap``: proven, not at risk;
- ``belum``: at risk, all of them, since nothing can be shown;
- ``sebagian``: shown on their own. How much of them an assessor accepts is not known, so no
  fraction is taken of them;
- not stated: shown on their own; nobody has said whether there is evidence.

Sums over questions leave the caps of the indicators out, so that a question's points are the same
in every table. Only the total score respects them (:meth:`Facts.score_without`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from kla_plan.gaps import evidence_status
from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.pack.model import Pack
from kla_plan.papers.evidence.claims import Claims, claims
from kla_plan.papers.evidence.deadlines import days_left, due, usual_deadline
from kla_plan.papers.evidence.holders import Holder
from kla_plan.papers.evidence.pieces import Origin, Piece, pieces
from kla_plan.papers.paper import Brief

DONE: Final = "lengkap"
#: Every status in the order of the tables; the last one is that of an empty cell.
STATUSES: Final = (DONE, "sebagian", "belum", NOT_STATED)


@dataclass(frozen=True, slots=True)
class Facts:
    """The evidence of a region.

    Attributes
    ----------
    claimed
        Points claimed now and by the plan.
    pieces
        Every piece of evidence, question by question.
    status
        Status of the evidence of every question, one of :data:`STATUSES`.
    usual
        Deadline of what is claimed now where a piece has none of its own; ``None``: not known.
    day
        The day from which days are counted; ``None``: they are not.
    """

    claimed: Claims
    pieces: tuple[Piece, ...]
    status: Mapping[str, str]
    usual: date | None
    day: date | None

    @property
    def pack(self) -> Pack:
        """The region as it is known now."""
        return self.claimed.pack

    @property
    def needed(self) -> tuple[Piece, ...]:
        """Pieces behind what is claimed now."""
        return tuple(piece for piece in self.pieces if piece.since == self.claimed.year)

    @property
    def proposals(self) -> tuple[Piece, ...]:
        """Pieces that are assumptions."""
        return tuple(piece for piece in self.pieces if piece.origin is not Origin.LISTED)

    def due(self, piece: Piece) -> date | None:
        """Return the deadline of a piece."""
        return due(piece, self.claimed.year, self.usual)

    def days_left(self, piece: Piece) -> int | None:
        """Return the days to the deadline of a piece, negative once it has passed."""
        return days_left(self.due(piece), self.day)

    def overdue(self, piece: Piece) -> bool:
        """Whether the deadline of a piece that is not complete has passed."""
        left = self.days_left(piece)
        return left is not None and left < 0 and piece.status != DONE

    def points(self, status: str, questions: Collection[str] | None = None) -> Fraction:
        """Return the points claimed now by the questions of one status, caps left out.

        Parameters
        ----------
        questions
            Only these; ``None``: all.
        """
        return sum(
            (
                self.claimed.now[code]
                for code in self.claimed.questions
                if self.status[code] == status and (questions is None or code in questions)
            ),
            Fraction(0),
        )

    def count(self, status: str) -> int:
        """Return how many questions that claim points have this status."""
        now = self.claimed.now
        return sum(1 for code, word in self.status.items() if word == status and now[code] > 0)

    def score_without(self, statuses: Collection[str]) -> Fraction:
        """Return the total score if questions of these statuses earned nothing, caps respected."""
        questions = self.pack.instrument.questions
        kept = {
            code: self.claimed.now[code] / Fraction(question.poin_maks)
            for code, question in questions.items()
            if question.poin_maks and self.status[code] not in statuses
        }
        return self.pack.instrument.score(kept).total


@dataclass(frozen=True, slots=True)
class YearClaim:
    """What the plan claims in a year, by what stands behind it; sums over questions, uncapped.

    Attributes
    ----------
    proven
        Points that are claimed already and whose evidence is complete.
    open
        Points that are claimed already and whose evidence is not.
    new
        Points above those claimed now: their evidence is still to be produced.
    """

    year: int
    proven: Fraction
    open: Fraction
    new: Fraction

    @property
    def total(self) -> Fraction:
        """All points of the year."""
        return self.proven + self.open + self.new


def facts(brief: Brief) -> Facts:
    """Gather the evidence of a region and its plan."""
    claimed = claims(brief.plan, brief.current)
    known = evidence_status(claimed.pack)
    return Facts(
        claimed=claimed,
        pieces=pieces(brief.plan, claimed),
        status={code: known[code] or NOT_STATED for code in claimed.questions},
        usual=usual_deadline(claimed.pack.profile),
        day=brief.day,
    )


def year_claims(known: Facts) -> tuple[YearClaim, ...]:
    """Return what the plan claims in each of its years after the latest score sheet."""
    years = [year for year in known.claimed.years if year > known.claimed.year]
    return tuple(_year_claim(known, year) for year in years)


def _year_claim(known: Facts, year: int) -> YearClaim:
    proven = old = new = Fraction(0)
    for code in known.claimed.questions:
        now, planned = known.claimed.now[code], known.claimed.planned[year].get(code, Fraction(0))
        new += max(Fraction(0), planned - now)
        if known.status[code] == DONE:
            proven += min(now, planned)
        else:
            old += min(now, planned)
    return YearClaim(year, proven, old, new)


def by_holder(found: Sequence[Piece]) -> dict[Holder, tuple[Piece, ...]]:
    """Return pieces by holder; a piece with several holders stands with each of them."""
    grouped: dict[Holder, list[Piece]] = {}
    for piece in found:
        for holder in piece.holders:
            grouped.setdefault(holder, []).append(piece)
    return {holder: tuple(mine) for holder, mine in grouped.items()}
