"""Chart: the price of each rule of fairness."""

from matplotlib.figure import Figure

from kla_plan.explain.band import measure, unit_of
from kla_plan.explain.fairness import Fairness
from kla_plan.explain.risk.price import Price
from kla_plan.report.charts.bars import beside, leave_room, name_rows
from kla_plan.report.charts.style import (
    BILLION,
    EMPTY,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
    wrap,
)


def fairness_chart(found: Fairness) -> Figure:
    """Draw one bar per rule: what the plan loses with it; pale: what the gap leaves open."""
    unit = unit_of(found.plan)
    money = unit == "rupiah"
    names = [*found.prices, *found.without]
    figure, axes = new_chart(
        PORTRAIT,
        max(3.4, 1.0 + 0.85 * len(names)),
        f"Harga setiap aturan keadilan, {found.plan.pack.profile.full_name}",
        ("Miliar rupiah yang bertambah" if money else "Poin tertimbang yang hilang")
        + " dengan aturan itu; bagian pucat: celah pembuktian, harga di dalamnya belum tentu ada",
    )
    longest = 0.0
    for place, (name, price) in enumerate(found.prices.items()):
        kept = price.other is found.plan
        value = max(0.0, _cost(price, money=money))
        doubt = 0.0 if kept else (price.gap or 0.0) * abs(found.plan.proof.objective)
        axes.barh(place, doubt, color=EMPTY, height=0.66)
        axes.barh(place, value, color=PALETTE[0], height=0.4)
        text = "sudah terpenuhi, tanpa harga" if kept else measure(value, unit)
        beside(axes, place, max(value, doubt), text)
        longest = max(longest, value, doubt)
        assert name == names[place]  # noqa: S101 - one order for bars and names
    for place, why in enumerate(found.without.values(), len(found.prices)):
        beside(axes, place, 0.0, why)
    name_rows(axes, [wrap(name, 38) for name in names])
    leave_room(axes, longest, 0.35)
    axes.tick_params(axis="y", labelsize=SMALL)
    indonesian_axis(axes, "x", scale=BILLION if money else 1)
    return figure


def _cost(price: Price, *, money: bool) -> float:
    return float(price.rupiah) if money else price.points
