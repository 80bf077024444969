"""Solving: start, stop, watch, ask what another budget would give."""

import ipywidgets as widgets

from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.look import button, column, heading, html, row, show
from kla_plan.workbench.panels.solve.budget import budget_slider
from kla_plan.workbench.panels.solve.clash import clash_view
from kla_plan.workbench.panels.solve.watch import Watch
from kla_plan.workbench.solving import solve
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

_HEADING = heading(
    "Hitung",
    "Cari rencana terbaik untuk skenario sekarang. Anda boleh bekerja di langkah lain sementara "
    "pencarian berjalan; perubahan skenario memulainya lagi dari rencana terakhir.",
)


def panel(store: Store) -> widgets.Widget:
    """Return the panel."""
    start = button("Hitung rencana", help_text="Cari rencana terbaik", primary=True)
    halt = button("Berhenti, pakai yang terbaik", help_text="Hentikan; rencana terbaik dipakai")
    again = widgets.Checkbox(
        description="Hitung ulang setiap kali skenario berubah",
        indent=False,
        layout=widgets.Layout(width="auto"),
    )
    start.add_class("kla-hitung")
    halt.add_class("kla-berhenti")
    none = html("<p>Buka dahulu sebuah paket pada langkah 1.</p>")
    inside = column(
        row(start, halt, again), budget_slider(store), Watch(store).widget, clash_view(store)
    )

    def follow(state: State) -> None:
        ready = state.pack is not None and state.scenario is not None
        show(inside, visible=ready)
        show(none, visible=not ready)
        start.disabled = state.running
        halt.disabled = not state.running

    def changed(_: State) -> None:
        if again.value:
            store.later(guarded(store)(resolve))

    def resolve() -> None:
        # Later, and not at once: who changed the scenario may have begun a search already.
        if store.state.pack is not None and not store.worker.busy and not store.state.current:
            solve(store)

    start.on_click(guarded(store)(quietly(lambda: solve(store))))
    halt.on_click(guarded(store)(quietly(store.worker.stop)))
    store.on(("pack", "scenario", "running"), follow)
    store.on("scenario", changed)
    follow(store.state)
    return column(html(_HEADING), none, inside)
