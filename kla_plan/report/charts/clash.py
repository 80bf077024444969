"""Chart: how far the rules of a clash must give way, one alone or several together."""

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from kla_plan.explain.infeasible.report import Impossible
from kla_plan.indonesian import number, percent
from kla_plan.report.charts.bars import leave_room, name_rows
from kla_plan.report.charts.style import (
    MUTED,
    PALETTE,
    PORTRAIT,
    SMALL,
    indonesian_axis,
    new_chart,
    short,
)

#: Most rules in one chart.
RULES = 12


def clash_chart(found: Impossible) -> Figure:
    """Draw one row per rule of the clash: what it alone, and what the combination, gives way.

    The length is relative to the rule's own bound; 100 per cent is a rule that is taken away.
    """
    alone = {c.clause: c for c in found.conflicts}
    steps = {} if found.repair is None else {step.clause: step for step in found.repair.steps}
    titles = {c.clause: c.words.title for c in found.conflicts}
    titles |= {clause: step.words.title for clause, step in steps.items()}
    order = sorted(titles, key=lambda c: (c not in steps, c not in alone or alone[c].share is None))
    rows = order[:RULES]
    rest = len(order) - len(rows)
    more = f"; {number(rest)} aturan lain tidak digambar" if rest else ""
    figure, axes = new_chart(
        PORTRAIT,
        max(3.0, 1.0 + 0.62 * len(rows)),
        "Aturan yang bertentangan, dan seberapa jauh harus dilonggarkan",
        "Persen dari batas aturan itu sendiri; 100 % berarti aturannya dicabut atau batasnya "
        f"digandakan{more}",
    )
    longest = 0.0
    for place, clause in enumerate(rows):
        conflict, step = alone.get(clause), steps.get(clause)
        single = None if conflict is None or conflict.share is None else 100 * conflict.share
        together = None if step is None else 100 * step.share
        for value, shift, colour in ((single, -0.19, PALETTE[0]), (together, 0.19, PALETTE[1])):
            if value is not None:
                axes.barh(place + shift, value, height=0.34, color=colour)
                axes.annotate(percent(value / 100), (value, place + shift), xytext=(3, 0),
                              textcoords="offset points", va="center", fontsize=SMALL)  # fmt: skip
                longest = max(longest, value)
        if single is None and together is None:
            sure = conflict is not None and conflict.least
            text = "tidak cukup bila diubah sendirian" if sure else "belum diketahui"
            axes.annotate(text, (0, place), xytext=(3, 0),
                          textcoords="offset points", va="center", fontsize=SMALL,
                          color=MUTED)  # fmt: skip
    name_rows(axes, [short(titles[clause], 58) for clause in rows])
    leave_room(axes, longest)
    indonesian_axis(axes, "x")
    handles = [Patch(color=colour) for colour in PALETTE[:2]]
    figure.legend(handles, ["bila hanya aturan ini yang diubah", "dalam gabungan perubahan"],
                  loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)  # fmt: skip
    return figure
