"""One part of the plan's panel."""

from collections.abc import Callable
from dataclasses import dataclass

import ipywidgets as widgets

from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class View:
    """A widget, and what draws a plan in it (slow work goes to the worker)."""

    widget: widgets.Widget
    draw: Callable[[Plan], object]
