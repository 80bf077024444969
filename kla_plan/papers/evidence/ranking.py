"""What to fetch first: documents by the points that rest on them."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kla_plan.papers.evidence.facts import DONE, Facts
from kla_plan.papers.evidence.holders import Holder
from kla_plan.papers.evidence.kinds import BUDGET, COVERAGE
from kla_plan.papers.evidence.pieces import Origin, Piece


@dataclass(frozen=True, slots=True)
class Errand:
    """One document to fetch.

    Attributes
    ----------
    pieces
        The pieces that it provides; one document may serve several questions.
    points
        The points of those questions, each divided equally among the pieces that it still
        misses. A measure for the order only: a question is proven by all of its pieces together.
    due
        The earliest deadline, if one is known.
    """

    pieces: tuple[Piece, ...]
    points: Fraction
    due: date | None

    @property
    def text(self) -> str:
        """What is to be fetched."""
        return self.pieces[0].row.uraian

    @property
    def holders(self) -> tuple[Holder, ...]:
        """Where it is fetched."""
        return self.pieces[0].holders

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that it serves."""
        return tuple(dict.fromkeys(piece.question for piece in self.pieces))


def errands(known: Facts) -> tuple[Errand, ...]:
    """Return the documents to fetch for what is claimed now, the most points first.

    Pieces are one document where one errand brings them: listed pieces of the same wording and
    holders; the budget document of the same holders; the data of one kecamatan; the summary of
    kecamatan of the same holders. Every other piece stands alone.
    """
    missing = [piece for piece in known.needed if piece.status != DONE]
    share: dict[str, int] = {}
    for piece in missing:
        share[piece.question] = share.get(piece.question, 0) + 1
    groups: dict[Hashable, list[Piece]] = {}
    for piece in missing:
        groups.setdefault(_document(known, piece), []).append(piece)
    found = []
    for mine in groups.values():
        points = sum((known.claimed.now[p.question] / share[p.question] for p in mine), Fraction(0))
        dates = [day for day in map(known.due, mine) if day is not None]
        found.append(Errand(tuple(mine), points, min(dates, default=None)))
    return tuple(sorted(found, key=lambda one: (-one.points, one.pieces[0].key)))


def _document(known: Facts, piece: Piece) -> Hashable:
    if piece.origin is Origin.LISTED:
        return piece.row.uraian.casefold(), piece.holders
    kind = known.pack.instrument.questions[piece.question].tipe
    if kind in {BUDGET, COVERAGE}:
        return kind, piece.row.uraian, piece.holders
    return piece.key
