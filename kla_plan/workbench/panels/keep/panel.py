"""Save the scenario with its plan, reopen one, send one on, take one in."""

import ipywidgets as widgets

from kla_plan.workbench.guard import guarded
from kla_plan.workbench.keeping import Known
from kla_plan.workbench.look import column, heading, html
from kla_plan.workbench.panels.keep.shelf import Shelf
from kla_plan.workbench.panels.keep.writing import Writing
from kla_plan.workbench.store import Store
from kla_plan.workbench.visible import on_page, when_shown
from kla_plan.workbench.widgets.presence import Presence

_HEADING = heading(
    "Simpan, buka kembali, bagikan",
    "Skenario dan rencananya adalah berkas biasa di folder kerja; versi lama disimpan di "
    "skenario/riwayat.",
)


def panel(store: Store) -> widgets.Widget:
    """Return the panel: a form to save, and the shelf of what is saved.

    The shelf is read again when the panel is shown and when the planner comes back to the page:
    another tab may have saved something.
    """
    known = Known()
    shelf = Shelf(store, known)
    writing = Writing(store, known, shelf)
    shelf.refresh()
    presence = Presence()
    whole = column(html(_HEADING), writing.widget, shelf.widget, presence)

    def look_again() -> None:
        if on_page(whole):
            shelf.refresh()

    when_shown(whole, guarded(store)(shelf.refresh))
    presence.on_return(guarded(store)(look_again))
    return whole
