"""``Slider``: a whole number between two bounds, with a name for those who cannot see it."""

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from kla_plan.workbench.widgets.assets import script, style


class Slider(anywidget.AnyWidget):
    """A slider; its value reaches the kernel when it is let go, or with each key.

    The sliders of ipywidgets have no accessible name.

    Parameters
    ----------
    label
        Its name, before it.
    unit
        Written behind the number (``" %"``).
    min, max, step
        Bounds, and the distance between two values.
    testid
        ``data-testid`` of the widget; the slider is ``<testid>-geser``.

    Attributes
    ----------
    value
        The number.
    """

    _esm = script("slider")
    _css = style("slider")

    label = traitlets.Unicode("").tag(sync=True)
    unit = traitlets.Unicode("").tag(sync=True)
    min = traitlets.Int(0).tag(sync=True)
    max = traitlets.Int(100).tag(sync=True)
    step = traitlets.Int(1).tag(sync=True)
    value = traitlets.Int(0).tag(sync=True)
    testid = traitlets.Unicode("geser").tag(sync=True)

    @traitlets.validate("value")
    def _valid_value(self, proposal: Mapping[str, Any]) -> int:
        return min(max(self.min, int(proposal["value"])), self.max)
