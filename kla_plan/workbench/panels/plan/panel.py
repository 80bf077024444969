"""The plan: what it reaches, what it costs, when, and why (not) each activity."""

import ipywidgets as widgets

from kla_plan.indonesian import number, percent, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.workbench.agreement import belongs
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import column, facts, heading, html, show
from kla_plan.workbench.panels.plan.activities import activities
from kla_plan.workbench.panels.plan.money import money
from kla_plan.workbench.panels.plan.path import path
from kla_plan.workbench.panels.plan.schedule import schedule
from kla_plan.workbench.panels.plan.view import View
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.visible import on_page, when_shown

_HEADING = heading("Rencana")
_NONE = "<p>Belum ada rencana. Hitung dahulu pada langkah 4.</p>"
_STALE = (
    '<p class="kla-kabar kla-peringatan" data-testid="rencana-lama">Skenario atau pagu sudah '
    "berubah sejak rencana ini dihitung. Hitung lagi pada langkah 4 untuk memperbaruinya.</p>"
)
TITLES = ("Nilai", "Anggaran", "Jadwal", "Kegiatan")


def panel(store: Store) -> widgets.Widget:
    """Return the panel; each of its parts is drawn when it is looked at."""
    top, summary = html(), html()
    views: list[View] = [path(store), money(store), schedule(store), activities(store)]
    tabs = widgets.Tab(children=[view.widget for view in views], titles=TITLES)
    whole = column(top, summary, tabs)
    drawn: dict[int, Plan | None] = {}

    def look(_change: object = None) -> None:
        place, plan = tabs.selected_index or 0, store.state.plan
        if plan is not None and on_page(whole) and drawn.get(place) is not plan:
            drawn[place] = plan
            views[place].draw(plan)

    def changed(state: State) -> None:
        top.value = _HEADING + _standing(state)
        summary.value = "" if state.plan is None else _summary(state.plan)
        show(tabs, visible=state.plan is not None)
        look()

    tabs.observe(guarded(store)(look), names="selected_index")
    when_shown(whole, guarded(store)(look))
    store.on(("plan", "pack", "scenario"), changed)
    changed(store.state)
    return whole


def _standing(state: State) -> str:
    if state.plan is None:
        return _NONE
    return "" if belongs(state.plan, state.pack, state.scenario) else _STALE


def _summary(plan: Plan) -> str:
    last, instrument, gap = plan.years[-1], plan.pack.instrument, plan.proof.gap
    own, checked = plan.score(last).total, plan.verified_total(last)
    figures = facts(
        [
            (f"Nilai mandiri {last}", number(float(own), 2), instrument.predicate(own)),
            (
                f"Setelah verifikasi {last}",
                number(float(checked), 2),
                instrument.predicate(checked),
            ),
            ("Anggaran seluruhnya", rupiah_short(plan.cost()), ""),
            ("Kegiatan", number(len(plan.activities)), ""),
            ("Jarak dari yang terbaik", "–" if gap is None else f"≤ {percent(gap, 2)}", ""),
        ]
    )
    return f'<div data-testid="rencana-ringkas">{figures}</div>'
