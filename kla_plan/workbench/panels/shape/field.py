"""``Field``: a control with the words about what is wrong right below it."""

import html
from collections.abc import Callable
from typing import Any, Final

import ipywidgets as widgets

from kla_plan.findings import FindingsError
from kla_plan.workbench import look
from kla_plan.workbench.panels.shape.wish import in_words, reshaped
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.reading import UnreadableError

#: Width of the names of controls, so that they stand below each other.
NAMES: Final = {"description_width": "13rem"}


class Field:
    """A control, a hint and a place for errors.

    Parameters
    ----------
    control
        With its name as ``description`` (a label for screen readers).
    hint
        What the value means, shown behind it.
    """

    def __init__(self, control: widgets.Widget, hint: str = "") -> None:
        self.control = control
        self._words = look.html()
        look.show(self._words, visible=False)
        said = f'<span class="kla-redup">{html.escape(hint)}</span>'
        line = look.row(control, widgets.HTML(said)) if hint else control
        self.box = look.column(line, self._words, grid_gap="2px")

    def say(self, text: str, *, warning: bool = False) -> None:
        """Show words below the control; none with an empty text."""
        look.show(self._words, visible=bool(text))
        kind = "kla-awas" if warning else "kla-salah"
        sign = "⚠" if warning else "✖"
        self._words.value = (
            f'<div class="{kind}" role="alert">{sign} {html.escape(text)}</div>' if text else ""
        )


def attempt(store: Store, field: Field, changes: Callable[[], dict[str, Any]]) -> bool:
    """Put values into the scenario; what is wrong is said at the field, and nothing changes.

    Parameters
    ----------
    changes
        Returns plain values by key; may raise :class:`UnreadableError`.

    Returns
    -------
    bool
        Whether the scenario was changed.
    """
    state = store.state
    if state.pack is None or state.scenario is None:
        return False
    try:
        made = reshaped(state.pack, state.scenario, changes())
    except UnreadableError as error:
        field.say(f"{error} Nilai sebelumnya tetap dipakai.")
        return False
    except FindingsError as error:
        field.say(f"{in_words(error.findings)} Nilai sebelumnya tetap dipakai.")
        return False
    field.say("")
    store.update(scenario=made)
    return True
