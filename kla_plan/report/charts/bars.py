"""Horizontal bars with names and amounts beside them, as several charts need them."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from kla_plan.report.charts.style import INK, SMALL


def name_rows(axes: Axes, names: Sequence[str], *, lines: bool = True) -> None:
    """Write the names of the rows, the first one on top, and pale lines behind the bars."""
    axes.set_yticks(range(len(names)), names, fontsize=SMALL)
    axes.set_ylim(max(len(names), 1) - 0.4, -0.6)
    if lines:
        axes.xaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)


def beside(axes: Axes, place: float, value: float, text: str) -> None:
    """Write an amount to the right of its bar."""
    axes.annotate(
        text, (max(value, 0.0), place), xytext=(4, 0), textcoords="offset points", va="center",
        fontsize=SMALL, color=INK,
    )  # fmt: skip


def leave_room(axes: Axes, most: float, share: float = 0.22) -> None:
    """Leave room to the right of the longest bar for what stands beside it."""
    axes.set_xlim(0, max(most, 1e-9) * (1 + share))
