"""A grid of labelled cells shaded by size, with sums on its edges, as several charts need it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from kla_plan.report.charts.style import INK, PORTRAIT, SMALL, new_chart

_SUM = (0.945, 0.957, 0.969, 1.0)
_FIGURES = 6.4


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours of a grid: from white to its darkest tone, and the look of the lines in between.

    ``dark`` is the shade from which figures are written white.
    """

    scale: LinearSegmentedColormap
    line: Mapping[str, Any]
    dark: float


#: For what is reached or gained.
BLUE = Tones(
    LinearSegmentedColormap.from_list("kla", ["#FFFFFF", "#A9CDE6", "#0072B2"]),
    {"color": "white", "linewidth": 1.4},
    0.62,
)
#: For what is lacking; the lines show cells that stay empty.
ORANGE = Tones(
    LinearSegmentedColormap.from_list("panas", ["#FFFFFF", "#F5C9A8", "#D55E00"]),
    {"color": "#D8D8D8", "linewidth": 0.6},
    0.7,
)


@dataclass(frozen=True, slots=True)
class ShadedGrid:
    """What a grid shows.

    Attributes
    ----------
    shades
        One row per name: from 0 (white) to 1 (dark); ``None`` for the cell of a sum.
    labels
        What is written in the cells; empty for nothing.
    height
        Height of a row in centimetres.
    tones
        The colours of the shades.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    shades: Sequence[Sequence[float | None]]
    labels: Sequence[Sequence[str]]
    height: float = 0.52
    tones: Tones = BLUE


def shaded_grid(grid: ShadedGrid, title: str, unit: str) -> Figure:
    """Draw the grid with its names on the left and its columns on top."""
    figure, axes = new_chart(PORTRAIT, 1.1 + grid.height * max(len(grid.rows), 1), title, unit)
    colours = [
        [_SUM if shade is None else grid.tones.scale(min(max(shade, 0.0), 1.0)) for shade in row]
        for row in grid.shades
    ]
    axes.imshow(colours, aspect="auto", interpolation="nearest")
    for place, (shades, labels) in enumerate(zip(grid.shades, grid.labels, strict=True)):
        for column, (shade, label) in enumerate(zip(shades, labels, strict=True)):
            if label:
                axes.text(
                    column, place, label, ha="center", va="center", fontsize=_FIGURES,
                    color="white" if (shade or 0.0) > grid.tones.dark else INK,
                )  # fmt: skip
    axes.set_yticks(range(len(grid.rows)), list(grid.rows), fontsize=SMALL)
    axes.set_xticks(range(len(grid.columns)), list(grid.columns), fontsize=SMALL)
    high, wide = len(grid.rows) - 0.5, len(grid.columns) - 0.5
    line = grid.tones.line
    axes.hlines([place + 0.5 for place in range(len(grid.rows))], -0.5, wide, **line)
    axes.vlines([place + 0.5 for place in range(len(grid.columns))], -0.5, high, **line)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    return figure
