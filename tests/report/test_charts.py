"""Charts: the same bytes every time, and every activity and agency accounted for."""

from pathlib import Path

import pytest
from matplotlib.figure import Figure
from support import toy_plan

from kla_plan.plan.plan import Plan
from kla_plan.report.charts import (
    budget_chart,
    gap_chart,
    png,
    save_chart,
    score_chart,
    svg,
    timeline_chart,
    timeline_charts,
)
from kla_plan.report.charts.style import cluster_short, even_lines, short

MAKERS = {
    "gap": lambda plan: gap_chart(plan.pack),
    "score": score_chart,
    "opd": lambda plan: budget_chart(plan, "opd"),
    "klaster": lambda plan: budget_chart(plan, "klaster"),
    "dana": lambda plan: budget_chart(plan, "sumber_dana"),
    "jadwal": timeline_chart,
}


def _texts(figure: Figure) -> list[str]:
    axes = figure.axes[0]
    labels = [*axes.get_xticklabels(), *axes.get_yticklabels(), *axes.texts, *figure.texts]
    legends = [text for legend in figure.legends for text in legend.get_texts()]
    return [text.get_text() for text in (*labels, *legends)]


@pytest.mark.parametrize("name", MAKERS)
def test_same_plan_gives_the_same_picture(name: str, toy: Plan) -> None:
    first, second = (MAKERS[name](toy) for _ in range(2))
    assert png(first) == png(second)
    assert svg(first) == svg(second)


@pytest.mark.parametrize("name", MAKERS)
def test_a_plan_without_activities_can_still_be_drawn(name: str) -> None:
    assert len(png(MAKERS[name](toy_plan.empty_plan()))) > 1000


def test_files_are_what_their_names_say(toy: Plan, tmp_path: Path) -> None:
    figure = score_chart(toy)
    assert save_chart(figure, tmp_path / "a" / "nilai.png").read_bytes()[:4] == b"\x89PNG"
    assert b"<svg" in save_chart(figure, tmp_path / "nilai.svg").read_bytes()
    with pytest.raises(ValueError, match=r"\.png atau \.svg, bukan \.jpg"):
        save_chart(figure, tmp_path / "nilai.jpg")


def test_gap_chart_states_points_maximum_and_gap(toy: Plan) -> None:
    texts = _texts(gap_chart(toy.pack))
    assert "20 / 60  (−40)" in texts
    assert "15 / 15" in texts


def test_score_chart_states_both_scores_and_predicates(toy: Plan) -> None:
    texts = _texts(score_chart(toy))
    assert {"40,00", "65,00", "75,00", "95,00", "34,00", "55,25", "63,75", "80,75"} <= set(texts)
    assert {"Pratama", "Madya", "Utama", "Belum berpredikat"} <= set(texts)


def test_budget_bars_add_up_to_the_plan(real: Plan) -> None:
    for by in ("opd", "klaster", "sumber_dana"):
        heights = dict.fromkeys(real.years, 0.0)
        for bar in budget_chart(real, by).axes[0].patches:  # type: ignore[arg-type]
            heights[round(bar.get_x() + bar.get_width() / 2)] += bar.get_height()  # type: ignore[attr-defined]
        assert heights == pytest.approx({year: real.cost(year) for year in real.years})


def test_budget_names_eight_agencies_and_counts_the_rest(real: Plan) -> None:
    names = [text.get_text() for text in budget_chart(real, "opd").legends[0].get_texts()]
    assert len(names) == 9
    assert names[-1].endswith("perangkat daerah lain")


def test_timeline_pages_show_every_activity_once(real: Plan) -> None:
    figures = timeline_charts(real, per_page=25)
    rows = [len(figure.axes[0].get_yticks()) for figure in figures]
    assert sum(rows) == len(real.activities)
    assert max(rows) == 25


def test_timeline_says_what_it_leaves_out(real: Plan) -> None:
    texts = " ".join(_texts(timeline_chart(real, top=10)))
    assert f"{len(real.activities) - 10} kegiatan lain tidak digambar" in texts.replace("\n", " ")


def test_names_are_cut_at_words() -> None:
    assert short("Penyusunan peraturan daerah", 16) == "Penyusunan …"
    assert cluster_short("Klaster II — Lingkungan Keluarga") == "Klaster II"
    assert cluster_short("Kelembagaan") == "Kelembagaan"


def test_a_heading_that_needs_two_lines_leaves_no_word_alone() -> None:
    lines = even_lines("Anggaran per tahun menurut perangkat daerah, Kabupaten Penukal Abab", 66)
    assert len(lines) == 2
    assert min(map(len, lines)) > max(map(len, lines)) / 2
    assert even_lines("Anggaran per tahun", 66) == ["Anggaran per tahun"]
    assert even_lines("", 66) == []
