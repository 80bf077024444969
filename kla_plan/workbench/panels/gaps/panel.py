"""The gap: clusters and indicators as a heat map; a click opens the indicator below it."""

import re

import ipywidgets as widgets

from kla_plan.report.sentences.gaps import indicators_most
from kla_plan.runs.pages.gaps import open_questions, standing
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import column, heading, html, paragraphs, show
from kla_plan.workbench.panels.gaps.indicator import IndicatorPage
from kla_plan.workbench.panels.gaps.tables import GapTables, asked_of_gaps, gap_tables, heat_cells
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import HeatMap

_HEADING = heading(
    "Kesenjangan", "Makin gelap kotaknya, makin banyak poin yang belum diraih. Klik satu indikator."
)
_SCORES = (("Penilaian mandiri", False), ("Setelah verifikasi", True))


def panel(store: Store) -> widgets.Widget:
    """Return the panel."""
    lead = html()
    score = widgets.ToggleButtons(
        description="Nilai yang dilihat",
        options=list(_SCORES),
        value=store.state.verified,
        style={"description_width": "initial", "button_width": "auto"},
    )
    score.add_class("kla-nilai-dilihat")
    heat = HeatMap(
        label="Poin yang belum diraih menurut klaster dan indikator",
        low="penuh",
        high="kosong",
        testid="peta-kesenjangan",
    )
    page = IndicatorPage(store)
    inside = column(lead, score, heat, page.widget)
    none = html("<p>Buka dahulu sebuah paket pada langkah 1.</p>")

    def arrived(found: GapTables) -> None:
        state = store.state
        if state.pack is not found.pack:
            return  # another pack was opened meanwhile
        heat.cells = heat_cells(found, verified=state.verified)
        lead.value = _lead(found)
        page.show(found, state.indicator)

    asked: list[tuple[object, ...]] = []

    def read(state: State) -> None:
        if asked == [asked_of_gaps(state)]:
            return
        asked[:] = [asked_of_gaps(state)]
        show(inside, visible=state.pack is not None)
        show(none, visible=state.pack is None)
        pack, scenario = state.pack, state.scenario
        if pack is not None and scenario is not None:
            store.worker.run(lambda: gap_tables(pack, scenario), arrived, only="kesenjangan")

    def redraw(state: State) -> None:
        score.value = state.verified
        found = page.tables
        if found is not None:
            heat.cells = heat_cells(found, verified=state.verified)

    def opened(state: State) -> None:
        heat.selected = state.indicator
        page.open(state.indicator)

    score.observe(
        guarded(store)(lambda change: store.update(verified=change["new"])), names="value"
    )
    heat.on_select(guarded(store)(lambda code: store.update(indicator=code)))
    store.on(("pack", "scenario"), read)
    store.on("verified", redraw)
    store.on("indicator", opened)
    read(store.state)
    return column(html(_HEADING), none, inside)


def _lead(found: GapTables) -> str:
    sentences = (
        standing(found.pack, found.scenario),
        open_questions(found.pack),
        indicators_most(found.indicators),
    )
    text = paragraphs(sentences)
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
