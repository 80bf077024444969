"""How much each year counts in the aim."""

from decimal import Decimal
from typing import Any

from kla_plan.workbench.guard import guarded
from kla_plan.workbench.panels.shape.field import Field, attempt
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Grid


class Weights:
    """A grid with one line: the weight of each year."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._grid = Grid(label="Bobot setiap tahun", testid="kisi-bobot", help="")
        self._grid.on_edit(guarded(store)(self._edited))
        self._field = Field(self._grid)
        self.box = self._field.box

    def show(self, state: State) -> None:
        """Show the scenario's weights."""
        if state.pack is None or state.scenario is None:
            return
        years = state.pack.years
        columns: list[dict[str, Any]] = [{"key": "nama", "label": "Tahun", "editable": False}]
        columns += [
            {"key": str(year), "label": str(year), "kind": "angka", "maximum": 1000}
            for year in years
        ]
        if [column["key"] for column in self._grid.columns] != [c["key"] for c in columns]:
            self._grid.columns = columns
        weights = {str(year): state.scenario.weight(year) for year in years}
        self._grid.rows = [{"nama": "Bobot", **weights}]

    def _edited(self, rows: list[dict[str, Any]]) -> None:
        weights = {
            key: str(value)
            for key, value in rows[0].items()
            if isinstance(value, Decimal | int) and value != 1
        }
        if attempt(self._store, self._field, lambda: {"bobot_tahun": weights}):
            self.show(self._store.state)
