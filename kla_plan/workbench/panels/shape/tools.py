"""The name of the scenario, and the way back."""

import html
from typing import Final

import ipywidgets as widgets

from kla_plan.scenario import Scenario
from kla_plan.workbench import look
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

_MORE: Final = (
    "Aturan keadilan, ketahanan, atau skala pada berkas skenario ini tetap berlaku; "
    "aturan itu diubah dalam berkasnya."
)


class Tools:
    """Undo and redo of every change of scenario and ceilings."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name, self._more = widgets.HTML(), widgets.HTML()
        self._undo = look.button("Urungkan perubahan skenario")
        self._redo = look.button("Ulangi perubahan skenario")
        self._undo.on_click(quietly(guarded(store)(store.undo)))
        self._redo.on_click(quietly(guarded(store)(store.redo)))
        self.box = look.column(look.row(self._name, self._undo, self._redo), self._more)

    def show(self, state: State) -> None:
        """Show the scenario's name, and which ways are open."""
        if state.scenario is not None:
            self._name.value = f"Skenario <b>{html.escape(state.scenario.nama)}</b>&emsp;"
        unlike = state.scenario is not None and _more_rules(state.scenario)
        self._more.value = _MORE if unlike else ""
        self._undo.disabled = not self._store.can_undo
        self._redo.disabled = not self._store.can_redo


def _more_rules(scenario: Scenario) -> bool:
    plain = Scenario()
    names = ("keadilan", "ketahanan", "skala")
    return any(getattr(scenario, name) != getattr(plain, name) for name in names)
