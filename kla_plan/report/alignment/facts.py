"""What the comparison of an activity with the planning documents can say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kla_plan.pack.records import DokumenRencana
from kla_plan.report.alignment.codes import Coded

#: Documents by their key, in the order in which they follow from one another.
KINDS: Final[Mapping[str, str]] = {
    "rpjmd": "RPJMD",
    "renstra": "Renstra",
    "rkpd": "RKPD",
    "renja": "Renja",
}
#: Documents that are made anew each year.
YEARLY: Final = ("rkpd", "renja")
#: Documents of one OPD; the others are those of the whole region.
OF_OPD: Final = ("renstra", "renja")


class Status(StrEnum):
    """How an activity stands to a document."""

    ALIGNED = "selaras"
    OVER = "melebihi pagu"
    MISSING = "belum selaras"
    UNKNOWN = "tidak dapat diperiksa"
    OUTSIDE = "di luar dokumen daerah"


#: From what asks most of the planner to what asks nothing.
_WORST: Final = (Status.MISSING, Status.OVER, Status.UNKNOWN, Status.ALIGNED, Status.OUTSIDE)


def worst(found: tuple[Status, ...]) -> Status:
    """Return the status that asks most of the planner; nothing to look up is unknown."""
    return min(found, key=_WORST.index, default=Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Match:
    """One activity, one document, one year.

    Attributes
    ----------
    lines
        Rows of the document that provide for the activity; empty unless it is aligned.
    elsewhere
        Other OPD under which the document names the activity's code.
    """

    kind: str
    year: int
    status: Status
    lines: tuple[DokumenRencana, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionAlignment:
    """One activity against all documents, for the planned years in which it acts or is paid."""

    activity: str
    opd: str
    coded: Coded
    years: tuple[int, ...]
    matches: tuple[Match, ...]

    def of(self, kind: str) -> tuple[Match, ...]:
        """Return the matches with one document, by year."""
        return tuple(match for match in self.matches if match.kind == kind)

    def status(self, kind: str = "") -> Status:
        """Return the worst status against one document, or against all of them."""
        return worst(tuple(m.status for m in self.matches if not kind or m.kind == kind))

    def years_of(self, kind: str, status: Status) -> tuple[int, ...]:
        """Return the years that have a status against one document."""
        return tuple(match.year for match in self.of(kind) if match.status == status)
