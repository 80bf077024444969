"""Chart: rupiah per year, stacked by agency, cluster or fund."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from kla_plan.indonesian import number, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.style import (
    BILLION,
    INK,
    PALETTE,
    PORTRAIT,
    REST,
    SMALL,
    cluster_short,
    indonesian_axis,
    new_chart,
    short,
)
from kla_plan.report.tables import Dimension, budget

#: Parts shown by name; the others are one part, "lainnya".
NAMED = 8
_TITLES: dict[Dimension, str] = {
    "opd": "perangkat daerah",
    "klaster": "klaster",
    "sumber_dana": "sumber dana",
}
#: The eighth part needs a colour of its own beside the seven of the palette.
_COLOURS = (*PALETTE, "#8C6D1F")


def budget_chart(plan: Plan, by: Dimension, *, height: float = 8.4) -> Figure:
    """Draw one bar per year, stacked by ``opd`` (the largest eight and the rest), ``klaster`` or
    ``sumber_dana``, with the year's total above it; the height is in centimetres.
    """  # noqa: D205 - one sentence, too long for one line
    parts = _parts(budget(plan, by), plan.years, by)
    figure, axes = new_chart(
        PORTRAIT,
        height,
        f"Anggaran per tahun menurut {_TITLES[by]}, {plan.pack.profile.full_name}",
        f"Miliar rupiah; jumlah {plan.years[0]}–{plan.years[-1]}: {rupiah_short(plan.cost())}",
    )
    years = list(plan.years)
    base = [0] * len(years)
    for name, colour, amounts in parts:
        axes.bar(
            years, amounts, bottom=base, color=colour, width=0.68, label=name,
            edgecolor="white", linewidth=0.4,
        )  # fmt: skip
        base = [below + amount for below, amount in zip(base, amounts, strict=True)]
    for year in years:
        total = plan.cost(year)
        axes.annotate(
            number(total / BILLION, 2), (year, total), xytext=(0, 3), textcoords="offset points",
            ha="center", fontsize=SMALL, color=INK,
        )  # fmt: skip
    axes.set_xticks(years)
    axes.set_ylim(0, max(*base, 1) * 1.1)
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    indonesian_axis(axes, "y", scale=BILLION)
    if parts:
        figure.legend(
            loc="outside lower center", ncols=2 if by == "klaster" else 3, fontsize=SMALL,
            frameon=False,
        )  # fmt: skip
    return figure


def _parts(
    table: pd.DataFrame, years: tuple[int, ...], by: Dimension
) -> list[tuple[str, str, list[int]]]:
    rows = table.to_dict("records")
    if len(rows) > NAMED + 1:
        named, others = rows[:NAMED], rows[NAMED:]
    else:
        named, others = rows, []
    parts = [
        (_name(row, by), _COLOURS[place % len(_COLOURS)], [int(row[year]) for year in years])
        for place, row in enumerate(named)
    ]
    if others:
        rest = [sum(int(row[year]) for row in others) for year in years]
        parts.append((f"{number(len(others))} {_TITLES[by]} lain", REST, rest))
    return parts


def _name(row: Mapping[Hashable, Any], by: Dimension) -> str:
    if by == "klaster":
        return short(str(row["nama"]).replace(" — ", ": "), 52)
    return cluster_short(str(row["kode"]))
