"""The form of step 3: all parts below each other, following the state."""

from typing import Final, Protocol

import ipywidgets as widgets

from kla_plan.workbench.look import column, heading, html
from kla_plan.workbench.look import show as visible
from kla_plan.workbench.panels.shape.activities import Activities
from kla_plan.workbench.panels.shape.aim import AimField, Targets
from kla_plan.workbench.panels.shape.figures import FACTOR, FIGURES, FigureField
from kla_plan.workbench.panels.shape.money import Money
from kla_plan.workbench.panels.shape.tools import Tools
from kla_plan.workbench.panels.shape.weights import Weights
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

_LEAD: Final = (
    "Setiap perubahan langsung berlaku dan dapat diurungkan. Berkas Anda tidak diubah: skenario "
    "dan pagu baru ditulis bila disimpan pada langkah 7."
)


class Part(Protocol):
    """A part of the form that shows the state."""

    def show(self, state: State) -> None:
        """Show the state."""


def panel(store: Store) -> widgets.Widget:
    """Return the panel in which the scenario of the store is shaped."""
    empty = html("<p>Pilih paket daerah lebih dahulu pada langkah 1.</p>")
    tools, aim, targets, weights = Tools(store), AimField(store), Targets(store), Weights(store)
    factor, money, activities = FigureField(store, FACTOR), Money(store), Activities(store)
    figures = [FigureField(store, figure) for figure in FIGURES]
    form = column(
        tools.box,
        _title("Tujuan dan target"),
        *(part.box for part in (aim, targets, weights)),
        _title("Pagu"),
        *(part.box for part in (factor, money)),
        _title("Harga, verifikasi, dan pencarian"),
        *(part.box for part in figures),
        _title("Kegiatan yang wajib ada dan yang dilarang"),
        activities.box,
    )
    form.add_class("kla-bentuk")
    parts: list[Part] = [tools, aim, targets, weights, factor, activities, *figures]

    def show(state: State) -> None:
        ready = state.pack is not None and state.scenario is not None
        visible(empty, visible=not ready)
        visible(form, visible=ready)
        for part in parts:
            part.show(state)

    # Amounts that are typed but not yet applied must outlive a change elsewhere.
    store.on(("pack", "loaded"), money.show)
    store.on(("pack", "scenario", "loaded"), show)
    money.show(store.state)
    show(store.state)
    return column(html(heading("Bentuk skenario", _LEAD)), empty, form)


def _title(text: str) -> widgets.Widget:
    return html(f"<h3>{text}</h3>")
