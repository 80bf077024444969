"""Chart: a heat map, rows by columns, with the number of each cell written into it."""

from collections.abc import Sequence

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from kla_plan.indonesian import number
from kla_plan.report.charts.style import INK, PORTRAIT, SMALL, new_chart, short

#: From white to the dark orange of the palette; the eye takes dark for much.
_COLOURS = LinearSegmentedColormap.from_list("panas", ["#FFFFFF", "#F5C9A8", "#D55E00"])
#: Above this share of the largest value a number is written in white.
_DARK = 0.7
_ROW = 0.42


def heat_chart(
    title: str,
    unit: str,
    rows: Sequence[str],
    columns: Sequence[str],
    values: Sequence[Sequence[float]],
    *,
    decimals: int = 1,
) -> Figure:
    """Draw one cell per row and column, the darker the larger its value; zeros stay empty.

    Parameters
    ----------
    rows, columns
        Their names, from the top and from the left.
    values
        Values by row and column, none of them negative.
    decimals
        Decimals of the written numbers.
    """
    figure, axes = new_chart(PORTRAIT, 1.4 + _ROW * len(rows), title, unit)
    largest = max((value for row in values for value in row), default=0.0) or 1.0
    axes.imshow(values, cmap=_COLOURS, vmin=0, vmax=largest, aspect="auto")
    for down, row in enumerate(values):
        for across, value in enumerate(row):
            if value > 0:
                colour = "#FFFFFF" if value > _DARK * largest else INK
                axes.text(
                    across, down, number(value, decimals), ha="center", va="center",
                    fontsize=SMALL, color=colour,
                )  # fmt: skip
    axes.set_xticks(range(len(columns)), columns, fontsize=SMALL)
    axes.set_yticks(range(len(rows)), [short(name, 46) for name in rows], fontsize=SMALL)
    axes.set_xticks([place - 0.5 for place in range(1, len(columns))], minor=True)
    axes.set_yticks([place - 0.5 for place in range(1, len(rows))], minor=True)
    axes.grid(which="minor", color="#D8D8D8", linewidth=0.6)
    axes.tick_params(which="both", length=0)
    axes.xaxis.tick_top()
    for side in axes.spines.values():
        side.set_visible(False)
    return figure
