"""Charts: the probability of each predicate by year, and how the verified score may spread."""

import pandas as pd
from matplotlib.figure import Figure

from kla_plan.explain.risk.discount import Discount
from kla_plan.explain.risk.simulate import Simulation
from kla_plan.indonesian import number, percent
from kla_plan.instrument import NO_PREDICATE
from kla_plan.report.charts.style import (
    EMPTY,
    INK,
    MUTED,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
)

#: From no predicate to the highest: pale to dark, so that the order is seen without the legend.
_SHADES = (EMPTY, "#CFE1F2", "#93C4DF", "#4A98C9", "#1764AB", "#08306B")


def predicate_chart(simulation: Simulation) -> Figure:
    """Draw the probability of each predicate after verification as one stacked bar per year."""
    table = simulation.predicates()
    figure, axes = new_chart(
        PORTRAIT,
        7.6,
        f"Peluang predikat {simulation.plan.pack.profile.full_name} setelah verifikasi",
        f"Persen dari {number(simulation.draws)} jalannya rencana; potongan verifikasi menurut "
        f"{number(len(simulation.uncertainty.discount.pairs))} pasangan nilai",
    )
    years = list(simulation.plan.years)
    names = [NO_PREDICATE, *(p.predikat for p in simulation.plan.pack.instrument.predicates)]
    base = [0.0] * len(years)
    for place, name in enumerate(names):
        part = [float(v) * 100 for v in table.loc[table["predikat"] == name, "peluang"]]
        shade = _SHADES[min(place, len(_SHADES) - 1)]
        axes.bar(years, part, bottom=base, color=shade, width=0.72, label=name,
                 edgecolor="white", linewidth=0.5)  # fmt: skip
        for year, height, below in zip(years, part, base, strict=True):
            if height >= 6:
                axes.text(year, below + height / 2, number(height, 0), ha="center", va="center",
                          fontsize=SMALL, color="white" if place > 2 else INK)  # fmt: skip
        base = [below + height for below, height in zip(base, part, strict=True)]
    axes.set_ylim(0, 100)
    axes.set_xticks(years)
    indonesian_axis(axes, "y")
    figure.legend(loc="outside lower center", ncols=6, fontsize=SMALL, frameon=False)
    return figure


def spread_chart(simulation: Simulation) -> Figure:
    """Draw the spread of the verified score by year: half and nine tenths of the courses."""
    table = simulation.scores()
    figure, axes = new_chart(
        PORTRAIT,
        7.6,
        "Seberapa jauh nilai verifikasi dapat menyimpang",
        "Poin; pita gelap memuat separuh, pita terang sembilan persepuluh dari jalannya rencana",
    )
    years = list(table["tahun"])
    axes.fill_between(years, list(table["p05"]), list(table["p95"]), color="#DCEAF5", linewidth=0)
    axes.fill_between(years, list(table["p25"]), list(table["p75"]), color="#9CC3E4", linewidth=0)
    axes.plot(years, list(table["p50"]), color=PALETTE[0], marker="o", markersize=4,
              linewidth=1.6, label="Nilai verifikasi, tengah")  # fmt: skip
    axes.plot(years, list(table["mandiri"]), color=PALETTE[4], marker="s", markersize=4,
              linewidth=1.2, linestyle="--", label="Nilai mandiri menurut rencana")  # fmt: skip
    axes.set_xlim(years[0] - 0.3, years[-1] + 0.9)
    low, high = axes.get_ylim()
    for row in simulation.plan.pack.instrument.predicates:
        bound = float(row.batas_bawah)
        if low < bound < high:
            axes.axhline(bound, color="#9AA5B1", linewidth=0.7, zorder=0)
            axes.text(years[-1] + 0.85, bound, row.predikat, ha="right", va="bottom",
                      fontsize=SMALL, color=MUTED)  # fmt: skip
    axes.set_xticks(years)
    indonesian_axis(axes, "y")
    figure.legend(loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)
    return figure


def discount_chart(discount: Discount) -> Figure:
    """Draw the real pairs of scores and the interval that follows from so few of them."""
    low, high = discount.interval()
    figure, axes = new_chart(
        PORTRAIT,
        1.4 + 0.7 * len(discount.pairs),
        f"Potongan verifikasi pada {number(len(discount.pairs))} daerah yang nilainya diketahui",
        f"Persen nilai mandiri yang hilang; pita: perkiraan 80 % bagi daerah berikutnya, "
        f"{percent(low)} sampai {percent(high)}; garis: nilai tengahnya",
    )
    pairs = sorted(discount.pairs, key=lambda pair: pair.ratio)
    losses = [100 * (1 - pair.ratio) for pair in pairs]
    axes.axvspan(100 * low, 100 * high, color="#DCEAF5", linewidth=0, zorder=0)
    axes.axvline(100 * discount.typical, color=PALETTE[0], linewidth=1.2, zorder=1)
    axes.scatter(losses, range(len(pairs)), color=PALETTE[4], s=26, zorder=2)
    for place, loss in enumerate(losses):
        axes.annotate(f"{number(loss, 1)} %", (loss, place), xytext=(6, -2),
                      textcoords="offset points", fontsize=SMALL, color=INK)  # fmt: skip
    axes.set_yticks(range(len(pairs)), [f"{pair.region} {pair.year}" for pair in pairs])
    axes.set_ylim(-0.6, len(pairs) - 0.4)
    axes.set_xlim(0, max(100 * high, *losses) * 1.15)
    indonesian_axis(axes, "x")
    return figure


def causes_chart(causes: pd.DataFrame, measure: str = "beda_poin_akhir") -> Figure:
    """Draw what each cause changed between the old and the new plan, as steps.

    Parameters
    ----------
    causes
        As :meth:`kla_plan.explain.replan.Replan.causes` returns it.
    """
    figure, axes = new_chart(
        PORTRAIT,
        6.4,
        "Dari rencana lama ke rencana baru, sebab demi sebab",
        "Poin nilai mandiri pada tahun terakhir; biru menambah, jingga mengurangi; sumbu tidak "
        "mulai dari nol",
    )
    after = [float(value) for value in causes["poin_akhir"]]
    moved = [float(value) for value in causes[measure]]
    places = range(len(after))
    axes.bar(0, after[0], color="#B8B8B8", width=0.6)
    for place in places:
        if place:
            colour = PALETTE[0] if moved[place] >= 0 else PALETTE[1]
            base = after[place] - moved[place]
            axes.bar(place, moved[place], bottom=base, color=colour, width=0.6)
            line = [place - 1.3, place + 0.3]
            axes.plot(line, [after[place - 1]] * 2, color="#9AA5B1", linewidth=0.7)
        sign = "+" if place and moved[place] >= 0 else ""
        text = sign + number(moved[place] if place else after[0], 1)
        top = max(after[place], after[place] - moved[place] if place else 0.0)
        axes.annotate(text, (place, top), xytext=(0, 3), textcoords="offset points",
                      ha="center", fontsize=SMALL, color=INK)  # fmt: skip
    span = max(after) - min(after)
    axes.set_ylim(max(0.0, min(after) - max(10.0, span)), max(after) + max(5.0, span * 0.4))
    axes.set_xticks(list(places), [str(cause) for cause in causes["sebab"]], fontsize=SMALL)
    indonesian_axis(axes, "y")
    return figure
