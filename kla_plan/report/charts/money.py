"""Charts: score against budget with the gap as a band, and where extra money is worth most."""

from matplotlib.figure import Figure

from kla_plan.explain.band import unit_of
from kla_plan.explain.money import MoneyPoint, ValueOfMoney
from kla_plan.indonesian import rupiah_short
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

#: Most bars in one chart.
BARS = 15


def money_chart(found: ValueOfMoney) -> Figure:
    """Draw the objective against the money of the horizon; the band reaches up to the bound."""
    name = found.plan.pack.profile.full_name
    unit = unit_of(found.plan)
    what = "Nilai tertimbang" if unit == "poin" else "Biaya rencana"
    measured = "poin tertimbang" if unit == "poin" else "miliar rupiah"
    figure, axes = new_chart(
        PORTRAIT,
        8.0,
        f"{what} terhadap pagu, {name}",
        f"Sumbu datar: perubahan pagu dalam miliar rupiah; sumbu tegak: {measured}. "
        "Titik adalah rencana yang ditemukan, pita sampai batas yang terbukti",
    )
    own = found.plan.proof
    rows = [(p.change.rupiah, p.value, p.bound) for p in found.levels]
    rows = sorted([*rows, (0, own.objective, own.bound)], key=lambda row: row[0])
    known = [(money, value, bound) for money, value, bound in rows if value is not None]
    xs = [money for money, _, _ in known]
    values = [value for _, value, _ in known]
    tops = [value if bound is None else bound for _, value, bound in known]
    axes.fill_between(
        xs, values, tops, color=PALETTE[0], alpha=0.18, linewidth=0, label="sampai batas terbukti"
    )
    axes.plot(xs, values, color=PALETTE[0], marker="o", markersize=4.5, linewidth=1.6,
              label="rencana yang ditemukan")  # fmt: skip
    axes.axvline(0, color=REST, linewidth=0.8, zorder=0)
    axes.annotate(
        "pagu sekarang", (0, 1), xycoords=("data", "axes fraction"), xytext=(3, -8),
        textcoords="offset points", fontsize=SMALL, color=INK,
    )  # fmt: skip
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    indonesian_axis(axes, "x", scale=BILLION)
    indonesian_axis(axes, "y", scale=1 if unit == "poin" else BILLION)
    figure.legend(loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)
    return figure


def extra_money_chart(found: ValueOfMoney) -> Figure:
    """Draw what extra money brings by year, OPD and fund, per billion rupiah.

    A dashed line reaches up to what is proven to be the most.
    """
    points = found.extras[:BARS]
    unit = unit_of(found.plan)
    measured = "poin tertimbang" if unit == "poin" else "rupiah"
    figure, axes = new_chart(
        PORTRAIT,
        max(3.0, 0.8 + 0.55 * len(points)),
        "Tempat tambahan uang paling bernilai",
        f"{measured[0].upper()}{measured[1:]} per miliar rupiah tambahan; batang: perbaikan "
        "rencana yang ditemukan, garis putus-putus: paling banyak menurut batas yang terbukti",
    )
    known = found.plan.proof.objective
    places = list(range(len(points)))
    gains = [_gain(p.value if p.asked else None, p, known) for p in points]
    tops = [_gain(p.bound, p, known) for p in points]
    axes.hlines(places, gains, tops, color=REST, linewidth=1.0, linestyle="dashed")
    axes.plot(tops, places, "|", color=REST, markersize=6)
    kinds = {"tahun": PALETTE[0], "opd": PALETTE[1], "sumber_dana": PALETTE[2]}
    axes.barh(places, gains, color=[kinds[p.change.kind] for p in points], height=0.7)
    name_rows(axes, [_label(p) for p in points])
    indonesian_axis(axes, "x")
    return figure


def _gain(value: float | None, point: MoneyPoint, known: float) -> float:
    """Return what a value is better than the plan's, per billion rupiah of the extra money."""
    if value is None or value in {float("inf"), float("-inf")}:
        return 0.0
    return abs(value - known) / (point.change.rupiah / BILLION)


_KINDS = {"tahun": "Tahun", "opd": "OPD", "sumber_dana": "Sumber dana"}


def _label(point: MoneyPoint) -> str:
    change = point.change
    return f"{_KINDS[change.kind]} {short(change.key, 34)} (+{rupiah_short(change.rupiah)})"
