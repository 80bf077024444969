"""Chart: what each predicate costs by each year."""

from matplotlib.figure import Figure

from kla_plan.explain.paths import Frontier
from kla_plan.report.charts.style import (
    BILLION,
    MUTED,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
)

_MARKERS = "os^Dv<>"


def frontier_chart(found: Frontier, basis: str = "verifikasi") -> Figure:
    """Draw rupiah against the first year, one line per predicate; the bar goes down to the bound.

    Years that are proven impossible carry a cross below the axis' lowest value.
    """
    cells = [cell for cell in found.cells if cell.aim.basis == basis]
    figure, axes = new_chart(
        PORTRAIT,
        8.4,
        f"Biaya mencapai dan mempertahankan predikat (nilai {basis})",
        "Miliar rupiah selama cakrawala rencana menurut tahun predikat pertama kali dicapai; garis "
        "tegak turun sampai biaya paling sedikit yang terbukti, tanda × terbukti tidak mungkin",
    )
    years = sorted({cell.aim.year for cell in cells})
    predicates = list(dict.fromkeys(cell.aim.predicate for cell in cells))
    step = 0.5 / max(1, len(predicates))
    for place, predicate in enumerate(predicates):
        mine = [cell for cell in cells if cell.aim.predicate == predicate]
        colour, shift = PALETTE[place % len(PALETTE)], step * (place - (len(predicates) - 1) / 2)
        good = [cell for cell in mine if cell.cost is not None]
        axes.plot(
            [c.aim.year + shift for c in good], [c.cost or 0 for c in good], color=colour,
            marker=_MARKERS[place % len(_MARKERS)], markersize=5, linewidth=1.4, label=predicate,
        )  # fmt: skip
        axes.vlines(
            [c.aim.year + shift for c in good],
            [max(0.0, c.bound) for c in good],
            [c.cost or 0 for c in good],
            color=colour, alpha=0.45, linewidth=2.4,
        )  # fmt: skip
        barred = [c.aim.year + shift for c in mine if c.impossible]
        axes.plot(barred, [0] * len(barred), "x", color=colour, markersize=5)
    axes.set_xticks(years)
    axes.set_ylim(-0.04 * axes.get_ylim()[1], axes.get_ylim()[1])
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    indonesian_axis(axes, "y", scale=BILLION)
    axes.tick_params(colors=MUTED)
    if predicates:
        figure.legend(loc="outside lower center", ncols=len(predicates), fontsize=SMALL,
                      frameon=False)  # fmt: skip
    return figure
