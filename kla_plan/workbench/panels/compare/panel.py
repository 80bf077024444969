"""Lay plans aside, see them side by side, and take the comparison along as a page and a sheet."""

import ipywidgets as widgets

from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import column, heading, html, show
from kla_plan.workbench.panels.compare.choosing import Choosing
from kla_plan.workbench.panels.compare.papers import Papers
from kla_plan.workbench.panels.compare.view import Beside, columns, side_by_side
from kla_plan.workbench.state import MOST_KEPT, State
from kla_plan.workbench.store import Store
from kla_plan.workbench.visible import when_shown
from kla_plan.workbench.widgets import Table

_HEADING = heading(
    "Bandingkan rencana",
    f"Sisihkan sampai {MOST_KEPT} rencana, lalu lihat bedanya berdampingan.",
)
_FEW = "<p>Sisihkan sekurangnya dua rencana untuk melihat perbandingannya.</p>"
_WAIT = '<p class="kla-redup" role="status">Membandingkan …</p>'


def panel(store: Store) -> widgets.Widget:
    """Return the panel; the comparison is computed outside the main loop."""
    choosing, papers = Choosing(store), Papers(store)
    page = html()
    table = Table(
        columns=columns(()),
        row_key="kode",
        label="Kegiatan yang direncanakan berbeda",
        testid="kisi-banding",
        page_size=12,
        empty="Semua kegiatan direncanakan sama.",
    )
    differing = column(html("<h3>Kegiatan yang berbeda</h3>"), table)

    def changed(state: State) -> None:
        enough = len(state.kept) > 1
        show(differing, visible=enough)
        show(papers.widget, visible=enough)
        if not enough:
            page.value = _FEW
        elif "<table" not in page.value:
            page.value = _WAIT
        plans = {kept.name: kept.plan for kept in state.kept}
        store.worker.run(lambda: side_by_side(plans) if enough else None, put, only="perbandingan")

    def put(found: Beside | None) -> None:
        if found is None:
            return
        page.value = found.html
        with table.hold_trait_notifications():
            table.columns = columns(found.names)
            table.rows = list(found.rows)

    store.on("kept", changed)
    changed(store.state)
    whole = column(html(_HEADING), choosing.widget, page, differing, papers.widget)
    when_shown(whole, guarded(store)(choosing.refresh))
    return whole
