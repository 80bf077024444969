"""The calendar of planning, budgeting, change and KLA evaluation around one budget year.

The steps are data (``data/kalender.csv``), each with what a source says in words. Where a source
gives the order but no month, or the months of another year or region only, the step is an
estimate (``perkiraan``): every region sets its own agenda each year.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from kla_plan.resources import root

#: Groups of steps, in the order in which their first steps fall.
GROUPS: Final = ("Perencanaan", "Penganggaran", "Pelaksanaan", "Perubahan", "Evaluasi KLA")
ESTIMATE: Final = "perkiraan"
_MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the calendar.

    Attributes
    ----------
    begin, end
        First and last month as (year, month).
    rule
        What is known about its time, in Indonesian.
    status
        ``bersumber`` where a source gives the time; ``perkiraan`` where the months are inferred.
    task
        What the task force does in this step, in Indonesian.
    source
        Where the rule stands.
    """

    group: str
    name: str
    begin: tuple[int, int]
    end: tuple[int, int]
    rule: str
    status: str
    task: str
    source: str

    @property
    def estimated(self) -> bool:
        """Whether the months are inferred and must be set by the region's own agenda."""
        return self.status == ESTIMATE

    @property
    def months(self) -> str:
        """The months in words: ``Februari–Maret 2026``, ``Desember 2025–Januari 2026``."""
        (first, one), (last, other) = self.begin, self.end
        begin, end = _MONTHS[one - 1], f"{_MONTHS[other - 1]} {last}"
        if self.begin == self.end:
            return end
        return f"{begin}–{end}" if first == last else f"{begin} {first}–{end}"


def calendar(year: int) -> tuple[Step, ...]:
    """Return the steps of a budget year, from its planning to the evaluation of its results."""
    return tuple(
        Step(
            row["kelompok"],
            row["tahap"],
            (year + int(row["tahun_mulai"]), int(row["bulan_mulai"])),
            (year + int(row["tahun_akhir"]), int(row["bulan_akhir"])),
            row["ketentuan"],
            row["status"],
            row["tugas"],
            row["sumber"],
        )
        for row in _rows()
    )


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with (root() / "data" / "kalender.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def submission_day(year: int) -> date:
    """Last day to hand in the draft KUA-PPAS of a year: end of the second week of July before."""
    return date(year - 1, 7, 14)


def approval_day(year: int) -> date:
    """Last day of the joint approval of the APBD of a year: one month before the year."""
    return date(year - 1, 11, 30)


def change_day(year: int) -> date:
    """Last day of the change of the APBD: three months before the year ends (an estimate)."""
    return date(year, 9, 30)
