"""Chart: points reached now, points a plan adds, points still missing, one bar each."""

from collections.abc import Sequence
from fractions import Fraction

from matplotlib.figure import Figure

from kla_plan.indonesian import number
from kla_plan.report.charts.bars import beside, leave_room, name_rows
from kla_plan.report.charts.style import (
    EMPTY,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
    wrap,
)

#: Centimetres per bar, and for the axis with the legend.
_BAR, _REST = 0.62, 1.25


def standing_chart(
    rows: Sequence[tuple[str, Fraction, Fraction, Fraction]],
    title: str,
    years: tuple[int, int],
    *,
    width: float = PORTRAIT,
) -> Figure:
    """Draw one bar per row.

    Parameters
    ----------
    rows
        Name, points now, points at the end, most points.
    years
        Year of the points now and of those at the end.
    width
        Width on paper in centimetres.
    """
    before, last = years
    figure, axes = new_chart(
        width,
        _REST + _BAR * len(rows),
        title,
        f"Poin penilaian mandiri: akhir {before} → {last} menurut rencana, dari poin maksimum",
    )
    tops = [float(most) for _, _, _, most in rows]
    now = [float(value) for _, value, _, _ in rows]
    gained = [max(0.0, float(after - value)) for _, value, after, _ in rows]
    places = range(len(rows))
    axes.barh(places, tops, color=EMPTY, height=0.66, label="belum diraih")
    axes.barh(places, now, color=PALETTE[0], height=0.66, label=f"diraih akhir {before}")
    axes.barh(
        places, gained, left=now, color=PALETTE[3], height=0.66, label=f"tambahan sampai {last}"
    )
    name_rows(axes, [wrap(name, 52) for name, _, _, _ in rows])
    for place, (_, value, after, most) in enumerate(rows):
        text = f"{number(value)} → {number(after)} dari {number(most)}"
        beside(axes, place, float(most), text)
    leave_room(axes, max(tops, default=0.0), 0.42)
    indonesian_axis(axes, "x")
    figure.legend(loc="outside lower center", ncols=3, fontsize=SMALL, frameon=False)
    return figure
