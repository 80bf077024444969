"""Charts: absorption against plan, progress by agency, points planned and reached."""

from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kla_plan.indonesian import number, percent, rupiah_short
from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.reported import QUARTER_NAMES, QUARTERS
from kla_plan.report.charts.bars import beside, leave_room, name_rows
from kla_plan.report.charts.style import (
    INK,
    MUTED,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
    wrap,
)

_MILLION: Final = 10**6
#: Bars longer than this share of the drawing hold their own label.
_INSIDE: Final = 0.16
#: Scores that a reader sees as one are labelled once.
_SAME: Final = 0.005
#: Centimetres per agency, and for the axis with the legend.
_BAR, _REST = 0.78, 1.5


def absorption_chart(found: Monitoring, year: int) -> Figure:
    """Draw the spent rupiah up to each reported quarter beside an even share of the pagu."""
    whole = found.whole(year)
    last = max((q.quarter for q in found.quarters(year) if q.reports or q.rupiah), default=0)
    figure, axes = new_chart(
        PORTRAIT, 6.6, f"Realisasi belanja RAD KLA {year} sampai dengan setiap triwulan",
        f"Juta rupiah; pagu setahun {rupiah_short(whole.pagu)}, persentase terhadap pagu setahun",
    )  # fmt: skip
    even = [whole.pagu * quarter / len(QUARTERS) for quarter in QUARTERS]
    spent = [one.so_far for one in found.quarters(year)[:last]]
    axes.bar(
        list(QUARTERS[:last]), spent, color=PALETTE[0], width=0.55, label="realisasi s.d. triwulan"
    )
    axes.plot(
        QUARTERS, even, color=PALETTE[4], marker="o", markersize=4, linestyle="--",
        linewidth=1.4, label="bagian rata pagu setahun",
    )  # fmt: skip
    top = max(*even, *spent, 1)
    for quarter, amount in zip(QUARTERS, spent, strict=False):
        share = f"\n{percent(amount / whole.pagu)}" if whole.pagu else ""
        inside = amount > _INSIDE * top
        axes.annotate(
            f"{number(amount / _MILLION, 0)}{share}", (quarter, amount),
            xytext=(0, -4 if inside else 4), textcoords="offset points", ha="center",
            va="top" if inside else "bottom", fontsize=SMALL, color="white" if inside else INK,
        )  # fmt: skip
    axes.set_xticks(list(QUARTERS), [f"Triwulan {QUARTER_NAMES[q]}" for q in QUARTERS])
    axes.set_xlim(0.4, 4.6)
    axes.set_ylim(0, top * 1.08)
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    indonesian_axis(axes, "y", scale=_MILLION)
    _legend(figure, 2)
    return figure


def agency_chart(found: Monitoring, year: int) -> Figure:
    """Draw delivered volume and spent money of each agency as shares of the year's plan."""
    groups = [group for group in found.agencies(year) if group.planned]
    over = max((line.elapsed for line in found.of(year)), default=0)
    figure, axes = new_chart(
        PORTRAIT, _REST + _BAR * len(groups),
        f"Capaian volume dan belanja menurut OPD, tahun {year}",
        "Persen dari rencana setahun; volume adalah rata-rata capaian kegiatan, masing-masing "
        "paling tinggi 100 %",
    )  # fmt: skip
    volume = [float(group.progress or 0) * 100 for group in groups]
    money = [float(group.money_share or 0) * 100 for group in groups]
    places = range(len(groups))
    up, down = [p - 0.2 for p in places], [p + 0.2 for p in places]
    axes.barh(up, volume, height=0.36, color=PALETTE[2], label="volume")
    axes.barh(down, money, height=0.36, color=PALETTE[3], label="belanja")
    name_rows(axes, [wrap(group.name, 38) for group in groups])
    for place, group in enumerate(groups):
        beside(axes, place - 0.2, volume[place], percent(float(group.progress or 0)))
        text = "tanpa pagu" if group.money_share is None else percent(float(group.money_share))
        beside(axes, place + 0.2, money[place], text)
    if over:
        gone = f"bagian waktu yang sudah lewat ({over} dari 4 triwulan)"
        axes.axvline(
            100 * over / len(QUARTERS), color=PALETTE[4], linewidth=1.2, linestyle="--", zorder=0,
            label=gone,
        )  # fmt: skip
    leave_room(axes, max([*volume, *money, 100.0]))
    indonesian_axis(axes, "x")
    _legend(figure, 3)
    return figure


def points_chart(found: Monitoring) -> Figure:
    """Draw the planned score, the score sheets and what the reports let expect, by year."""
    base = found.plan.pack.profile.base_year
    start = float(found.plan.pack.start_score().total)
    figure, axes = new_chart(
        PORTRAIT, 7.4, f"Nilai KLA {found.plan.pack.profile.full_name}: rencana dan capaian",
        f"Poin penilaian mandiri dari {number(float(found.plan.pack.instrument.maximum))}; tahun "
        f"{base} adalah keadaan awal",
    )  # fmt: skip
    years = [base, *(one.year for one in found.points)]
    planned = [start, *(float(one.planned.total) for one in found.points)]
    promised = dict(zip(years, planned, strict=True))
    reached = [(o.year, float(o.reached.score.total)) for o in found.points if o.reached]
    expected = [(o.year, float(o.expected.total)) for o in found.points if o.expected]
    axes.plot(years, planned, color=PALETTE[0], marker="o", markersize=4.5, label="rencana")
    for year, value in zip(years, planned, strict=True):
        _label(axes, year, value, 7, PALETTE[0])
    for rows, name, mark, colour, above in (
        (expected, "perkiraan dari volume yang dilaporkan", "D", PALETTE[1], -13),
        (reached, "lembar skor", "s", PALETTE[4], -22),
    ):
        if rows:
            when, score = [year for year, _ in rows], [value for _, value in rows]
            axes.scatter(when, score, marker=mark, s=30, color=colour, label=name, zorder=3)
        for year, value in rows:
            if abs(value - promised[year]) >= _SAME:
                _label(axes, year, value, above, colour)
    every = [*planned, *(value for _, value in (*reached, *expected))]
    axes.set_ylim(max(0.0, min(every) - 45), max(every) + 30)
    axes.set_xlim(years[0] - 0.5, years[-1] + 0.5)
    axes.set_xticks(years)
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    axes.tick_params(labelcolor=MUTED)
    indonesian_axis(axes, "y")
    _legend(figure, 3)
    return figure


def _label(axes: Axes, year: int, value: float, above: int, colour: str) -> None:
    axes.annotate(
        number(value, 2), (year, value), xytext=(0, above), textcoords="offset points",
        ha="center", fontsize=SMALL, color=colour,
    )  # fmt: skip


def _legend(figure: Figure, columns: int) -> None:
    figure.legend(loc="outside lower center", ncols=columns, fontsize=SMALL, frameon=False)
