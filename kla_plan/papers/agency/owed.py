"""The evidence that an agency owes: that of its questions and that of its own activities."""

from dataclasses import dataclass
from datetime import date

from kla_plan.pack.model import Pack
from kla_plan.papers.evidence.facts import DONE, Facts
from kla_plan.papers.evidence.pieces import Origin, Piece


@dataclass(frozen=True, slots=True)
class Owed:
    """One piece of evidence, for every question that it serves.

    Attributes
    ----------
    text
        The document, photo or data to be shown.
    questions
        Codes of the questions.
    activity
        The planned activity that produces it; empty: none does.
    status
        ``lengkap``, ``sebagian``, ``belum``, or empty where nobody has stated it.
    since
        First year whose score rests on it; ``None``: no score does.
    due, overdue
        Its deadline (``None``: not set) and whether that has passed.
    proposed
        Whether the region has not listed it itself.
    """

    text: str
    questions: tuple[str, ...]
    activity: str
    status: str
    since: int | None
    due: date | None
    overdue: bool
    proposed: bool

    @property
    def open(self) -> bool:
        """Whether it is not complete yet."""
        return self.status != DONE


def owed(known: Facts, pack: Pack, opd: str) -> tuple[Owed, ...]:
    """Return the evidence of an agency, listed pieces first, each wording once.

    An agency owes what it holds (see the tracker's ``holders``) and what its own activities
    produce. Pieces of one wording, activity, status and deadline are one piece for several
    questions.
    """
    groups: dict[tuple[object, ...], list[Piece]] = {}
    for piece in known.pieces:
        if _owes(piece, pack, opd):
            key = (
                piece.row.uraian.casefold(),
                piece.activity,
                piece.status,
                known.due(piece),
                piece.origin is Origin.LISTED,
            )
            groups.setdefault(key, []).append(piece)
    rows = [_merged(known, group) for group in groups.values()]
    return tuple(sorted(rows, key=lambda row: (row.proposed, bool(row.activity))))


def _owes(piece: Piece, pack: Pack, opd: str) -> bool:
    if piece.activity:
        return pack.activities[piece.activity].opd == opd
    return any(holder.code == opd for holder in piece.holders)


def _merged(known: Facts, group: list[Piece]) -> Owed:
    first = group[0]
    years = [piece.since for piece in group if piece.since is not None]
    return Owed(
        text=first.row.uraian,
        questions=tuple(dict.fromkeys(piece.question for piece in group)),
        activity=first.activity,
        status=first.status,
        since=min(years, default=None),
        due=known.due(first),
        overdue=known.overdue(first),
        proposed=first.origin is not Origin.LISTED,
    )
