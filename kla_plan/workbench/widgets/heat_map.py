"""``HeatMap``: many shares at a glance, each with its number, grouped, to choose one from."""

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from kla_plan.workbench.widgets.assets import script, style


class HeatMap(anywidget.AnyWidget):
    """Cells coloured by a share, each with its text, in groups.

    The colour is never the only sign: each cell says its value. One hue from light to dark keeps
    its order for every kind of colour vision and in print.

    Parameters
    ----------
    cells
        One mapping per cell: ``key``, ``label``, ``value`` (0 to 1, or ``None`` where unknown),
        ``text`` (the value as written), ``group``, ``hint`` (optional, longer words).
    label
        What the map shows, for screen readers and as its caption.
    low, high
        What the light and the dark end of the scale mean.
    testid
        ``data-testid`` of the widget.

    Attributes
    ----------
    selected
        Key of the chosen cell, or ``None``; set by a click, Enter or the space bar.
    """

    _esm = script("heat_map")
    _css = style("heat_map")

    cells: traitlets.List[Any] = traitlets.List().tag(sync=True)
    label = traitlets.Unicode("Peta panas").tag(sync=True)
    low = traitlets.Unicode("rendah").tag(sync=True)
    high = traitlets.Unicode("tinggi").tag(sync=True)
    selected = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    testid = traitlets.Unicode("kisi-peta").tag(sync=True)

    @traitlets.validate("cells")
    def _valid_cells(self, proposal: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [_cell(cell) for cell in proposal["value"]]

    def on_select(self, callback: Callable[[str | None], None]) -> None:
        """Call back with the key of the chosen cell (or ``None``) whenever the choice changes."""
        self.observe(lambda change: callback(change["new"]), names="selected")


def _cell(given: Mapping[str, Any]) -> dict[str, Any]:
    share = given.get("value")
    value = None if share is None or share != share else min(1.0, max(0.0, float(share)))  # noqa: PLR0124
    texts = {key: str(given.get(key) or "") for key in ("key", "label", "text", "group", "hint")}
    return {**texts, "value": value}
