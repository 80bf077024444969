"""What the plan is to reach: the aim and the targets."""

from collections.abc import Mapping
from typing import Any, Final

import ipywidgets as widgets

from kla_plan.findings import FindingsError
from kla_plan.pack.checks.scenario import check_scenario
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from kla_plan.workbench import look
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.panels.shape.field import NAMES, Field, attempt
from kla_plan.workbench.panels.shape.target_row import TargetRow
from kla_plan.workbench.panels.shape.wish import findings_at, in_words, reshaped
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.reading import UnreadableError

AIMS: Final = (
    ("Nilai setinggi mungkin dengan pagu yang ada", "maks_skor"),
    ("Biaya serendah mungkin yang memenuhi semua target", "min_biaya"),
)


class AimField(Field):
    """The choice between the two aims."""

    def __init__(self, store: Store) -> None:
        super().__init__(
            widgets.Dropdown(
                options=AIMS,
                description="Tujuan",
                style=NAMES,
                layout={"width": "38rem", "max_width": "calc(100% - 4px)"},
            )
        )
        self._store = store
        self.control.add_class("kla-isian-tujuan")
        self.control.observe(guarded(store)(self._chosen), names="value")

    def show(self, state: State) -> None:
        """Show the scenario's aim, and what the checks warn of about it."""
        if state.scenario is None or state.pack is None:
            return
        self.control.value = state.scenario.tujuan
        found = findings_at(check_scenario(state.pack, state.scenario), "tujuan")
        self.say(in_words(found), warning=True)

    def _chosen(self, change: Mapping[str, Any]) -> None:
        scenario = self._store.state.scenario
        if scenario is not None and change["new"] != scenario.tujuan:
            attempt(self._store, self, lambda: {"tujuan": change["new"]})


class Targets:
    """The list of targets, one row each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: list[TargetRow] = []
        self._list = look.column(grid_gap="4px")
        self._add = look.button("Tambah target")
        self._add.layout.align_self = "flex-start"
        self._add.on_click(quietly(guarded(store)(self._one_more)))
        self.box = look.column(self._list, self._add)

    def show(self, state: State) -> None:
        """Show the scenario's targets; rows that are there are kept, and with them the focus."""
        if state.pack is None or state.scenario is None:
            return
        targets = state.scenario.target
        if len(targets) != len(self._rows):
            self._rows = [
                TargetRow(self._store, number, self._changed, self._remove)
                for number in range(len(targets))
            ]
            self._list.children = [row.box for row in self._rows]
        found = check_scenario(state.pack, state.scenario)
        for number, (row, target) in enumerate(zip(self._rows, targets, strict=True)):
            row.show(state.pack, target, findings_at(found, f"target.{number}"))

    def _changed(self, number: int) -> None:
        """Put all rows as they are into the scenario; a fault is said at its own row."""
        state, row = self._store.state, self._rows[number]
        if state.pack is None or state.scenario is None:
            return
        try:
            raw = [target.model_dump(mode="json") for target in state.scenario.target]
            raw[number] = row.as_written()
            made = reshaped(state.pack, state.scenario, {"target": raw})
        except UnreadableError as error:
            row.say(str(error))
        except FindingsError as error:
            row.say(in_words(error.findings))
        else:
            row.say("")
            self._store.update(scenario=made)

    def _remove(self, number: int) -> None:
        scenario = self._store.state.scenario
        if scenario is not None:
            self._put([target for n, target in enumerate(_raw(scenario)) if n != number])

    def _one_more(self) -> None:
        pack, scenario = self._store.state.pack, self._store.state.scenario
        if pack is not None and scenario is not None:
            self._put([*_raw(scenario), _first_guess(pack)])

    def _put(self, targets: list[dict[str, Any]]) -> None:
        pack, scenario = self._store.state.pack, self._store.state.scenario
        if pack is not None and scenario is not None:
            self._store.update(scenario=reshaped(pack, scenario, {"target": targets}))


def _raw(scenario: Scenario) -> list[dict[str, Any]]:
    return [target.model_dump(mode="json") for target in scenario.target]


def _first_guess(pack: Pack) -> dict[str, Any]:
    """Return the next predicate in the last year, to be changed by the planner."""
    predicates = pack.instrument.predicates
    following = pack.instrument.next_predicate(pack.start_score().total) or predicates[-1]
    return {"tahun": pack.years[-1], "predikat": following.predikat, "dasar": "mandiri"}
