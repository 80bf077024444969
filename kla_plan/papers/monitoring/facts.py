"""Realisation against the plan: every figure that the papers and the notebook show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kla_plan.indonesian import join
from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.pack.records import RealisasiTriwulan
from kla_plan.papers.monitoring.line import Line
from kla_plan.papers.monitoring.points import YearPoints, points
from kla_plan.papers.monitoring.reported import QUARTER_NAMES, QUARTERS, Reported, elapsed, reports
from kla_plan.papers.monitoring.sums import Group, QuarterSum, by_quarter, grouped
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year


@dataclass(frozen=True, slots=True)
class Monitoring:
    """How a plan is carried out.

    Attributes
    ----------
    plan
        The saved plan: all targets.
    current
        The pack as known now: all reports.
    day
        The day that decides which quarters are over; ``None``: the latest report decides.
    known
        The reports about the years that the plan still decided when it was made.
    lines
        Every activity in every such year that the plan has it, or that reports it.
    points
        Points of every year of the plan.
    """

    plan: Plan
    current: Pack
    day: date | None
    known: Reported
    lines: tuple[Line, ...]
    points: tuple[YearPoints, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """Years that are monitored: those that were no facts yet when the plan was made."""
        return self.plan.pack.planned_years

    @property
    def year(self) -> int:
        """The year of the report: the latest with a report, else that of the day or the first."""
        if self.known.last is not None:
            return self.known.last[0]
        if self.day is not None and self.day.year in self.years:
            return self.day.year
        return self.years[-1] if self.day and self.day.year > self.years[-1] else self.years[0]

    @property
    def quarter(self) -> int:
        """The latest quarter of :attr:`year` with a report; 0 if nothing is reported at all."""
        return 0 if self.known.last is None else self.known.last[1]

    @property
    def input_year(self) -> int:
        """The year that is to be reported next."""
        after = [year for year in self.years if year > self.year]
        over = self.quarter == QUARTERS[-1]
        return after[0] if over and after else self.year

    def of(self, year: int) -> tuple[Line, ...]:
        """Return the lines of a year, in the pack's order, those outside the plan last."""
        return tuple(line for line in self.lines if line.year == year)

    def whole(self, year: int) -> Group:
        """Return all activities of a year."""
        return Group("", "Jumlah", self.of(year))

    def agencies(self, year: int) -> tuple[Group, ...]:
        """Return the activities of a year by responsible agency."""
        return grouped(self.of(year), lambda line: line.activity.opd, self.agency_names)

    def clusters(self, year: int) -> tuple[Group, ...]:
        """Return the activities of a year by cluster."""
        names = {code: row.nama for code, row in self.plan.pack.instrument.clusters.items()}
        return grouped(self.of(year), lambda line: line.cluster, names | {"": "Tanpa klaster"})

    def quarters(self, year: int) -> tuple[QuarterSum, ...]:
        """Return the quarters of a year."""
        return by_quarter(self.of(year))

    def unsplit(self, year: int) -> int:
        """Rupiah of the year's result that the quarterly reports do not show; may be negative."""
        return self.whole(year).rupiah - self.quarters(year)[-1].so_far

    @property
    def agency_names(self) -> Mapping[str, str]:
        """Names of the agencies by code."""
        known = {**self.plan.pack.opds, **self.current.opds}
        return {code: row.nama for code, row in known.items()}


def monitor(plan: Plan, current: Pack | None = None, day: date | None = None) -> Monitoring:
    """Hold what a pack reports against a plan.

    Parameters
    ----------
    plan
        The saved plan.
    current
        The pack with ``realisasi_triwulan``, ``realisasi`` and ``jawaban_<tahun>`` as known now;
        by default the plan's own.
    day
        Decides which quarters are over; without it the latest report does.
    """
    pack = current or plan.pack
    years = plan.pack.planned_years
    known = reports(pack, years)
    pagu = spent_by_year(plan)
    named = {**pack.activities, **plan.pack.activities}
    lines = []
    for year in years:
        over, said = elapsed(year, known, day), known.activities(year)
        planned = [c for c in named if (c, year) in plan.volumes or pagu[c, year]]
        extra = [c for c in named if c in said and c not in planned]
        for code in (*planned, *extra):
            target = plan.volumes.get((code, year), Decimal(0))
            new = _New(plan, known, named[code], year, over)
            lines.append(new.line(target, pagu[code, year], planned=code in planned))
    return Monitoring(plan, pack, day, known, tuple(lines), points(plan, pack, known))


@dataclass(frozen=True, slots=True)
class _New:
    """What a line is made from beside its targets."""

    plan: Plan
    known: Reported
    activity: Kegiatan
    year: int
    elapsed: int

    def line(self, target: Decimal, pagu: int, *, planned: bool) -> Line:
        code, indicators = self.activity.kegiatan, self.plan.pack.instrument.indicators
        indicator = indicators.get(self.activity.indikator)
        rows = [self.known.rows.get((code, self.year, quarter)) for quarter in QUARTERS]
        return Line(
            activity=self.activity,
            year=self.year,
            cluster="" if indicator is None else indicator.klaster,
            target=target,
            pagu=pagu,
            planned=planned,
            quarters=tuple(self.known.quarter(code, self.year, q) for q in QUARTERS),
            done=self.known.done(code, self.year),
            closed=self.year in self.known.closed,
            elapsed=self.elapsed,
            notes=_notes(rows),
        )


def _notes(rows: Sequence[RealisasiTriwulan | None]) -> tuple[str, ...]:
    """Return the different notes, each opened by the quarters that say it."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if row is not None and row.keterangan:
            found.setdefault(row.keterangan, []).append(QUARTER_NAMES[row.triwulan])
    return tuple(f"Triwulan {join(names)}: {text}" for text, names in found.items())
