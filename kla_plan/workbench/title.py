"""The row at the top: which city, where it stands, what the plan reaches."""

from html import escape

import ipywidgets as widgets

from kla_plan.gaps import predicate_gaps
from kla_plan.indonesian import number, rupiah_short
from kla_plan.report.sentences.words import period
from kla_plan.workbench.look import facts, html
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

_NAME = "Meja kerja Kota Layak Anak"


def title(store: Store) -> widgets.HTML:
    """Return the row; it follows the store."""
    row = html()

    def draw(state: State) -> None:
        row.value = title_html(state)

    store.on(("pack", "scenario", "plan", "source"), draw)
    draw(store.state)
    return row


def title_html(state: State) -> str:
    """Return the row of a state."""
    pack, scenario = state.pack, state.scenario
    if pack is None or scenario is None:
        return _row(_NAME, "Pilih data daerah pada langkah 1.", "")
    base = pack.profile.base_year
    names = (f"Nilai mandiri {base}", f"Setelah verifikasi {base}")
    rows = predicate_gaps(pack, scenario).to_dict("records")
    shown = [
        (name, number(float(row["total"]), 1), str(row["predikat"]))
        for name, row in zip(names, rows, strict=True)
    ]
    if state.plan is not None:
        last = state.plan.years[-1]
        points = state.plan.score(last).total
        shown.append((f"Rencana {last}", number(float(points), 1), state.plan.predicate(last)))
        shown.append(("Biaya rencana", rupiah_short(state.plan.cost()), ""))
    below = f"Rencana {period(pack.years)} · skenario {scenario.nama}"
    return _row(pack.profile.full_name, below, facts(shown))


def _row(name: str, below: str, figures: str) -> str:
    return (
        f'<div class="kla-judul" data-testid="judul"><div><h1>{escape(name)}</h1>'
        f"<p>{escape(below)}</p></div>{figures}</div>"
    )
