"""The quick question: what another budget would give, every ceiling larger or smaller."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import ipywidgets as widgets

from kla_plan.indonesian import number, percent
from kla_plan.scenario import Scenario
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import html, row, show
from kla_plan.workbench.solving import QUICK, solve
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.slider import Slider

#: Smallest and largest factor, in percent, and the step between two.
LEAST, MOST, STEP = 50, 150, 5
#: Seconds the slider must rest before its question is asked: arrow keys move it step by step.
PAUSE = 0.25


def budget_slider(store: Store) -> widgets.Widget:
    """Return the slider; letting it go solves again at once, within a gap of one per cent."""
    slider = Slider(
        label="Pengganda pagu",
        unit=" %",
        min=LEAST,
        max=MOST,
        step=STEP,
        value=100,
        testid="pengganda-pagu",
    )
    words = html()
    words.layout.width = "auto"

    def follow(state: State) -> None:
        show(box, visible=state.scenario is not None)
        if state.scenario is None:
            return
        slider.value = _nearest(state.scenario.pagu_faktor)
        words.value = _words(state.scenario.pagu_faktor)

    def moved(change: Mapping[str, Any]) -> None:
        scenario = store.state.scenario
        factor = Decimal(int(change["new"])) / 100
        if scenario is None or _nearest(scenario.pagu_faktor) == change["new"]:
            return
        changed = scenario.model_copy(update={"pagu_faktor": factor})
        store.update(scenario=changed)
        store.after(PAUSE, guarded(store)(lambda: answer(changed)))

    def answer(asked: Scenario) -> None:
        if store.state.scenario is asked:  # the slider rests; each further move asks anew
            solve(store, quick=True)

    box = row(slider, words)
    slider.observe(guarded(store)(moved), names="value")
    store.on("scenario", follow)
    follow(store.state)
    return box


def _nearest(factor: Decimal) -> int:
    """Return where the slider stands for a factor; at an end for one beyond it."""
    return min(MOST, max(LEAST, round(factor * 100)))


def _words(factor: Decimal) -> str:
    asked = percent(QUICK.celah, 0)
    return (
        f'<span data-testid="nilai-pengganda"><strong>{number(factor, 2)} ×</strong> semua pagu; '
        f"dihitung ulang cepat (celah {asked})</span>"
    )
