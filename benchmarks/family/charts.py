"""Charts of the family, from ``results/keluarga.json`` alone."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from benchmarks.family.medians import middle
from benchmarks.family.opponents import OPPONENTS, OURS, REFERENCE
from benchmarks.family.run import GROWTH_SIZE, GROWTH_TIGHTNESS
from benchmarks.family.summary import FAILED
from kla_plan.indonesian import number
from kla_plan.report.charts.style import (
    INK,
    LANDSCAPE,
    MUTED,
    NORMAL,
    PALETTE,
    REST,
    SMALL,
    new_chart,
)

type Result = Mapping[str, Any]
type Rows = Sequence[Mapping[str, Any]]

#: How the kinds of ceilings are called.
KINDS = {"longgar": "Pagu longgar", "ketat": "Pagu ketat", "sangat_ketat": "Pagu sangat ketat"}
#: Ticks of seconds and of memory that people read without counting zeros.
_SECONDS = (0.1, 0.3, 1, 3, 10, 30, 60, 120, 300)
_MARKERS = ("o", "s", "^", "D", "v", "P")
_HEIGHT = 8.0


def time_chart(result: Result) -> Figure:
    """Draw the seconds to a proven gap of 1 %: a panel per kind of ceilings, a line per solver.

    Small marks are single cities, lines join the medians of a size. What was not proven within
    the limit stands on the limit's line, hollow.
    """
    limit = result["setelan"]["batas_detik"]
    runs = [run for run in _counted(result) if run["tahun"] == result["setelan"]["tahun"]]
    kinds = [kind for kind in KINDS if any(run["pagu"] == kind for run in runs)]
    figure, panels = _panels(
        max(1, len(kinds)),
        "Waktu sampai celah 1 % terbukti",
        f"Detik (skala logaritma) menurut banyaknya kegiatan, {_setting(result)}; garis: median; "
        f"tanda kosong: belum terbukti dalam {number(limit)} detik",
        alike=True,
    )
    for axes, kind in zip(panels, kinds, strict=False):
        chosen = [run for run in runs if run["pagu"] == kind]
        _lines(axes, chosen, "kegiatan", "ke_1_persen", limit)
        axes.set_title(KINDS[kind], fontsize=NORMAL, color=INK, loc="left")
        axes.set_xlabel("kegiatan", fontsize=SMALL, color=MUTED)
        _seconds_axis(axes, limit)
    _legend(figure, panels)
    return figure


def growth_chart(result: Result) -> Figure:
    """Draw time and memory against activities and against years, ours beside the textbook."""
    limit, years = result["setelan"]["batas_detik"], result["setelan"]["tahun"]
    pair = [run for run in _counted(result) if run["lawan"] in {OURS, REFERENCE}]
    tight = [run for run in pair if run["pagu"] == GROWTH_TIGHTNESS]
    by_size = [run for run in tight if run["tahun"] == years]
    by_years = [run for run in tight if run["kegiatan"] == GROWTH_SIZE]
    figure, panels = _panels(
        4,
        "Pertumbuhan waktu dan memori",
        f"Pagu ketat, {_setting(result)}; kiri: {years} tahun, kanan: {GROWTH_SIZE} kegiatan; "
        "garis: median",
    )
    wishes: Sequence[tuple[Rows, str, str, str]] = (
        (by_size, "kegiatan", "ke_1_persen", "Detik ke celah 1 %"),
        (by_size, "kegiatan", "memori_puncak_mib", "Memori puncak (MiB)"),
        (by_years, "tahun", "ke_1_persen", "Detik ke celah 1 %"),
        (by_years, "tahun", "memori_puncak_mib", "Memori puncak (MiB)"),
    )
    for axes, (rows, across, measure, title) in zip(panels, wishes, strict=True):
        timed = measure == "ke_1_persen"
        _lines(axes, rows, across, measure, limit if timed else None)
        axes.set_title(title, fontsize=NORMAL, color=INK, loc="left")
        axes.set_xlabel(across, fontsize=SMALL, color=MUTED)
        if timed:
            _seconds_axis(axes, limit)
        else:
            most = max((row[measure] for row in rows if row[measure] is not None), default=1.0)
            axes.set_ylim(0, most * 1.08)
            axes.yaxis.set_major_formatter(_format(number))
    _legend(figure, panels)
    return figure


def _counted(result: Result) -> Rows:
    """Return the runs that are results: failures are in the table, not in a chart."""
    return [run for run in result["lari"] if run["status"] != FAILED]


def _panels(count: int, title: str, unit: str, *, alike: bool = False) -> tuple[Figure, list[Axes]]:
    """Return a wide chart of the house with panels side by side, all with one scale if alike."""
    figure, first = new_chart(LANDSCAPE, _HEIGHT, title, unit)
    first.remove()
    panels = list(figure.subplots(1, count, squeeze=False, sharey=alike)[0])
    for axes in panels:
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        for side in ("left", "bottom"):
            axes.spines[side].set_color("#A0A0A0")
        axes.tick_params(labelsize=SMALL, color="#A0A0A0", labelcolor=INK)
        axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
        axes.set_axisbelow(True)
    return figure, panels


def _lines(axes: Axes, rows: Rows, across: str, measure: str, limit: float | None) -> None:
    """Draw every solver's single runs and medians over the values of one column."""
    places = {value: at for at, value in enumerate(sorted({row[across] for row in rows}))}
    timed = limit is not None
    solvers = [
        name
        for name, opponent in OPPONENTS.items()
        if (opponent.proves or not timed) and any(row["lawan"] == name for row in rows)
    ]
    for turn, name in enumerate(solvers):
        mine = [row for row in rows if row["lawan"] == name]
        look: dict[str, Any] = {"color": colour(name), "marker": _MARKERS[turn % len(_MARKERS)]}
        shift = (turn - (len(solvers) - 1) / 2) * 0.09
        for row in mine:
            _mark(axes, places[row[across]] + shift, row[measure], limit, look)
        middles = {
            value: middle(row[measure] for row in mine if row[across] == value)
            for value in places
            if any(row[across] == value for row in mine)
        }
        # no line over a size whose median was not proven within the limit
        heights = [math.nan if m is None else m for m in middles.values()]
        axes.plot(
            [places[value] + shift for value in middles], heights,
            linewidth=2.0 if name == OURS else 1.2, markersize=5, label=OPPONENTS[name].label,
            zorder=4 if name == OURS else 3, **look,
        )  # fmt: skip
    if limit:
        axes.axhline(limit, color=REST, linewidth=0.9, linestyle=(0, (4, 3)), zorder=1)
    axes.set_xticks(list(places.values()), [number(value) for value in places])
    axes.set_xlim(-0.5, max(len(places) - 0.5, 0.5))


