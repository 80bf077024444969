"""Chart: the steps of planning, budgeting, change and evaluation, month by month."""

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from kla_plan.indonesian import tanggal
from kla_plan.report.calendar import GROUPS, Step
from kla_plan.report.charts.style import INK, LANDSCAPE, MUTED, PALETTE, SMALL, new_chart, wrap

_LETTERS = "JFMAMJJASOND"
#: Planning and change are told apart by more than the shade of one blue.
_COLOURS = (PALETTE[0], PALETTE[1], PALETTE[2], PALETTE[5], PALETTE[4])


def calendar_chart(year: int, steps: Sequence[Step], day: date | None = None) -> Figure:
    """Draw one bar per step; estimated months are pale and hatched, ``day`` is a line.

    Parameters
    ----------
    day
        Today; left out where it lies outside the steps, or is not given.
    """
    first = min(step.begin for step in steps)
    last = max(step.end for step in steps)
    length = _place(last, first) + 1
    figure, axes = new_chart(
        LANDSCAPE,
        0.9 + 0.42 * len(steps),
        f"Kalender perencanaan dan evaluasi tahun anggaran {year}",
        "Satu kotak satu bulan; arsir: bulan perkiraan, ditetapkan oleh agenda daerah",
    )
    palette = dict(zip(GROUPS, _COLOURS, strict=True))
    for row, step in enumerate(steps):
        begin, end = _place(step.begin, first), _place(step.end, first)
        axes.barh(
            row, end - begin + 1, left=begin, height=0.66, color=palette[step.group],
            alpha=0.45 if step.estimated else 1.0, hatch="////" if step.estimated else None,
            edgecolor="white", linewidth=0.0,
        )  # fmt: skip
    axes.set_yticks(range(len(steps)), [wrap(step.name, 60) for step in steps], fontsize=SMALL)
    axes.set_ylim(len(steps) - 0.5, -0.5)
    _months(axes, first, length)
    _today(axes, first, length, day)
    axes.tick_params(length=0)
    used = {step.group for step in steps}
    figure.legend(
        handles=[Patch(color=palette[group], label=group) for group in GROUPS if group in used],
        loc="outside lower center", ncols=len(used), fontsize=SMALL, frameon=False,
    )  # fmt: skip
    return figure


def _place(month: tuple[int, int], first: tuple[int, int]) -> int:
    """Months from the first one."""
    return 12 * (month[0] - first[0]) + month[1] - first[1]


def _months(axes: Axes, first: tuple[int, int], length: int) -> None:
    months = [(first[0] + (first[1] - 1 + n) // 12, (first[1] - 1 + n) % 12) for n in range(length)]
    axes.set_xlim(0, length)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    for n, (year, month) in enumerate(months):
        _above(axes, n + 0.5, _LETTERS[month], 2, size=6)
        axes.axvline(n, color="#8A8A8A" if month == 0 else "#E6E6E6", linewidth=0.6, zorder=0)
        if month == 0 or n == 0:
            room = 12 - month if n == 0 else min(12, length - n)
            if room >= 3:
                _above(axes, n + room / 2, str(year), 12, size=SMALL, weight="bold")


def _above(
    axes: Axes, place: float, text: str, gap: float, *, size: float, weight: str = "normal"
) -> None:
    # Texts, not ticks: three dozen ticks take longer than all the bars.
    axes.annotate(
        text, (place, 1), xycoords=("data", "axes fraction"), xytext=(0, gap),
        textcoords="offset points", ha="center", fontsize=size, weight=weight, color=INK,
    )  # fmt: skip


def _today(axes: Axes, first: tuple[int, int], length: int, day: date | None) -> None:
    if day is None:
        return
    place = _place((day.year, day.month), first) + (day.day - 1) / 31
    if 0 <= place <= length:
        axes.axvline(place, color=MUTED, linewidth=1.2, linestyle="--")
        axes.annotate(
            tanggal(day), (place, 0), xycoords=("data", "axes fraction"), xytext=(0, -9),
            textcoords="offset points", ha="center", fontsize=6.2, color=MUTED,
        )  # fmt: skip
