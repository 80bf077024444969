"""Charts of risk and replanning say what their tables say, and are the same every time."""

from support.packs import tiny_pack
from support.toys import JUTA, solved

from kla_plan.explain.replan import as_if_done, replan
from kla_plan.explain.risk import fit_discount, simulate
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import png
from kla_plan.report.charts.risk import (
    causes_chart,
    discount_chart,
    predicate_chart,
    spread_chart,
)


def plan() -> Plan:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": a} for a in "AB"],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        pagu=[{"tahun": t, "batas_atas": JUTA} for t in (2025, 2026, 2027)],
    )
    return solved(pack)


def test_bars_of_a_year_add_up_to_hundred() -> None:
    result = simulate(plan(), draws=300)
    figure = predicate_chart(result)
    axes = figure.axes[0]
    heights: dict[float, float] = {}
    for bar in axes.patches:
        heights[round(bar.get_x(), 3)] = heights.get(round(bar.get_x(), 3), 0) + bar.get_height()
    assert len(heights) == 3
    assert all(abs(total - 100) < 1e-9 for total in heights.values())
    assert png(figure) == png(predicate_chart(simulate(plan(), draws=300)))


def test_the_spread_is_that_of_the_table() -> None:
    result = simulate(plan(), draws=300)
    lines = {
        line.get_label(): list(line.get_ydata()) for line in spread_chart(result).axes[0].lines
    }
    assert lines["Nilai verifikasi, tengah"] == list(result.scores()["p50"])
    assert lines["Nilai mandiri menurut rencana"] == [10.0, 20.0, 20.0]


def test_every_pair_is_a_point() -> None:
    discount = fit_discount()
    axes = discount_chart(discount).axes[0]
    points = sorted(float(x) for x, _ in axes.collections[-1].get_offsets())
    assert points == sorted(100 * (1 - pair.ratio) for pair in discount.pairs)
    assert {label.get_text() for label in axes.get_yticklabels()} >= {"Kab. Way Kanan 2022"}


def test_the_steps_lead_from_the_old_plan_to_the_new_one() -> None:
    old = plan()
    causes = replan(old, as_if_done(old, 2025)).causes()
    axes = causes_chart(causes).axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == list(causes["sebab"])
    assert axes.patches[0].get_height() == causes["poin_akhir"].iloc[0]
