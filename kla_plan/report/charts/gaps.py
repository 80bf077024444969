"""Chart: points reached and points missing, by indicator."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from kla_plan.gaps import indicator_gaps
from kla_plan.indonesian import number
from kla_plan.pack.model import Pack
from kla_plan.report.charts.bars import name_rows
from kla_plan.report.charts.style import (
    EMPTY,
    INK,
    PORTRAIT,
    SMALL,
    cluster_short,
    colours,
    indonesian_axis,
    new_chart,
    short,
)


def gap_chart(pack: Pack) -> Figure:
    """Draw one bar per indicator: points reached in the cluster's colour, missing ones pale.

    Beside each bar stands ``poin / poin maksimum (−selisih)``.
    """
    table = indicator_gaps(pack)
    names = {code: cluster.nama for code, cluster in pack.instrument.clusters.items()}
    palette = colours(names)
    figure, axes = new_chart(
        PORTRAIT,
        1.8 + 0.56 * len(table),
        f"Capaian dan kesenjangan per indikator KLA, {pack.profile.full_name}",
        f"Poin penilaian mandiri pada akhir tahun {pack.profile.base_year}; "
        "bagian abu-abu adalah poin yang belum diraih",
    )
    places = list(range(len(table)))
    axes.barh(places, table["poin_maks"], color=EMPTY, height=0.72)
    axes.barh(places, table["poin"], color=[palette[k] for k in table["klaster"]], height=0.72)
    for place, row in zip(places, table.to_dict("records"), strict=True):
        _label(axes, place, row["poin"], row["poin_maks"], row["selisih"])
    rows = zip(table["nama"], table["indikator"], strict=True)
    name_rows(axes, [f"{short(name, 50)}  {code}" for name, code in rows])
    axes.set_xlim(0, float(table["poin_maks"].max()) * 1.5)
    indonesian_axis(axes, "x")
    handles = [
        Patch(color=palette[code], label=cluster_short(name)) for code, name in names.items()
    ]
    figure.legend(
        handles=handles, loc="outside lower center", ncols=4, fontsize=SMALL, frameon=False
    )
    return figure


def _label(axes: Axes, place: int, points: float, maximum: float, missing: float) -> None:
    text = f"{number(points)} / {number(maximum)}"
    if missing > 0:
        text += f"  (−{number(missing)})"
    axes.annotate(
        text, (maximum, place), xytext=(3, 0), textcoords="offset points",
        va="center", fontsize=SMALL, color=INK,
    )  # fmt: skip
