"""The charts of a plan as files for slides: PNG to paste, SVG to enlarge without loss."""

from collections.abc import Callable
from pathlib import Path

from matplotlib.figure import Figure

from kla_plan.explain.risk import simulate
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import (
    budget_chart,
    gap_chart,
    save_chart,
    score_chart,
    timeline_chart,
)
from kla_plan.report.charts.risk import predicate_chart

#: Name of the file without ending → the chart in words.
NAMES = {
    "nilai": "nilai dan predikat",
    "nilai_dan_ketidakpastian": "nilai dengan ketidakpastian",
    "peluang_predikat": "peluang predikat",
    "anggaran_opd": "anggaran per OPD",
    "anggaran_klaster": "anggaran per klaster",
    "anggaran_sumber_dana": "anggaran per sumber dana",
    "jadwal": "jadwal kegiatan",
    "kesenjangan": "kesenjangan per indikator",
}


def pictures(
    plan: Plan, folder: Path, on_step: Callable[[float, str], object] | None = None
) -> tuple[Path, ...]:
    """Write every chart of a plan into a folder, each as PNG and as SVG."""
    made: list[Path] = []
    for place, (name, make) in enumerate(charts(plan).items()):
        if on_step is not None:
            on_step(place / len(NAMES), f"Menggambar {NAMES[name]}")
        # SVG and PNG are drawn from a chart each: a drawn one belongs to its canvas.
        made += [save_chart(make(), folder / f"{name}{ending}") for ending in (".png", ".svg")]
    return tuple(made)


def charts(plan: Plan) -> dict[str, Callable[[], Figure]]:
    """Return the makers of the charts by name; nothing is drawn before one is called."""
    courses = simulate(plan)
    return {
        "nilai": lambda: score_chart(plan),
        "nilai_dan_ketidakpastian": lambda: score_chart(plan, courses),
        "peluang_predikat": lambda: predicate_chart(courses),
        "anggaran_opd": lambda: budget_chart(plan, "opd"),
        "anggaran_klaster": lambda: budget_chart(plan, "klaster"),
        "anggaran_sumber_dana": lambda: budget_chart(plan, "sumber_dana"),
        "jadwal": lambda: timeline_chart(plan),
        "kesenjangan": lambda: gap_chart(plan.pack),
    }
