"""One grid of amounts: lines are funds and OPDs, columns are years."""

from collections.abc import Mapping, Sequence
from typing import Any

from kla_plan.findings import Finding
from kla_plan.pack.columns import Pagu
from kla_plan.pack.model import Pack
from kla_plan.pack.records import ABSURD_RUPIAH
from kla_plan.workbench.panels.shape import ceilings
from kla_plan.workbench.panels.shape.ceilings import Bound, Key, Line
from kla_plan.workbench.widgets import Grid


class MoneyGrid:
    """One grid of one bound.

    Attributes
    ----------
    grid, lines, years
        The widget, and what its rows and columns are about.
    """

    def __init__(self, bound: Bound, first: str, grid: Grid, *, summed: bool = False) -> None:
        self.bound: Bound = bound
        self.grid = grid
        self.lines: tuple[Line, ...] = ()
        self.years: tuple[int | None, ...] = ()
        self._first, self._summed = first, summed

    def show(self, loaded: Pack, pack: Pack, lines: Sequence[Line]) -> None:
        """Show the amounts of a pack that was read as ``loaded``."""
        years = ceilings.periods(loaded, pack, lines)
        if (tuple(lines), years) != (self.lines, self.years):
            self.lines, self.years = tuple(lines), years
            self.grid.columns = self._columns()
        held = ceilings.amounts(pack, self.bound)
        self.grid.rows = [
            {"nama": line.label} | {ceilings.column_key(y): held.get(_key(y, line)) for y in years}
            for line in self.lines
        ]
        self._show_sum(held)

    def _columns(self) -> list[dict[str, Any]]:
        # A fund that is empty in a year would be without limit there; 0 says that it is not there.
        required = self._summed and None not in self.years
        figures = [
            {
                "key": ceilings.column_key(year),
                "label": "Semua tahun bersama" if year is None else str(year),
                "kind": "rupiah",
                "maximum": int(ABSURD_RUPIAH),
                "required": required,
            }
            for year in self.years
        ]
        return [{"key": "nama", "label": self._first, "editable": False}, *figures]

    def _show_sum(self, held: Mapping[Key, int]) -> None:
        funds = [line for line in self.lines if line.fund] or self.lines
        if self._summed and self.lines:
            sums = ceilings.totals(funds, held, self.years)
            self.grid.footer = {"nama": "Jumlah", **sums}

    def wanted(self) -> dict[Key, int | None]:
        """Return the amounts as they stand in the grid."""
        return {
            _key(year, line): row[ceilings.column_key(year)]
            for line, row in zip(self.lines, self.grid.rows, strict=True)
            for year in self.years
        }

    def point_out(self, findings: Sequence[Finding]) -> None:
        """Show findings at their cells, as far as this grid has them."""
        flags = [
            {"row": row, "key": ceilings.column_key(year), "text": _said(finding)}
            for row, line in enumerate(self.lines)
            for year in self.years
            for finding in findings
            if finding.place.cell in {ceilings.place_of(_empty(year, line)), line.fund}
        ]
        self.grid.flag(flags)


def _empty(year: int | None, line: Line) -> Pagu:
    return Pagu(tahun=year, sumber_dana=line.fund, opd=line.opd)


def _said(finding: Finding) -> str:
    return f"{finding.value}: {finding.message} {finding.remedy}"


def _key(year: int | None, line: Line) -> Key:
    return (year, line.fund, line.opd)
