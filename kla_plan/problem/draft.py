"""``Draft``: the problem while the rules write it, with the decisions in the contract's symbols.

How a decision is represented is decided here and nowhere else. Rules ask for the expression
``v[a,t]`` (volume), ``Σ v`` (cumulative), ``y[a,t]`` (active) or "active by t" (started); a
column is made the first time somebody asks. One-off activities have two columns a year: the
*cumulative* volume, so that the many rows on what has been delivered so far have one term in
place of one per year and branching moves a delivery in time; and the year's own volume, so that
the rows on money are knapsacks with positive terms, from which a solver can derive cuts.
"""

import math
from dataclasses import dataclass

from kla_plan.pack.columns import Kegiatan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause, Linear, Objective, Problem, Row, total


@dataclass(frozen=True, slots=True)
class Decisions:
    """Where a solution's volumes and activity are found: expressions by (kegiatan, tahun)."""

    volume: dict[tuple[str, int], Linear]
    active: dict[tuple[str, int], Linear]


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose volume a column is: of one year, or of all planned years up to it."""

    record: Kegiatan
    year: int
    cumulative: bool


class Draft:
    """A problem under construction.

    Attributes
    ----------
    case
        What the rules ask.
    gains
        Fraction *f* − *g0* gained by (pertanyaan, tahun), written by the rule on answers.
    points
        Total points by year, written by the rule on the score.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self._names: list[str] = []
        self._lower: list[float] = []
        self._upper: list[float | None] = []
        self._integer: list[bool] = []
        self._rows: list[Row] = []
        self._volume: dict[tuple[str, int], Linear] = {}
        self._active: dict[tuple[str, int], Linear] = {}
        self._started: dict[tuple[str, int], Linear] = {}
        self._spending: dict[tuple[str, int], Linear] = {}
        self._total: dict[tuple[str, int], Linear] = {}
        self._owner: dict[int, _Owner] = {}
        self.gains: dict[tuple[str, int], Linear] = {}
        self.points: dict[int, Linear] = {}

    # --- columns and rows -------------------------------------------------------------------

    def column(
        self, name: str, lower: float = 0.0, upper: float | None = None, *, integer: bool = False
    ) -> Linear:
        """Add a column and return it as an expression."""
        self._names.append(name)
        self._lower.append(lower)
        self._upper.append(upper)
        self._integer.append(integer)
        return Linear({len(self._names) - 1: 1.0})

    def row(
        self,
        name: str,
        expression: Linear,
        lower: float | None,
        upper: float | None,
        clause: Clause | None = None,
    ) -> None:
        """Add ``lower <= expression <= upper``; constants move to the bounds.

        A plumbing row (without clause) that no variable is left in and that holds is dropped;
        one that a clause stands for is kept, because it may be the reason of an infeasibility.
        """
        if expression.is_constant and clause is None:
            holds = (lower is None or expression.constant >= lower - 1e-9) and (
                upper is None or expression.constant <= upper + 1e-9
            )
            if holds:
                return
        self._rows.append(
            Row(
                name,
                expression.terms,
                None if lower is None else lower - expression.constant,
                None if upper is None else upper - expression.constant,
                clause,
            )
        )

    def at_most(self, name: str, left: Linear, right: Linear, clause: Clause | None = None) -> None:
        """Add ``left <= right``."""
        self.row(name, left - right, None, 0.0, clause)

    def upper_bound(self, expression: Linear) -> float:
        """Return an upper bound of an expression from its columns' bounds (``inf`` if none)."""
        bound = expression.constant
        for variable, coefficient in expression.terms.items():
            end = self._upper[variable] if coefficient > 0 else self._lower[variable]
            if end is None:
                return float("inf")
            bound += coefficient * end
        return bound

    def is_binary(self, expression: Linear) -> bool:
        """Whether the expression is one single 0/1 column."""
        if len(expression.terms) != 1 or expression.constant:
            return False
        ((variable, coefficient),) = expression.terms.items()
        whole = self._integer[variable] and self._lower[variable] == 0.0
        return coefficient == 1.0 and whole and self._upper[variable] == 1.0

    def is_whole(self, expression: Linear) -> bool:
        """Whether the expression can take whole values only."""
        return float(expression.constant).is_integer() and all(
            self._integer[v] and float(c).is_integer() for v, c in expression.terms.items()
        )

    # --- decisions --------------------------------------------------------------------------

    def volume(self, activity: str, year: int) -> Linear:
        """Return ``v[a,t]``: a constant outside the planned years."""
        if year not in self.case.planned:
            return Linear(constant=float(self.case.realised.get((activity, year), 0)))
        self._ensure(activity)
        return self._volume[activity, year]

    def delivered(self, activity: str, year: int, *, since: int | None = None) -> Linear:
        """Return ``Σ v[a,s]`` over ``s <= year`` (and ``s > since``), realised years included."""
        past = Linear(constant=float(self.case.realised_volume(activity, year, after=since)))
        years = [t for t in self.case.planned if t <= year]
        if not years:
            return past
        self._ensure(activity)
        if (activity, years[-1]) in self._total:
            return past.add(self._total[activity, years[-1]])
        for t in years:
            past.add(self._volume[activity, t])
        return past

    def active(self, activity: str, year: int) -> Linear:
        """Return ``y[a,t]``: a constant outside the planned years."""
        if year not in self.case.planned:
            done = self.case.realised.get((activity, year), 0) > 0
            return Linear(constant=float(done))
        self._ensure(activity)
        key = (activity, year)
        if key not in self._active:
            self._active[key] = self._make_active(self.case.pack.activities[activity], year)
        return self._active[key]

    def started(self, activity: str, year: int) -> Linear:
        """Return whether the activity has been active in some *planned* year ``<= year``."""
        years = [t for t in self.case.planned if t <= year]
        if not years:
            return Linear()
        self._ensure(activity)
        key = (activity, years[-1])
        if key not in self._started:
            self._make_started(self.case.pack.activities[activity])
        return self._started[key]

    def ever(self, activity: str, year: int, *, since: int | None = None) -> Linear:
        """Return whether it has been active by ``year`` (after ``since``), realised included."""
        if self.case.was_active(activity, year, after=since):
            return Linear(constant=1.0)
        return self.started(activity, year)

    def least(self, column: int) -> int:
        """Return the smallest positive whole value of a column."""
        owner = self._owner.get(column)
        return 1 if owner is None else max(1, math.ceil(owner.record.yearly_minimum))

    def switch(self, units: Linear) -> Linear | None:
        """Return what must be on for a sum of volumes to be positive, or ``None``.

        Only switches that some rule has asked for already are used; none is made for this.
        """
        owners = [self._owner[column] for column in units.terms if column in self._owner]
        if len(owners) < len(units.terms):
            return None
        needed = Linear()
        for owner in owners:
            switch = self._switch(owner)
            if switch is None:
                return None
            needed.add(switch)
        return None if needed.terms == units.terms else needed

    def _switch(self, owner: _Owner) -> Linear | None:
        code = owner.record.kegiatan
        if not owner.cumulative:
            return self._active.get((code, owner.year))
        if (code, owner.year) in self._started:
            return self._started[code, owner.year]
        active = [self._active.get((code, t)) for t in self.case.planned if t <= owner.year]
        known = [expression for expression in active if expression is not None]
        return total(known) if len(known) == len(active) else None

    def spending(self, activity: str, year: int) -> Linear:
        """Return the cost of an activity in a planned year, in money units (contract 3.2)."""
        key = (activity, year)
        if key not in self._spending:
            self._spending[key] = self._make_spending(activity, year)
        return self._spending[key]

    def decisions(self) -> Decisions:
        """Return where to read the volumes and the activity of a solution."""
        active = {
            key: expression
            for key, expression in self._active.items()
            if self.case.pack.activities[key[0]].yearly_minimum == 0
        }
        return Decisions(dict(self._volume), active)

    def problem(self, objectives: tuple[Objective, ...]) -> Problem:
        """Return the finished problem."""
        return Problem(
            tuple(self._names),
            tuple(self._lower),
            tuple(self._upper),
            tuple(self._integer),
            tuple(self._rows),
            objectives,
        )

    # --- how decisions are represented ------------------------------------------------------

    def _ensure(self, activity: str) -> None:
        record = self.case.pack.activities[activity]
        planned = self.case.planned
        if (activity, planned[0]) in self._volume:
            return
        if record.yearly_maximum == 0:
            for year in planned:
                self._volume[activity, year] = Linear()
                self._active[activity, year] = Linear()
            return
        if record.berulang:
            self._yearly_columns(record)
        else:
            self._cumulative_columns(record)
        if record.yearly_minimum > (1 if record.bulat else 0):
            for year in planned:
                self.active(activity, year)

    def _yearly_columns(self, record: Kegiatan) -> None:
        top = float(record.yearly_maximum)
        for year in self.case.planned:
            volume = self.column(f"v[{record.kegiatan},{year}]", 0.0, top, integer=record.bulat)
            self._own(volume, record, year, cumulative=False)
            self._volume[record.kegiatan, year] = volume

    def _cumulative_columns(self, record: Kegiatan) -> None:
        done = self.case.realised_volume(record.kegiatan, self.case.planned[-1])
        left = max(float(record.volume_maks - done), 0.0)
        yearly = min(float(record.yearly_maximum), left)
        before = Linear()
        for number, year in enumerate(self.case.planned, 1):
            name = f"[{record.kegiatan},{year}]"
            top = min(left, number * yearly)
            now = self.column(f"V{name}", 0.0, top, integer=record.bulat)
            step = now
            if number > 1:
                step = self.column(f"v{name}", 0.0, yearly, integer=record.bulat)
                self.row(f"volume{name}", before + step - now, 0.0, 0.0)
                self._own(step, record, year, cumulative=False)
            self._own(now, record, year, cumulative=True)
            self._volume[record.kegiatan, year] = step
            self._total[record.kegiatan, year] = now
            before = now

    def _own(self, volume: Linear, record: Kegiatan, year: int, *, cumulative: bool) -> None:
        (column,) = volume.terms
        self._owner[column] = _Owner(record, year, cumulative)

    def _make_active(self, record: Kegiatan, year: int) -> Linear:
        volume = self._volume[record.kegiatan, year]
        if volume.is_constant:
            return Linear()
        top, bottom = float(record.yearly_maximum), float(record.yearly_minimum)
        if record.bulat and top == bottom == 1.0:
            return volume
        switch = self.column(f"y[{record.kegiatan},{year}]", 0.0, 1.0, integer=True)
        self.at_most(f"aktif_atas[{record.kegiatan},{year}]", volume, switch * top)
        if bottom > 0:
            self.at_most(f"aktif_bawah[{record.kegiatan},{year}]", switch * bottom, volume)
        return switch

    def _make_started(self, record: Kegiatan) -> None:
        by_volume = not record.berulang and record.yearly_minimum > 0
        before = Linear()
        for year in self.case.planned:
            delivered = self._total.get((record.kegiatan, year), Linear())
            now = (
                self._started_by_volume(record, year, delivered)
                if by_volume
                else self._started_by_switch(record, year, before)
            )
            if now.terms != delivered.terms:
                self.at_most(f"mulai_tetap[{record.kegiatan},{year}]", before, now)
            self._started[record.kegiatan, year] = now
            before = now

    def _started_by_volume(self, record: Kegiatan, year: int, delivered: Linear) -> Linear:
        """Write "started" as "something has been delivered"; it needs no yearly switch."""
        now = Linear(delivered.terms, delivered.constant)
        if now.is_constant or self.is_binary(now):
            return now
        started = self.column(f"z[{record.kegiatan},{year}]", 0.0, 1.0, integer=True)
        top = self.upper_bound(now)
        name = f"{record.kegiatan},{year}"
        self.at_most(f"mulai_atas[{name}]", now, started * top)
        self.at_most(f"mulai_bawah[{name}]", started * float(record.yearly_minimum), now)
        return started

    def _started_by_switch(self, record: Kegiatan, year: int, before: Linear) -> Linear:
        active = self.active(record.kegiatan, year)
        if before.is_constant:
            return active
        if active.is_constant:
            return before
        started = self.column(f"z[{record.kegiatan},{year}]", 0.0, 1.0, integer=True)
        self.at_most(f"mulai_aktif[{record.kegiatan},{year}]", active, started)
        self.at_most(f"mulai_dari[{record.kegiatan},{year}]", started, before + active)
        return started

    def _make_spending(self, activity: str, year: int) -> Linear:
        case = self.case
        cost = Linear()
        first = min([case.years[0], *(t for code, t in case.realised if code == activity)])
        for lag in case.prices.lags(activity, year - first):
            unit_price, fixed_price = case.prices.at(activity, lag, year)
            if unit_price:
                cost.add(self.volume(activity, year - lag), unit_price / case.unit)
            if fixed_price:
                cost.add(self.active(activity, year - lag), fixed_price / case.unit)
        return cost