def _mark(
    axes: Axes, at: float, value: float | None, limit: float | None, look: Mapping[str, Any]
) -> None:
    height = limit if value is None else value
    if height is None:
        return
    inside = "white" if value is None else look["color"]
    axes.plot(
        [at], [height], linestyle="none", markersize=3, alpha=0.55, markerfacecolor=inside,
        zorder=2, **look,
    )  # fmt: skip


def colour(name: str) -> str:
    """Return the colour of a solver, the same in every chart."""
    return PALETTE[list(OPPONENTS).index(name) % len(PALETTE)]


def _seconds_axis(axes: Axes, limit: float) -> None:
    axes.set_yscale("log")
    low, high = axes.get_ylim()
    axes.set_ylim(min(low, 0.3), max(high, limit * 1.5))
    axes.yaxis.set_major_locator(FixedLocator([s for s in _SECONDS if s <= limit * 1.5]))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(_format(number))


def _format(text: Callable[[float], str]) -> FuncFormatter:
    return FuncFormatter(lambda value, _: text(float(value)))


def _legend(figure: Figure, panels: Sequence[Axes]) -> None:
    shown: dict[str, Any] = {}
    for axes in panels:
        handles, labels = axes.get_legend_handles_labels()
        shown.update(zip(labels, handles, strict=True))
    if shown:
        figure.legend(
            list(shown.values()), list(shown), loc="outside lower center", ncols=len(shown),
            fontsize=SMALL, frameon=False,
        )  # fmt: skip


def _setting(result: Result) -> str:
    threads = result["setelan"]["utas"]
    return f"{threads} utas, {result['mesin'].get('prosesor') or 'prosesor tidak dikenal'}"
