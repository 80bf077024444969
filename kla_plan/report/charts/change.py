"""Charts of two plans side by side, year by year: the stable mode, and replanning."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from matplotlib.figure import Figure

from kla_plan.explain.replan.replan import Replan
from kla_plan.explain.stable import Stable
from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.style import (
    BILLION,
    INK,
    PALETTE,
    PORTRAIT,
    REST,
    SMALL,
    indonesian_axis,
    new_chart,
)


def stable_chart(found: Stable) -> Figure:
    """Draw each year's money of the known plan and the stable one, with what is added and cut."""
    more = Counter(int(year) for year in found.added()["tahun"])
    less = Counter(int(year) for year in found.table()["tahun"])
    notes = {
        year: f"+{number(more[year])} / −{number(less[year])}"
        if more[year] or less[year]
        else "sama"
        for year in found.plan.years
    }
    return _pairs(
        (found.before, found.plan),
        found.plan.pack.planned_years,
        "Rencana lama dan rencana untuk pagu baru",
        "Miliar rupiah per tahun; di atas batang: banyaknya kegiatan yang bertambah dan yang "
        "berkurang dibandingkan rencana lama",
        notes,
    )


def replan_chart(found: Replan) -> Figure:
    """Draw each remaining year's money of the old plan and the new one, with what changed."""
    changed = Counter(int(year) for year in found.changes()["tahun"])
    notes = {
        year: f"{number(changed[year])} berubah" if changed[year] else "sama"
        for year in found.plan.years
    }
    return _pairs(
        (found.old, found.plan),
        found.change.remaining,
        "Rencana lama dan rencana yang disusun ulang",
        "Miliar rupiah per tahun yang tersisa; di atas batang: banyaknya kegiatan yang volumenya "
        "berubah",
        notes,
    )


def _pairs(
    plans: tuple[Plan, Plan],
    years: Sequence[int],
    title: str,
    unit: str,
    notes: Mapping[int, str],
) -> Figure:
    figure, axes = new_chart(PORTRAIT, 6.6, title, unit)
    tops = dict.fromkeys(years, 0)
    looks = (("rencana lama", REST, -0.2), ("rencana baru", PALETTE[0], 0.2))
    for plan, (name, colour, shift) in zip(plans, looks, strict=True):
        amounts = [plan.cost(year) for year in years]
        axes.bar([year + shift for year in years], amounts, width=0.38, color=colour, label=name)
        tops = {year: max(tops[year], amount) for year, amount in _named(years, amounts)}
    for year, top in tops.items():
        axes.annotate(notes.get(year, ""), (year, top), xytext=(0, 3), ha="center",
                      textcoords="offset points", fontsize=SMALL, color=INK)  # fmt: skip
    axes.set_xticks(list(years))
    axes.set_ylim(0, max([*tops.values(), 1]) * 1.12)
    axes.yaxis.grid(visible=True, color="#E0E0E0", linewidth=0.6)
    indonesian_axis(axes, "y", scale=BILLION)
    figure.legend(loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)
    return figure


def _named(years: Iterable[int], amounts: Iterable[int]) -> Iterable[tuple[int, int]]:
    return zip(years, amounts, strict=True)
