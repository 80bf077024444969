"""Chart: the path of both scores through the bands of the predicates."""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from kla_plan.explain.risk.simulate import Simulation
from kla_plan.indonesian import number
from kla_plan.instrument import NO_PREDICATE
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.style import (
    INK,
    MUTED,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
)
from kla_plan.report.tables import score_path

_BANDS = ("#FFFFFF", "#F1F4F7")
#: A white edge keeps labels readable where a line runs through them.
_HALO = withStroke(linewidth=2.2, foreground="white")
_SPREAD = "; pita: separuh dan sembilan persepuluh dari jalannya rencana yang disimulasikan"
#: Room above and below the scores, in points.
_MARGIN = 45


def score_chart(plan: Plan, courses: Simulation | None = None, *, height: float = 8.0) -> Figure:
    """Draw the self-assessed and the verified score by year, with the predicates as bands.

    Parameters
    ----------
    courses
        Simulated courses of the plan: how far the verified score may turn out otherwise is drawn
        behind it, half of the courses dark and nine tenths of them pale.
    height
        Of the drawing, in centimetres; the heading is added.
    """
    table = score_path(plan)
    spread = None if courses is None else courses.scores()
    figure, axes = new_chart(
        PORTRAIT,
        height,
        f"Nilai KLA {plan.pack.profile.full_name} menurut rencana",
        f"Poin dari {number(float(plan.pack.instrument.maximum))}; "
        f"tahun {plan.pack.profile.base_year} adalah keadaan awal"
        + ("" if spread is None else _SPREAD),
    )
    known = [*table["mandiri"], *table["verifikasi"]]
    if spread is not None:
        known += [*spread["p05"], *spread["p95"]]
    axes.set_ylim(max(0.0, min(known) - _MARGIN), max(known) + _MARGIN)
    axes.set_xlim(float(table["tahun"].min()) - 0.4, float(table["tahun"].max()) + 1.3)
    _bands(axes, plan)
    if spread is not None:
        _uncertain(axes, spread)
    years = list(table["tahun"])
    for line in (
        _Line("mandiri", "Penilaian mandiri", PALETTE[0], "o", "-", 7),
        _Line("verifikasi", "Perkiraan setelah verifikasi", PALETTE[4], "s", "--", -12),
    ):
        _draw(axes, years, list(table[line.column]), line)
    axes.set_xticks(years)
    indonesian_axis(axes, "y")
    figure.legend(loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)
    return figure


@dataclass(frozen=True, slots=True)
class _Line:
    """One score: its column, name, colour, marker, dashes, and where its labels stand."""

    column: str
    name: str
    colour: str
    marker: str
    dashes: str
    above: int


def _draw(axes: Axes, years: list[int], points: list[float], line: _Line) -> None:
    axes.plot(
        years, points, color=line.colour, marker=line.marker, markersize=4.5, linewidth=1.6,
        label=line.name, linestyle=line.dashes,
    )  # fmt: skip
    for year, value in zip(years, points, strict=True):
        axes.annotate(
            number(value, 2), (year, value), xytext=(0, line.above), textcoords="offset points",
            ha="center", fontsize=SMALL, color=line.colour, path_effects=[_HALO], zorder=5,
        )  # fmt: skip


def _uncertain(axes: Axes, spread: pd.DataFrame) -> None:
    """Shade how far the verified score may lie from the expected one."""
    years = list(spread["tahun"])
    for low, high, strength in (("p05", "p95", 0.15), ("p25", "p75", 0.25)):
        axes.fill_between(
            years, list(spread[low]), list(spread[high]), color=PALETTE[4], alpha=strength,
            linewidth=0, zorder=1.5,
        )  # fmt: skip


def _bands(axes: Axes, plan: Plan) -> None:
    low, high = axes.get_ylim()
    bounds = [0.0, *(float(p.batas_bawah) for p in plan.pack.instrument.predicates), 10_000.0]
    names = [NO_PREDICATE, *(p.predikat for p in plan.pack.instrument.predicates)]
    right = axes.get_xlim()[1]
    for place, name in enumerate(names):
        bottom, top = max(low, bounds[place]), min(high, bounds[place + 1])
        if bottom >= top:
            continue
        axes.axhspan(bottom, top, color=_BANDS[place % 2], zorder=0, linewidth=0)
        if bounds[place] > low and place:
            axes.axhline(bounds[place], color="#9AA5B1", linewidth=0.7, zorder=1)
        if top - bottom > (high - low) * 0.05:
            axes.text(
                right - 0.05, (bottom + top) / 2, name, ha="right", va="center",
                fontsize=SMALL, color=MUTED if name == NO_PREDICATE else INK,
            )  # fmt: skip
