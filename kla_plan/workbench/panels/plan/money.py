"""The money of a plan by year, and by OPD, cluster or fund."""

import ipywidgets as widgets

from kla_plan.plan.plan import Plan
from kla_plan.report.charts import budget_chart
from kla_plan.report.sentences import budget as say
from kla_plan.report.tables import Dimension, budget
from kla_plan.runs.pages.show import show as table
from kla_plan.workbench.drawing import Drawing
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import column, paragraphs
from kla_plan.workbench.panels.plan.view import View
from kla_plan.workbench.store import Store

_PARTS: tuple[tuple[str, Dimension], ...] = (
    ("Perangkat daerah", "opd"),
    ("Klaster", "klaster"),
    ("Sumber dana", "sumber_dana"),
)


def money(store: Store) -> View:
    """Return the view: a choice of what the years are divided by, chart, and figures."""
    choice = widgets.ToggleButtons(
        options=_PARTS,
        description="Menurut",
        tooltips=[f"Anggaran per tahun menurut {name.lower()}" for name, _ in _PARTS],
    )
    drawing = Drawing(store, "anggaran")
    shown: list[Plan] = []

    def draw(plan: Plan) -> None:
        shown[:] = [plan]
        by: Dimension = choice.value
        drawing.draw(
            lambda: budget_chart(plan, by),
            f"Anggaran per tahun. {say.by_group(plan, by)}",
            paragraphs(
                [say.total(plan), say.by_year(plan), say.by_group(plan, by), say.after(plan)]
            )
            + _figures(plan, by),
        )

    @guarded(store)
    def chosen(_change: object) -> None:
        for plan in shown:
            draw(plan)

    choice.observe(chosen, names="value")
    return View(column(choice, drawing.widget), draw)


def _figures(plan: Plan, by: Dimension) -> str:
    shown = table(budget(plan, by)).data
    return (
        '<details data-testid="rencana-anggaran"><summary>Angka dalam rupiah</summary>'
        f'<div style="overflow-x:auto;padding-right:8px">{shown}</div></details>'
    )
