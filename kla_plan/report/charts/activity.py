"""Chart: what one activity does for the questions that it can raise."""

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from kla_plan.explain.activity import ActivityPage
from kla_plan.indonesian import number
from kla_plan.report.charts.bars import beside, leave_room, name_rows
from kla_plan.report.charts.style import (
    EMPTY,
    PALETTE,
    PORTRAIT,
    REST,
    SMALL,
    indonesian_axis,
    new_chart,
    short,
    wrap,
)

#: Most questions in one chart.
QUESTIONS = 15


def activity_chart(page: ActivityPage) -> Figure:
    """Draw one bar per question: points without the activity, what it adds, what is missing."""
    questions = page.plan.pack.instrument.questions
    rows = page.earned[:QUESTIONS]
    last = page.plan.years[-1]
    name = short(page.plan.pack.activities[page.code].nama, 70)
    rest = len(page.earned) - len(rows)
    more = f"; {number(rest)} pertanyaan lain tidak digambar" if rest else ""
    figure, axes = new_chart(
        PORTRAIT,
        max(3.4, 1.0 + 0.8 * len(rows)),
        f"Yang dihasilkan {page.code}: {name}",
        f"Poin setiap pertanyaan pada tahun {last}; abu-abu muda: belum diraih{more}",
    )
    longest = 0.0
    for place, row in enumerate(rows):
        most = float(questions[row.question].poin_maks)
        base, top = row.without_it * most, row.with_it * most
        axes.barh(place, most, color=EMPTY, height=0.6)
        axes.barh(place, base, color=REST, height=0.6)
        axes.barh(place, top - base, left=base, color=PALETTE[0], height=0.6)
        beside(axes, place, most, f"+{number(row.points)}" if row.points > 0 else "tetap")
        longest = max(longest, most)
    name_rows(axes, [wrap(f"{row.question}  {row.label}", 52) for row in rows])
    leave_room(axes, longest, 0.12)
    indonesian_axis(axes, "x")
    handles = [Patch(color=colour) for colour in (REST, PALETTE[0], EMPTY)]
    names = ["tanpa kegiatan ini", "karena kegiatan ini", "belum diraih"]
    figure.legend(handles, names, loc="outside lower center", ncols=3, fontsize=SMALL,
                  frameon=False)  # fmt: skip
    return figure
