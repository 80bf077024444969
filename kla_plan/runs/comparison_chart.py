"""Chart: the verified score and the yearly cost of several plans."""

from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kla_plan.plan.plan import Plan
from kla_plan.report.charts.style import (
    BILLION,
    CENTIMETRE,
    INK,
    LARGE,
    MUTED,
    NORMAL,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
)

#: A sign per plan besides its colour, for readers and printers without colours.
_MARKERS = "osD^vP"


def comparison_chart(plans: Mapping[str, Plan]) -> Figure:
    """Draw two panels over the years: expected verified score, and rupiah; one colour per plan."""
    figure = Figure(figsize=(PORTRAIT * CENTIMETRE, 13 * CENTIMETRE), layout="constrained")
    figure.suptitle("Perbandingan rencana", x=0.01, ha="left", fontsize=LARGE, weight="bold")
    upper, lower = figure.subplots(2, 1, sharex=True)
    for place, (name, plan) in enumerate(plans.items()):
        colour = PALETTE[place % len(PALETTE)]
        years = list(plan.years)
        scores = [float(plan.verified_total(year)) for year in years]
        marker = _MARKERS[place % len(_MARKERS)]
        upper.plot(years, scores, color=colour, marker=marker, markersize=4, label=name)
        money = [plan.cost(year) / BILLION for year in years]
        lower.plot(years, money, color=colour, marker=marker, markersize=4)
    _panel(upper, "Perkiraan nilai setelah verifikasi, poin")
    _panel(lower, "Anggaran per tahun, miliar rupiah")
    lower.set_ylim(bottom=0)
    years = sorted({year for plan in plans.values() for year in plan.years})
    lower.set_xticks(years)
    lower.set_xlim(years[0] - 0.3, years[-1] + 0.9)
    _predicates(upper, next(iter(plans.values())))
    figure.legend(loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)
    return figure


def _panel(axes: Axes, unit: str) -> None:
    axes.set_title(unit, loc="left", fontsize=NORMAL, color=MUTED)
    axes.tick_params(labelsize=NORMAL)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    axes.set_axisbelow(True)
    indonesian_axis(axes, "y")


def _predicates(axes: Axes, plan: Plan) -> None:
    """Mark the bounds of the predicates that lie within the scores shown."""
    low, high = axes.get_ylim()
    for predicate in plan.pack.instrument.predicates:
        bound = float(predicate.batas_bawah)
        if low < bound < high:
            axes.axhline(bound, color="#9AA5B1", linewidth=0.8, zorder=0)
            axes.annotate(
                predicate.predikat,
                (1.0, bound),
                xycoords=("axes fraction", "data"),
                xytext=(-2, 2),
                textcoords="offset points",
                ha="right",
                fontsize=SMALL,
                color=INK,
            )
