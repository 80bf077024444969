"""Chart: the price of robustness against the number of costs that jump at once."""

from matplotlib.figure import Figure

from kla_plan.explain.band import measure, unit_of
from kla_plan.explain.risk.curve import Toughness
from kla_plan.indonesian import number, percent
from kla_plan.report.charts.style import (
    BILLION,
    INK,
    MUTED,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
)


def toughness_chart(found: Toughness) -> Figure:
    """Draw what surviving the worst k jumps in cost costs, one bar per k; none costs nothing."""
    unit = unit_of(found.plan)
    money = unit == "rupiah"
    figure, axes = new_chart(
        PORTRAIT,
        6.4,
        f"Harga ketahanan terhadap lonjakan biaya {percent(found.jump)}",
        ("Miliar rupiah yang bertambah" if money else "Poin tertimbang yang hilang")
        + " menurut banyaknya kegiatan yang biayanya melonjak sekaligus, kegiatan mana pun itu",
    )
    counts = [0, *sorted({*found.prices, *found.without})]
    values = {count: max(0.0, found.cost(count)) for count in found.prices}
    most = max(values.values(), default=0.0)
    for place, count in enumerate(counts):
        if count in found.without:
            axes.annotate(found.without[count], (place, 0), xytext=(0, 4), rotation=90,
                          textcoords="offset points", ha="center", va="bottom", fontsize=SMALL,
                          color=MUTED)  # fmt: skip
            continue
        value = values.get(count, 0.0)
        limit = count in found.borrowed
        axes.bar(place, value, color=PALETTE[3] if limit else PALETTE[0], width=0.55)
        text = f"paling banyak\n{measure(value, unit)}" if limit else measure(value, unit)
        axes.annotate(text, (place, value), xytext=(0, 3),
                      textcoords="offset points", ha="center", fontsize=SMALL,
                      color=INK)  # fmt: skip
    names = ["tanpa\nketahanan", *(f"{number(count)} kegiatan" for count in counts[1:])]
    axes.set_xticks(range(len(counts)), names)
    axes.set_ylim(0, max(most, 1e-9) * 1.2)
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    indonesian_axis(axes, "y", scale=BILLION if money else 1)
    return figure
