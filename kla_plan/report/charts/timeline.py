"""Chart: which activity runs when, as a grid of activities and years."""

from collections.abc import Hashable, Mapping, Sequence
from math import ceil
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kla_plan.indonesian import number, percent, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.style import (
    EMPTY,
    INK,
    PORTRAIT,
    SMALL,
    cluster_short,
    colours,
    new_chart,
    wrap,
)
from kla_plan.report.tables import matrix, pagu_column, target_column

#: Activities on one chart: as many as stay readable on a page.
PER_PAGE = 30
_MILLION = 10**6


def timeline_chart(plan: Plan, top: int = PER_PAGE) -> Figure:
    """Draw the activities with the most rupiah; the title says how much of the whole they are."""
    table = matrix(plan)
    if table.empty:
        return _draw(plan, table, "Belum ada kegiatan dalam rencana ini")
    largest = table.sort_values(["pagu_total", "kegiatan"], ascending=[False, True]).index[:top]
    shown = table.loc[sorted(largest)]
    rest = len(table) - len(shown)
    total = plan.cost()
    share = int(shown["pagu_total"].sum()) / total if total else 1.0
    if not rest:
        return _draw(plan, shown, f"Jadwal seluruh {number(len(shown))} kegiatan")
    title = f"Jadwal {number(len(shown))} kegiatan dengan anggaran terbesar"
    share_text = (
        f"{percent(share)} dari seluruh anggaran; {number(rest)} kegiatan lain tidak digambar."
    )
    return _draw(plan, shown, title, share_text)


def timeline_charts(plan: Plan, per_page: int = PER_PAGE) -> tuple[Figure, ...]:
    """Draw all activities, so many on each chart."""
    table = matrix(plan)
    pages = ceil(len(table) / per_page)
    return tuple(_page(plan, table, place, per_page) for place in range(1, pages + 1))


def timeline_page(plan: Plan, place: int, per_page: int = PER_PAGE) -> Figure:
    """Draw one of the charts of :func:`timeline_charts`, counted from 1."""
    return _page(plan, matrix(plan), place, per_page)


def _page(plan: Plan, table: pd.DataFrame, place: int, per_page: int) -> Figure:
    rows = table.iloc[(place - 1) * per_page : place * per_page]
    pages = ceil(len(table) / per_page)
    return _draw(plan, rows, f"Jadwal kegiatan, halaman {place} dari {pages}")


def _draw(plan: Plan, table: pd.DataFrame, title: str, note: str = "") -> Figure:
    years = plan.years
    figure, axes = new_chart(
        PORTRAIT,
        1.7 + 0.6 * max(len(table), 1),
        f"{title}, {plan.pack.profile.full_name}",
        f"{note} Angka dalam kotak: juta rupiah; kotak pucat: hanya pembayaran kelanjutan; "
        "tanda –: tanpa biaya".strip(),
    )
    palette = colours(plan.pack.instrument.clusters)
    for place, row in enumerate(table.to_dict("records")):
        _row(axes, place, row, years, palette[row["klaster"]])
    names = [f"{wrap(row['nama'], 50)}" for row in table.to_dict("records")]
    axes.set_yticks(range(len(table)), names, fontsize=6.2, linespacing=0.95)
    axes.set_ylim(max(len(table), 1) - 0.5, -0.5)
    axes.set_xlim(-0.5, len(years) - 0.5)
    axes.set_xticks(range(len(years)), [str(year) for year in years], fontsize=SMALL)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    used = [] if table.empty else list(dict.fromkeys(table["klaster"]))
    _legend(figure, plan, [code for code in palette if code in used], palette)
    return figure


def _row(
    axes: Axes, place: int, row: Mapping[Hashable, Any], years: Sequence[int], colour: str
) -> None:
    for column, year in enumerate(years):
        active = row[target_column(year)] is not None
        rupiah = int(str(row[pagu_column(year)]))
        shade = colour if active else _pale(colour) if rupiah else EMPTY
        box = Rectangle((column - 0.47, place - 0.4), 0.94, 0.8, facecolor=shade, linewidth=0)
        box.set_alpha(1.0 if active or rupiah else 0.55)
        axes.add_patch(box)
        text = _amount(rupiah) if rupiah else "–" if active else ""
        axes.text(
            column, place, text, ha="center", va="center", fontsize=5.8,
            color="white" if active and _dark(colour) else INK,
        )  # fmt: skip


def _amount(rupiah: int) -> str:
    return number(rupiah / _MILLION, 0) if rupiah >= _MILLION else rupiah_short(rupiah)


def _pale(colour: str) -> tuple[float, float, float]:
    red, green, blue = to_rgb(colour)
    return (0.7 + 0.3 * red, 0.7 + 0.3 * green, 0.7 + 0.3 * blue)


def _dark(colour: str) -> bool:
    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue < 0.5


def _legend(figure: Figure, plan: Plan, codes: list[str], palette: dict[str, str]) -> None:
    clusters = plan.pack.instrument.clusters
    handles = [
        Patch(color=palette[code], label=cluster_short(clusters[code].nama)) for code in codes
    ]
    if handles:
        figure.legend(
            handles=handles, loc="outside lower center", ncols=4, fontsize=SMALL, frameon=False
        )
