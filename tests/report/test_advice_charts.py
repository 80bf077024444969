"""Charts of the adviser's answers say what the answers say, and are the same every time."""

from dataclasses import replace
from decimal import Decimal

import pytest
from matplotlib.figure import Figure
from support.packs import tiny_pack
from support.toys import JUTA, scenario, solved

from kla_plan.explain import why_activity
from kla_plan.explain.fairness import price_of_fairness
from kla_plan.explain.infeasible.report import explain_impossible
from kla_plan.explain.ladder import rule_prices
from kla_plan.explain.replan import as_if_done, replan
from kla_plan.explain.risk.curve import price_of_robustness
from kla_plan.explain.stable import stable
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import png
from kla_plan.report.charts.activity import activity_chart
from kla_plan.report.charts.change import replan_chart, stable_chart
from kla_plan.report.charts.clash import clash_chart
from kla_plan.report.charts.fairness import fairness_chart
from kla_plan.report.charts.ladder import rule_price_chart
from kla_plan.report.charts.toughness import toughness_chart
from kla_plan.scenario import Keadilan


def pack(top: int = JUTA) -> Pack:
    return tiny_pack(
        kegiatan=[{"kegiatan": a, "opd": a * 2} for a in "AB"],
        opd=[{"opd": "AA"}, {"opd": "BB"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        pagu=[{"tahun": t, "batas_atas": top} for t in (2025, 2026, 2027)],
    )


def plan() -> Plan:
    return solved(pack())


def texts(figure: Figure) -> str:
    axes = figure.axes[0]
    labels = [*axes.get_xticklabels(), *axes.get_yticklabels(), *axes.texts, *figure.texts]
    return "\n".join(text.get_text() for text in labels)


def test_a_clash_shows_the_single_change_and_the_combination() -> None:
    found = explain_impossible(pack(), scenario(target=[{"tahun": 2025, "poin": 20}]))
    figure = clash_chart(found)
    said = texts(figure)
    for conflict in found.conflicts:
        assert conflict.words.title.split(",")[0] in said
    assert found.repair is not None
    lengths = sorted(bar.get_width() for bar in figure.axes[0].patches)
    shares = [c.share for c in found.conflicts if c.share] + [s.share for s in found.repair.steps]
    assert lengths == pytest.approx(sorted(100 * share for share in shares))
    assert png(figure) == png(clash_chart(found))
    unknown = replace(
        found,
        conflicts=[replace(c, share=None, alone=None, least=False) for c in found.conflicts],
        repair=None,
    )
    assert "belum diketahui" in texts(clash_chart(unknown))


def test_fairness_shows_every_rule_with_its_price_or_the_reason() -> None:
    wish = Keadilan(min_poin_klaster={"K1": Decimal(30)}, min_porsi_klaster={"K1": Decimal("0.5")})
    found = price_of_fairness(plan(), wish)
    said = texts(fairness_chart(found)).replace("\n", " ")
    assert all(name in said for name in (*found.prices, *found.without))
    assert "sudah terpenuhi, tanpa harga" in said
    assert "tidak ada rencana yang dapat memenuhinya" in said


def test_robustness_costs_more_the_more_jumps_it_survives() -> None:
    """Two million a year do for both in one year; with one jump of half only one at a time."""
    nominal = solved(pack(2 * JUTA))
    found = price_of_robustness(nominal, Decimal("0.5"), (1, 2))
    assert found.cost(1) == found.cost(2) == 10
    assert not found.borrowed
    assert list(found.table()["lonjakan"]) == [1, 2]
    assert "1 kegiatan 10 poin" in found.sentences()[0]
    axes = toughness_chart(found).axes[0]
    assert [bar.get_height() for bar in axes.patches] == [0, 10, 10]
    never = price_of_robustness(nominal, Decimal("0.5"), (1,))
    late = replace(never, borrowed=frozenset({1}))
    assert "paling banyak" in texts(toughness_chart(late))
    assert "1 kegiatan paling banyak 10 poin" in late.sentences()[0]


def test_two_plans_side_by_side() -> None:
    old = plan()
    found = stable(old, pagu_faktor="2", loss=1.0)
    axes = stable_chart(found).axes[0]
    heights = [bar.get_height() for bar in axes.patches]
    assert heights == [p.cost(t) for p in (found.before, found.plan) for t in old.years]
    again = replan(old, as_if_done(old, 2025))
    figure = replan_chart(again)
    assert len(figure.axes[0].patches) == 2 * len(again.change.remaining)
    assert "sama" in texts(figure)


def test_one_activity_shows_what_each_question_owes_to_it() -> None:
    page = why_activity(plan(), "A", seconds=5)
    figure = activity_chart(page)
    assert "P1" in texts(figure)
    assert "+10" in texts(figure)
    without, gain = [bar.get_width() for bar in figure.axes[0].patches][1:3]
    assert (without, gain) == (0, 10)


def test_a_price_that_was_not_searched_for_is_a_dashed_line() -> None:
    found = rule_prices(plan(), seconds=30)
    unasked = replace(found, prices=tuple(replace(p, price=None, limit=5.0) for p in found.prices))
    axes = rule_price_chart(unasked).axes[0]
    assert not axes.patches
    assert len(axes.collections) == len(found.prices)
