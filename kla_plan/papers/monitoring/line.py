"""One activity in one year: what was planned, what was reported, and how that is judged."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import Final

from kla_plan.pack.columns import Kegiatan
from kla_plan.papers.monitoring.reported import QUARTERS, Amount

#: Share of what is due by now from which an activity is on schedule, and below which it is far
#: behind. Both are conventions of this paper, no official ones; the report states them.
ON_SCHEDULE: Final = Fraction(9, 10)
FAR_BEHIND: Final = Fraction(1, 2)


class Status(StrEnum):
    """How an activity stands; the value is what a reader sees, from good to bad."""

    DONE = "selesai"
    ON_SCHEDULE = "sesuai jadwal"
    BEHIND = "tertinggal"
    FAR_BEHIND = "jauh tertinggal"
    NOTHING = "belum terlaksana"
    SILENT = "belum dilaporkan"
    NOT_DUE = "belum dinilai"
    UNPLANNED = "di luar rencana"


#: What needs a decision of the task force.
TROUBLED: Final = (
    Status.FAR_BEHIND, Status.NOTHING, Status.SILENT, Status.BEHIND, Status.UNPLANNED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """An activity in a year.

    Attributes
    ----------
    cluster
        Code of its cluster; empty if the plan's instrument does not have its indicator.
    target
        Planned volume of the year; 0 for an activity that is only paid for, or not planned.
    pagu
        Planned rupiah of the year.
    planned
        Whether the plan carries it out or pays for it in this year.
    quarters
        What each quarter reports; ``None`` where nothing is reported.
    done
        Result of the year so far: of ``realisasi`` if the year is closed, else of the quarters.
    closed
        Whether the year's result is known from ``realisasi``.
    elapsed
        Quarters of the year that are over.
    notes
        The different ``keterangan`` of the quarters, each opened by the quarters that say it.
    """

    activity: Kegiatan
    year: int
    cluster: str
    target: Decimal
    pagu: int
    planned: bool
    quarters: tuple[Amount | None, ...]
    done: Amount
    closed: bool
    elapsed: int
    notes: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Code of the activity."""
        return self.activity.kegiatan

    @property
    def reported(self) -> bool:
        """Whether anything is known about it."""
        return self.closed or any(quarter is not None for quarter in self.quarters)

    @property
    def missing(self) -> tuple[int, ...]:
        """Quarters that are over and of which a planned activity reports nothing."""
        if self.closed or not self.planned:
            return ()
        return tuple(q for q in QUARTERS[: self.elapsed] if self.quarters[q - 1] is None)

    @property
    def volume_share(self) -> Fraction | None:
        """Delivered share of the year's target; ``None`` without a target."""
        return Fraction(self.done.volume) / Fraction(self.target) if self.target else None

    @property
    def money_share(self) -> Fraction | None:
        """Spent share of the year's planned rupiah; ``None`` where nothing is planned."""
        return Fraction(self.done.rupiah, self.pagu) if self.pagu else None

    @property
    def progress(self) -> Fraction | None:
        """Delivered share, at most 1; of an activity that is only paid for the spent share."""
        share = self.volume_share if self.target else self.money_share
        return None if share is None else min(Fraction(1), share)

    @property
    def due(self) -> Fraction:
        """What should be done by now: the year's target by the quarters that are over.

        In units, rounded down where only whole ones exist; in rupiah without a target.
        """
        whole = Fraction(self.target) if self.target else Fraction(self.pagu)
        part = whole * self.elapsed / len(QUARTERS)
        return Fraction(floor(part)) if self.target and self.activity.bulat else part

    @property
    def status(self) -> Status:
        """How the activity stands, by what is due by now."""
        if not self.planned:
            return Status.UNPLANNED
        if not self.reported:
            return Status.SILENT if self.elapsed else Status.NOT_DUE
        done = Fraction(self.done.volume) if self.target else Fraction(self.done.rupiah)
        whole = Fraction(self.target) if self.target else Fraction(self.pagu)
        if done >= whole:
            return Status.DONE
        if done >= ON_SCHEDULE * self.due:
            return Status.ON_SCHEDULE
        if not done:
            return Status.NOTHING
        return Status.FAR_BEHIND if done < FAR_BEHIND * self.due else Status.BEHIND

    @property
    def overspent(self) -> int:
        """Rupiah spent beyond what the plan gives the activity in this year."""
        return max(0, self.done.rupiah - self.pagu)
