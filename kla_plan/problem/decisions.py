"""How the decisions are represented: volumes, what has been delivered, switches.

A column is made the first time somebody asks for it.
"""

from dataclasses import dataclass

from kla_plan.pack.columns import Kegiatan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Linear, total
from kla_plan.problem.rows import Rows
from kla_plan.problem.volumes import Owner, VolumeColumns


@dataclass(frozen=True, slots=True)
class Decisions:
    """Where a solution's volumes and activity are found: expressions by (kegiatan, tahun)."""

    volume: dict[tuple[str, int], Linear]
    active: dict[tuple[str, int], Linear]


class Decided:
    """Expressions of the decisions over the columns of a problem.

    Attributes
    ----------
    columns
        The columns of the volumes.
    """

    def __init__(self, case: Case, rows: Rows) -> None:
        self._case, self._rows = case, rows
        self.columns = VolumeColumns(case, rows)
        self._active: dict[tuple[str, int], Linear] = {}
        self._started: dict[tuple[str, int], Linear] = {}

    def volume(self, activity: str, year: int) -> Linear:
        """Return ``v[a,t]``: a constant outside the planned years."""
        if year not in self._case.planned:
            return Linear(constant=float(self._case.realised.get((activity, year), 0)))
        self._ensure(activity)
        return self.columns.yearly[activity, year]

    def delivered(self, activity: str, year: int, *, since: int | None = None) -> Linear:
        """Return ``Σ v[a,s]`` over ``s <= year`` (and ``s > since``), realised years included."""
        past = Linear(constant=float(self._case.realised_volume(activity, year, after=since)))
        years = [t for t in self._case.planned if t <= year]
        if not years:
            return past
        self._ensure(activity)
        if (activity, years[-1]) in self.columns.totals:
            return past.add(self.columns.totals[activity, years[-1]])
        for t in years:
            past.add(self.columns.yearly[activity, t])
        return past

    def active(self, activity: str, year: int) -> Linear:
        """Return ``y[a,t]``: a constant outside the planned years."""
        if year not in self._case.planned:
            done = self._case.realised.get((activity, year), 0) > 0
            return Linear(constant=float(done))
        self._ensure(activity)
        key = (activity, year)
        if key not in self._active:
            self._active[key] = self._make_active(self._case.pack.activities[activity], year)
        return self._active[key]

    def started(self, activity: str, year: int) -> Linear:
        """Return whether the activity has been active in some *planned* year ``<= year``."""
        years = [t for t in self._case.planned if t <= year]
        if not years:
            return Linear()
        self._ensure(activity)
        key = (activity, years[-1])
        if key not in self._started:
            self._make_started(self._case.pack.activities[activity])
        return self._started[key]

    def switch(self, units: Linear) -> Linear | None:
        """Return what must be on for a sum of volumes to be positive, or ``None``.

        Only switches that some rule has asked for already are used; none is made for this.
        """
        owners = self.columns.owners(units)
        if owners is None:
            return None
        needed = Linear()
        for owner in owners:
            switch = self._switch(owner)
            if switch is None:
                return None
            needed.add(switch)
        return None if needed.terms == units.terms else needed

    def _switch(self, owner: Owner) -> Linear | None:
        code = owner.record.kegiatan
        if not owner.cumulative:
            return self._active.get((code, owner.year))
        if (code, owner.year) in self._started:
            return self._started[code, owner.year]
        active = [self._active.get((code, t)) for t in self._case.planned if t <= owner.year]
        known = [expression for expression in active if expression is not None]
        return total(known) if len(known) == len(active) else None

    def decisions(self) -> Decisions:
        """Return where to read the volumes and the activity of a solution."""
        active = {
            key: expression
            for key, expression in self._active.items()
            if self._case.pack.activities[key[0]].yearly_minimum == 0
        }
        return Decisions(dict(self.columns.yearly), active)

    def _ensure(self, activity: str) -> None:
        record = self._case.pack.activities[activity]
        if not self.columns.make(record):
            return
        # a volume of nothing or at least so much cannot be said without its switch
        needed = record.yearly_minimum > (1 if record.bulat else 0)
        if needed or record.yearly_maximum == 0:
            for year in self._case.planned:
                self.active(activity, year)

    def _make_active(self, record: Kegiatan, year: int) -> Linear:
        volume = self.columns.yearly[record.kegiatan, year]
        if volume.is_constant:
            return Linear()
        top, bottom = float(record.yearly_maximum), float(record.yearly_minimum)
        if record.bulat and top == bottom == 1.0:
            return volume
        switch = self._rows.column(f"y[{record.kegiatan},{year}]", 0.0, 1.0, integer=True)
        self._rows.at_most(f"aktif_atas[{record.kegiatan},{year}]", volume, switch * top)
        if bottom > 0:
            self._rows.at_most(f"aktif_bawah[{record.kegiatan},{year}]", switch * bottom, volume)
        return switch

    def _make_started(self, record: Kegiatan) -> None:
        by_volume = not record.berulang and record.yearly_minimum > 0
        before = Linear()
        for year in self._case.planned:
            delivered = self.columns.totals.get((record.kegiatan, year), Linear())
            now = (
                self._started_by_volume(record, year, delivered)
                if by_volume
                else self._started_by_switch(record, year, before)
            )
            if now.terms != delivered.terms:
                self._rows.at_most(f"mulai_tetap[{record.kegiatan},{year}]", before, now)
            self._started[record.kegiatan, year] = now
            before = now

    def _started_by_volume(self, record: Kegiatan, year: int, delivered: Linear) -> Linear:
        """Write "started" as "something has been delivered"; it needs no yearly switch."""
        now = Linear(delivered.terms, delivered.constant)
        if now.is_constant or self._rows.is_binary(now):
            return now
        started = self._rows.column(f"z[{record.kegiatan},{year}]", 0.0, 1.0, integer=True)
        top = self._rows.upper_bound(now)
        name = f"{record.kegiatan},{year}"
        self._rows.at_most(f"mulai_atas[{name}]", now, started * top)
        self._rows.at_most(f"mulai_bawah[{name}]", started * float(record.yearly_minimum), now)
        return started

    def _started_by_switch(self, record: Kegiatan, year: int, before: Linear) -> Linear:
        active = self.active(record.kegiatan, year)
        if before.is_constant:
            return active
        if active.is_constant:
            return before
        started = self._rows.column(f"z[{record.kegiatan},{year}]", 0.0, 1.0, integer=True)
        self._rows.at_most(f"mulai_aktif[{record.kegiatan},{year}]", active, started)
        self._rows.at_most(f"mulai_dari[{record.kegiatan},{year}]", started, before + active)
        return started
