"""What has been reported: quarters, closed years, and how far the calendar has come.

A row of ``realisasi_triwulan`` without volume, rupiah and note is an empty line of a form that was
handed out, no report of nothing done; who did nothing says so in ``keterangan``. A year with rows
in ``realisasi`` is closed: those rows are its result, and an activity without one did nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from kla_plan.pack.columns import Realisasi
from kla_plan.pack.model import Pack
from kla_plan.pack.records import RealisasiTriwulan

QUARTERS: Final = (1, 2, 3, 4)
QUARTER_NAMES: Final = {1: "I", 2: "II", 3: "III", 4: "IV"}
#: Last month and day of each quarter.
_ENDS: Final = ((3, 31), (6, 30), (9, 30), (12, 31))
ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Amount:
    """A volume in the activity's own unit and whole rupiah."""

    volume: Decimal = ZERO
    rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """The reports about some years.

    Attributes
    ----------
    rows
        Filled rows of ``realisasi_triwulan`` by (kegiatan, tahun, triwulan).
    yearly
        Rows of ``realisasi`` by (kegiatan, tahun).
    """

    rows: Mapping[tuple[str, int, int], RealisasiTriwulan]
    yearly: Mapping[tuple[str, int], Realisasi]

    @property
    def closed(self) -> frozenset[int]:
        """Years whose result is known from ``realisasi``."""
        return frozenset(year for _, year in self.yearly)

    @property
    def last(self) -> tuple[int, int] | None:
        """Latest (tahun, triwulan) with a report; a closed year is known up to its end."""
        known = [(year, quarter) for _, year, quarter in self.rows]
        return max([*known, *((year, QUARTERS[-1]) for year in self.closed)], default=None)

    def quarter(self, activity: str, year: int, quarter: int) -> Amount | None:
        """Return what one quarter reports; ``None`` if it reports nothing."""
        row = self.rows.get((activity, year, quarter))
        return None if row is None else Amount(row.volume, row.rupiah)

    def in_quarters(self, activity: str, year: int) -> Amount:
        """Return the sum of the reported quarters."""
        rows = [self.rows.get((activity, year, quarter)) for quarter in QUARTERS]
        return Amount(
            sum((row.volume for row in rows if row), ZERO), sum(row.rupiah for row in rows if row)
        )

    def done(self, activity: str, year: int) -> Amount:
        """Return the result of a year: of ``realisasi`` if it is closed, else of its quarters."""
        if year not in self.closed:
            return self.in_quarters(activity, year)
        row = self.yearly.get((activity, year))
        return Amount() if row is None else Amount(row.volume, row.rupiah)

    def activities(self, year: int) -> tuple[str, ...]:
        """Codes of the activities that a year reports anything about."""
        found = [code for code, when, _ in self.rows if when == year]
        return tuple(dict.fromkeys([*found, *(code for code, t in self.yearly if t == year)]))


def reports(pack: Pack, years: Sequence[int]) -> Reported:
    """Return the reports of a pack about these years."""
    return Reported(
        {
            (row.kegiatan, row.tahun, row.triwulan): row
            for row in pack.records.quarters
            if row.tahun in years and says_something(row)
        },
        {(row.kegiatan, row.tahun): row for row in pack.realised if row.tahun in years},
    )


def says_something(row: RealisasiTriwulan) -> bool:
    """Whether a row is filled in."""
    return bool(row.volume or row.rupiah or row.keterangan)


def elapsed(year: int, known: Reported, day: date | None) -> int:
    """Return how many quarters of a year are over, 0 to 4.

    A closed year is over. Otherwise the day decides (a quarter is over on its last day); without
    a day the latest report does.
    """
    if year in known.closed:
        return len(QUARTERS)
    if day is not None:
        return sum(date(year, month, last) <= day for month, last in _ENDS)
    if known.last is None or year > known.last[0]:
        return 0
    return known.last[1] if year == known.last[0] else len(QUARTERS)
