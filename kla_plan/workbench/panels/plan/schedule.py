"""Which activity runs when: the largest ones, or all of them page by page."""

from functools import partial
from math import ceil

import ipywidgets as widgets

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import timeline_chart, timeline_page
from kla_plan.report.charts.timeline import PER_PAGE
from kla_plan.report.sentences import activities as say
from kla_plan.workbench.drawing import Drawing
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import column, paragraphs
from kla_plan.workbench.panels.plan.view import View
from kla_plan.workbench.store import Store

_LARGEST = f"{PER_PAGE} anggaran terbesar"


def schedule(store: Store) -> View:
    """Return the view: a choice of the page, and the chart."""
    choice = widgets.Dropdown(
        options=[(_LARGEST, 0)], description="Tampilkan", layout=widgets.Layout(width="22rem")
    )
    drawing = Drawing(store, "jadwal")
    shown: list[Plan] = []

    def page() -> None:
        for plan in shown:
            place = choice.value or 0
            make = partial(timeline_page, plan, place) if place else partial(timeline_chart, plan)
            drawing.draw(
                make,
                f"Jadwal kegiatan menurut tahun: {choice.label}.",
                paragraphs([say.overview(plan), say.first_year(plan)]),
            )

    def draw(plan: Plan) -> None:
        shown[:] = [plan]
        pages = ceil(len(plan.activities) / PER_PAGE)
        options = [(_LARGEST, 0)]
        options += [(f"halaman {number(n)} dari {number(pages)}", n) for n in range(1, pages + 1)]
        if list(choice.options) == options:
            page()
            return
        with choice.hold_trait_notifications():
            choice.options = options
            choice.value = 0
        page()

    choice.observe(guarded(store)(lambda _change: page()), names="value")
    return View(column(choice, drawing.widget), draw)
