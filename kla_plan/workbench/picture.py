"""What is worth keeping of a state, as a page that needs neither scripts nor a kernel."""

from kla_plan.gaps import cluster_gaps
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import budget_chart, gap_chart, png, score_chart
from kla_plan.report.sentences import budget, proof, score
from kla_plan.report.tables.scores import score_path
from kla_plan.runs.pages.show import show as table
from kla_plan.scenario import Scenario
from kla_plan.workbench.drawing import image
from kla_plan.workbench.look import paragraphs
from kla_plan.workbench.state import State
from kla_plan.workbench.title import title_html


def picture(state: State) -> str:
    """Return what is worth keeping of a state, as HTML without scripts."""
    pack, scenario = state.pack, state.scenario
    if pack is None or scenario is None:
        return title_html(state)
    if state.plan is None:
        return title_html(state) + _gap(pack, scenario)
    return title_html(state) + _plan(state.plan)


def _gap(pack: Pack, scenario: Scenario) -> str:
    chart = image(
        png(gap_chart(pack)), "Poin yang belum diraih menurut indikator", "gambar-kesenjangan"
    )
    found = cluster_gaps(pack, scenario.diskon_verifikasi)
    return chart + str(table(found, "nama poin_maks poin selisih poin_verifikasi").data)


def _plan(plan: Plan) -> str:
    pictures = image(png(score_chart(plan)), score.path(plan), "gambar-nilai") + image(
        png(budget_chart(plan, "sumber_dana")), budget.total(plan), "gambar-anggaran"
    )
    words = paragraphs([score.path(plan), budget.total(plan), proof.quality(plan)])
    return words + pictures + str(table(score_path(plan)).data)
