"""``Steps``: the numbered steps of the workbench, as tabs that wrap where the page is narrow."""

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from kla_plan.workbench.widgets.assets import script, style


class Steps(anywidget.AnyWidget):
    """A row of numbered tabs; arrow keys, Home and End move between them.

    Parameters
    ----------
    titles
        Name of each step, without its number.
    notes
        A few words below each name (``1 temuan``, ``berjalan …``); may be empty.
    done
        Whether a step has what it is for.
    label
        What the steps are, for screen readers.
    testid
        ``data-testid`` of the widget; the steps are ``<testid>-1``, ``<testid>-2``, ….

    Attributes
    ----------
    selected
        Position of the step that is shown, from 0.
    """

    _esm = script("steps")
    _css = style("steps")

    titles: traitlets.List[Any] = traitlets.List(traitlets.Unicode()).tag(sync=True)
    notes: traitlets.List[Any] = traitlets.List(traitlets.Unicode()).tag(sync=True)
    done: traitlets.List[Any] = traitlets.List(traitlets.Bool()).tag(sync=True)
    label = traitlets.Unicode("Langkah meja kerja").tag(sync=True)
    selected = traitlets.Int(0).tag(sync=True)
    testid = traitlets.Unicode("langkah").tag(sync=True)

    @traitlets.validate("selected")
    def _valid_selected(self, proposal: Mapping[str, Any]) -> int:
        position = int(proposal["value"])
        return min(max(0, position), max(0, len(self.titles) - 1))

    def on_select(self, callback: Callable[[int], None]) -> None:
        """Call back with the position of the step whenever another one is chosen."""
        self.observe(lambda change: callback(change["new"]), names="selected")
