"""Charts: the ranking of activities, and how often nearly as good plans hold them."""

from matplotlib.figure import Figure

from kla_plan.explain.band import unit_of
from kla_plan.explain.variety import Alternatives
from kla_plan.explain.worth import Worths
from kla_plan.indonesian import percent
from kla_plan.report.charts.bars import beside, leave_room, name_rows
from kla_plan.report.charts.style import (
    BILLION,
    EMPTY,
    INK,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
    wrap,
)


def worth_chart(found: Worths, top: int = 15) -> Figure:
    """Draw what is lost without each of the most valuable activities, at once and replanned."""
    rows = found.ranking[:top]
    money = unit_of(found.plan) == "rupiah"
    figure, axes = new_chart(
        PORTRAIT,
        max(3.0, 0.8 + 0.72 * len(rows)),
        "Kegiatan yang paling bernilai",
        "Yang hilang tanpa kegiatan itu: langsung (poin tertimbang), dan setelah sisanya disusun "
        + ("ulang (miliar rupiah)" if money else "ulang (poin tertimbang)")
        + f"; di kanan: bagian dari {len(found.others.plans)} rencana yang hampir sama baiknya "
        "yang memuatnya",
    )
    places = list(range(len(rows)))
    lost = [0.0 if row.replanned is None else row.replanned.seen or 0.0 for row in rows]
    scale = BILLION if money else 1
    axes.barh([p - 0.19 for p in places], [row.at_once for row in rows], height=0.36,
              color=PALETTE[3], label="langsung")  # fmt: skip
    axes.barh([p + 0.19 for p in places], [value / scale for value in lost], height=0.36,
              color=PALETTE[0], label="setelah disusun ulang (rencana yang ditemukan)")  # fmt: skip
    longest = max([*(row.at_once for row in rows), *(value / scale for value in lost)], default=1)
    for place, row in zip(places, rows, strict=True):
        beside(axes, place, max(row.at_once, lost[place] / scale), percent(row.share, 0))
    leave_room(axes, longest, 0.1)
    names = found.plan.pack.activities
    labels = [wrap(f"{row.activity}  {names[row.activity].nama}", 48) for row in rows]
    name_rows(axes, labels)
    indonesian_axis(axes, "x")
    figure.legend(loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)
    return figure


def presence_chart(found: Alternatives, top: int = 25) -> Figure:
    """Draw which plan holds which of the activities that not all plans hold."""
    share = found.frequency()
    differing = [code for code, part in share.items() if 0 < part < 1]
    codes = sorted(differing, key=lambda code: (-share[code], code))[:top]
    figure, axes = new_chart(
        PORTRAIT,
        max(3.0, 1.0 + 0.66 * len(codes)),
        "Kegiatan yang membedakan rencana yang hampir sama baiknya",
        f"Kotak berwarna: kegiatan ada dalam rencana itu. {len(found.always)} kegiatan lain ada "
        "pada semua rencana",
    )
    for column, plan in enumerate(found.plans):
        held = set(plan.activities)
        for place, code in enumerate(codes):
            colour = PALETTE[0] if code in held else EMPTY
            axes.barh(place, 0.86, left=column - 0.43, height=0.78, color=colour)
    for place, code in enumerate(codes):
        axes.annotate(percent(share[code], 0), (len(found.plans) - 0.4, place), va="center",
                      fontsize=SMALL, color=INK)  # fmt: skip
    names = found.plan.pack.activities
    labels = [wrap(f"{code}  {names[code].nama}", 48) for code in codes]
    name_rows(axes, labels, lines=False)
    heads = ["ini", *(f"pilihan {n}" for n in range(1, len(found.plans)))]
    axes.set_xticks(range(len(found.plans)), heads, fontsize=SMALL)
    axes.set_xlim(-0.6, len(found.plans) + 0.3)
    return figure
