"""How the volumes of an activity are represented: by which columns, and whose each one is.

One-off activities have two columns a year: the *cumulative* volume, so that the many rows on what
has been delivered so far have one term in place of one per year and branching moves a delivery in
time; and the year's own volume, so that the rows on money are knapsacks with positive terms, from
which a solver can derive cuts. Activities that recur have the year's own volume only.
"""

import math
from dataclasses import dataclass

from kla_plan.pack.columns import Kegiatan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Linear
from kla_plan.problem.rows import Rows


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose volume a column is: of one year, or of all planned years up to it."""

    record: Kegiatan
    year: int
    cumulative: bool


class VolumeColumns:
    """The columns of volumes, made when they are asked for.

    Attributes
    ----------
    yearly
        Volume of a planned year by (kegiatan, tahun).
    totals
        Volume of the planned years up to one, by (kegiatan, tahun); of one-off activities only.
    """

    def __init__(self, case: Case, rows: Rows) -> None:
        self._case, self._rows = case, rows
        self.yearly: dict[tuple[str, int], Linear] = {}
        self.totals: dict[tuple[str, int], Linear] = {}
        self._owner: dict[int, Owner] = {}

    def make(self, record: Kegiatan) -> bool:
        """Make the columns of an activity; return whether it had none before."""
        planned = self._case.planned
        if (record.kegiatan, planned[0]) in self.yearly:
            return False
        if record.yearly_maximum == 0:
            self.yearly.update({(record.kegiatan, year): Linear() for year in planned})
        elif record.berulang:
            self._yearly_columns(record)
        else:
            self._cumulative_columns(record)
        return True

    def least(self, column: int) -> int:
        """Return the smallest positive whole value of a column."""
        owner = self._owner.get(column)
        return 1 if owner is None else max(1, math.ceil(owner.record.yearly_minimum))

    def owners(self, units: Linear) -> list[Owner] | None:
        """Return whose volumes a sum is of, or ``None`` if it holds anything but volumes."""
        owners = [self._owner[column] for column in units.terms if column in self._owner]
        return owners if len(owners) == len(units.terms) else None

    def _yearly_columns(self, record: Kegiatan) -> None:
        top = float(record.yearly_maximum)
        for year in self._case.planned:
            volume = self._rows.column(
                f"v[{record.kegiatan},{year}]", 0.0, top, integer=record.bulat
            )
            self._own(volume, record, year, cumulative=False)
            self.yearly[record.kegiatan, year] = volume

    def _cumulative_columns(self, record: Kegiatan) -> None:
        done = self._case.realised_volume(record.kegiatan, self._case.planned[-1])
        left = max(float(record.volume_maks - done), 0.0)
        yearly = min(float(record.yearly_maximum), left)
        before = Linear()
        for number, year in enumerate(self._case.planned, 1):
            name = f"[{record.kegiatan},{year}]"
            top = min(left, number * yearly)
            now = self._rows.column(f"V{name}", 0.0, top, integer=record.bulat)
            step = now
            if number > 1:
                step = self._rows.column(f"v{name}", 0.0, yearly, integer=record.bulat)
                self._rows.row(f"volume{name}", before + step - now, 0.0, 0.0)
                self._own(step, record, year, cumulative=False)
            self._own(now, record, year, cumulative=True)
            self.yearly[record.kegiatan, year] = step
            self.totals[record.kegiatan, year] = now
            before = now

    def _own(self, volume: Linear, record: Kegiatan, year: int, *, cumulative: bool) -> None:
        (column,) = volume.terms
        self._owner[column] = Owner(record, year, cumulative)
