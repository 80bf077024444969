"""The path of the score through the predicates, and how sure it is."""

from collections.abc import Iterator
from html import escape

import ipywidgets as widgets
from matplotlib.figure import Figure

from kla_plan.explain.risk import Simulation, simulate
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import png, score_chart
from kla_plan.report.charts.risk import predicate_chart
from kla_plan.report.sentences import proof, score
from kla_plan.report.tables import score_path
from kla_plan.runs.pages.show import show as table
from kla_plan.workbench.drawing import image
from kla_plan.workbench.look import bullets, column, html
from kla_plan.workbench.panels.plan.view import View
from kla_plan.workbench.store import Store

_WAIT = '<p class="kla-redup" role="status">Menyimulasikan dan menggambar …</p>'
_BELOW = (
    "Garis putus-putus memakai potongan verifikasi skenario. Pita memakai sebaran potongan yang "
    "pernah terjadi dan kemungkinan kegiatan tidak terlaksana, sehingga tengahnya dapat lebih "
    "rendah."
)


def path(store: Store) -> View:
    """Return the view; the simulation and both charts are made outside the main loop."""
    picture = html()

    def draw(plan: Plan) -> None:
        if not picture.value:
            picture.value = _WAIT
        store.worker.run(
            lambda: _page(plan), lambda page: _put(picture, page), only="rencana-nilai"
        )

    return View(column(picture), draw)


def _put(place: widgets.HTML, page: str) -> None:
    place.value = page


def _page(plan: Plan) -> str:
    courses = simulate(plan)
    figures: list[tuple[Figure, str, str]] = [
        (score_chart(plan, courses), _alt(plan), "gambar-nilai"),
        (predicate_chart(courses), " ".join(courses.sentences()), "gambar-peluang"),
    ]
    first, second = (image(png(figure), alt, name) for figure, alt, name in figures)
    return "".join(
        [
            first,
            f'<p class="kla-redup">{escape(_BELOW)}</p>',
            bullets([*_sentences(plan)]),
            _chances(courses, second),
            _numbers(plan),
        ]
    )


def _sentences(plan: Plan) -> Iterator[str]:
    yield score.path(plan)
    yield from score.milestones(plan)
    yield from filter(None, [score.falls(plan)])
    yield proof.quality(plan)


def _alt(plan: Plan) -> str:
    return f"Nilai menurut tahun dengan batas predikat. {score.path(plan)}"


def _chances(courses: Simulation, chart: str) -> str:
    assumed = bullets([*courses.sentences(), *courses.uncertainty.sentences()])
    return (
        '<details data-testid="rencana-peluang"><summary>Seberapa pasti: peluang setiap predikat '
        f"dan asumsinya</summary>{chart}{assumed}</details>"
    )


def _numbers(plan: Plan) -> str:
    columns = "tahun mandiri predikat_mandiri verifikasi predikat_verifikasi rupiah"
    shown = table(score_path(plan), columns).data
    return f"<details><summary>Angka menurut tahun</summary>{shown}</details>"
