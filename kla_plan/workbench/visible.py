"""Panels that are off the page rest until they are looked at again."""

from collections.abc import Callable

import ipywidgets as widgets

_OFF = "none"


def on_page(widget: widgets.Widget) -> bool:
    """Whether a panel is the one that is shown."""
    return bool(widget.layout.display != _OFF)


def when_shown(widget: widgets.Widget, callback: Callable[[], object]) -> None:
    """Call back whenever a panel that was off the page is shown again."""

    def changed(_change: object) -> None:
        if on_page(widget):
            callback()

    widget.layout.observe(changed, names="display")
