"""Chart: the ladder of what each rule costs."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kla_plan.explain.band import unit_of
from kla_plan.explain.ladder import KINDS, RulePrice, RulePrices
from kla_plan.indonesian import number, rupiah_short
from kla_plan.report.charts.bars import name_rows
from kla_plan.report.charts.style import (
    BILLION,
    INK,
    PALETTE,
    PORTRAIT,
    REST,
    SMALL,
    indonesian_axis,
    new_chart,
    short,
)

#: Most rungs of the ladder.
RUNGS = 15


def rule_price_chart(found: RulePrices, *, kinds: bool = False) -> Figure:
    """Draw one bar per rule: what was won without it; the line reaches from the least to the most.

    Parameters
    ----------
    kinds
        Whole kinds of rules in place of single rules.
    """
    rungs = (found.kinds if kinds else found.prices)[:RUNGS]
    money = unit_of(found.plan) == "rupiah"
    figure, axes = new_chart(
        PORTRAIT,
        max(3.0, 0.8 + 0.6 * len(rungs)),
        "Harga setiap jenis aturan" if kinds else "Harga setiap aturan",
        ("Miliar rupiah" if money else "Poin tertimbang")
        + "; batang: perbaikan yang ditemukan tanpa aturan itu, garis: paling sedikit sampai "
        "paling banyak, garis putus-putus: hanya batas atasnya yang diketahui",
    )
    for place, rung in enumerate(rungs):
        band, seen = rung.price, rung.seen
        if band is None:
            _only_bounded(axes, place, rung.limit)
            continue
        axes.barh(place, seen, color=PALETTE[0], height=0.62)
        if band.most < float("inf"):
            axes.hlines(place, band.least, band.most, color=INK, linewidth=1.0)
            axes.plot([band.least, band.most], [place, place], "|", color=INK, markersize=6)
        axes.annotate(
            rupiah_short(seen) if money else number(seen), (max(seen, 0), place), xytext=(3, 6),
            textcoords="offset points", fontsize=SMALL, color=INK,
        )  # fmt: skip
    name_rows(axes, [_label(rung) for rung in rungs])
    axes.axvline(0, color=REST, linewidth=0.8)
    indonesian_axis(axes, "x", scale=BILLION if money else 1)
    return figure


def _only_bounded(axes: Axes, place: int, limit: float) -> None:
    if limit < float("inf"):
        axes.hlines(place, 0, limit, color=REST, linewidth=1.0, linestyle="dashed")
        axes.plot([limit], [place], "|", color=REST, markersize=6)


def _label(rung: RulePrice) -> str:
    return short(rung.rule or KINDS[rung.kind], 56)
