"""Until when evidence must be in: before the self-assessment that it serves.

The months of the evaluation differ from year to year (2021: self-assessment 15 March to 2 April;
2023: 7 February to 31 March; the cycle of 2024 closed on 31 May), so no date is assumed. A piece's
own ``tenggat`` counts first; then the fact :data:`DEADLINE` of the profile; then the day before
:data:`OPENING`. Where none is given the deadline is not known, and the paper says so.
"""

from datetime import date, timedelta
from typing import Final

from kla_plan.indonesian import parse_tanggal
from kla_plan.pack.checks.evidence import DEADLINE, OPENING
from kla_plan.pack.model import Profil
from kla_plan.papers.evidence.pieces import Piece

_DAY: Final = timedelta(days=1)


def usual_deadline(profile: Profil) -> date | None:
    """Return the deadline of pieces that have none of their own; ``None``: not known."""
    if profile.fact(DEADLINE):
        return parse_tanggal(profile.fact(DEADLINE))
    if profile.fact(OPENING):
        return parse_tanggal(profile.fact(OPENING)) - _DAY
    return None


def due(piece: Piece, year: int, usual: date | None) -> date | None:
    """Return the deadline of a piece.

    Parameters
    ----------
    year
        The year of the latest score sheet. The usual deadline is that of the next
        self-assessment, so it binds what is claimed now; what serves the score of a later year
        has the deadline of a later assessment, which nobody knows yet.
    usual
        See :func:`usual_deadline`.
    """
    return piece.due or (usual if piece.since == year else None)


def days_left(deadline: date | None, day: date | None) -> int | None:
    """Return the days from ``day`` to a deadline, negative once it has passed."""
    return None if deadline is None or day is None else (deadline - day).days
