"""The money: what may be spent by year and fund, by OPD, and what must be spent at least."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import ipywidgets as widgets

from kla_plan.findings import Finding, Severity
from kla_plan.indonesian import join
from kla_plan.workbench import look
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.panels.shape import ceilings
from kla_plan.workbench.panels.shape.ceilings import Bound
from kla_plan.workbench.panels.shape.field import Field
from kla_plan.workbench.panels.shape.money_grid import MoneyGrid
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Grid

_PENDING: Final = "Perubahan pagu belum diterapkan: perbaiki dahulu sel yang ditandai."


@dataclass(frozen=True, slots=True)
class _Choice:
    label: str
    grid: MoneyGrid


class Money:
    """Three grids, one of them seen: funds, OPDs, and least amounts."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._choices = (
            _Choice("Per sumber dana", _grid("batas_atas", "Sumber dana", "pagu", summed=True)),
            _Choice("Batas atas per OPD", _grid("batas_atas", "OPD", "pagu-opd")),
            _Choice("Belanja paling sedikit", _grid("batas_bawah", "OPD atau dana", "pagu-bawah")),
        )
        for choice in self._choices:
            choice.grid.grid.on_edit(guarded(store)(lambda _rows: self._edited()))
            choice.grid.grid.observe(guarded(store)(lambda _change: self._say()), names="errors")
        self._which = widgets.ToggleButtons(
            options=[(choice.label, n) for n, choice in enumerate(self._choices)],
            style={"button_width": "auto"},
        )
        self._which.observe(guarded(store)(lambda _change: self._turn()), names="value")
        grids = [choice.grid.grid for choice in self._choices]
        self._field = Field(look.column(self._which, *grids))
        self._pending = False
        self._warnings: tuple[str, ...] = ()
        self.box = self._field.box
        self._turn()

    def show(self, state: State) -> None:
        """Show the pack's bounds."""
        if state.pack is None:
            return
        loaded = state.loaded or state.pack
        funds = ceilings.lines_of_funds(loaded, state.pack)
        opds = ceilings.lines_of_opds(loaded, state.pack)
        lines = (funds, opds, (*opds, *funds))
        for choice, wanted in zip(self._choices, lines, strict=True):
            choice.grid.show(loaded, state.pack, wanted)
        self._pending = False
        found = tuple(ceilings.ceiling_findings(state.pack, loaded))
        self._point_out(found, state)

    def _turn(self) -> None:
        for n, choice in enumerate(self._choices):
            look.show(choice.grid.grid, visible=n == self._which.value)

    def _edited(self) -> None:
        state = self._store.state
        if state.pack is None:
            return
        loaded = state.loaded or state.pack
        funds, opds, least = (choice.grid.wanted() for choice in self._choices)
        pack = ceilings.with_amounts(
            state.pack, loaded, {"batas_atas": {**funds, **opds}, "batas_bawah": least}
        )
        found = tuple(ceilings.ceiling_findings(pack, loaded))
        self._pending = any(f.severity is Severity.ERROR for f in found)
        if not self._pending and pack != state.pack:
            self._store.update(pack=pack)
        else:  # nobody is told: the pack is the one that it was
            self._point_out(found, state)

    def _point_out(self, found: Sequence[Finding], state: State) -> None:
        """Show faults of the pack at their cells, and what holds for no cell below the grids."""
        faults = [f for f in found if f.severity is Severity.ERROR]
        for choice in self._choices:
            choice.grid.point_out(faults)
        changed = "Pagu telah diubah dari yang tertulis di paket."
        said = [changed] if state.pack != state.loaded and not self._pending else []
        self._warnings = (*said, *(f"{f.message} {f.remedy}" for f in found if f not in faults))
        self._say()

    def _say(self) -> None:
        """Say what is pending, in which grids, and what to be aware of."""
        wrong = [choice.label for choice in self._choices if choice.grid.grid.errors]
        words = [_PENDING] if self._pending else []
        if wrong:
            words.append(f"Ada sel yang perlu diperbaiki pada: {join(wrong)}.")
        self._field.say(" ".join([*words, *self._warnings]), warning=not words)


def _grid(bound: Bound, first: str, name: str, *, summed: bool = False) -> MoneyGrid:
    label = {"pagu": "Pagu per sumber dana", "pagu-opd": "Pagu per OPD"}
    grid = Grid(
        label=f"{label.get(name, 'Belanja paling sedikit')} (rupiah)", testid=f"kisi-{name}"
    )
    return MoneyGrid(bound, first, grid, summed=summed)
