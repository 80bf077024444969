"""The calendar: data with sources, months in words, and its chart."""

from datetime import date

import pytest

from kla_plan.report.calendar import (
    GROUPS,
    approval_day,
    calendar,
    change_day,
    submission_day,
)
from kla_plan.report.charts import png
from kla_plan.report.charts.calendar import calendar_chart

STEPS = calendar(2027)


def test_every_step_says_what_is_known_and_where_it_stands() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS) > 15
    for step in STEPS:
        assert step.group in GROUPS
        assert step.begin <= step.end
        assert step.rule.endswith(".")
        assert step.task.endswith(".")
        assert step.source
        assert step.status in {"bersumber", "perkiraan"}
        assert all(1 <= month <= 12 for _, month in (step.begin, step.end))
        if not step.estimated and step.group != "Pelaksanaan":
            assert "https://" in step.source


def test_groups_follow_one_another_and_evaluation_is_always_an_estimate() -> None:
    first = {group: min(s.begin for s in STEPS if s.group == group) for group in GROUPS}
    assert list(first.values()) == sorted(first.values())
    assert all(step.estimated for step in STEPS if step.group in {"Evaluasi KLA", "Perubahan"})


def test_the_days_of_the_budget_lie_in_the_months_of_their_steps() -> None:
    months = {step.name: (step.begin, step.end) for step in STEPS}
    for day, name in (
        (submission_day(2027), "Rancangan KUA-PPAS kepada DPRD"),
        (approval_day(2027), "Persetujuan bersama APBD"),
        (change_day(2027), "Perubahan APBD"),
    ):
        begin, end = months[name]
        assert begin <= (day.year, day.month) <= end


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Rancangan awal RKPD dan Renja", "Desember 2025–Januari 2026"),
        ("Musrenbang desa dan kelurahan", "Januari–Februari 2026"),
        ("Kesepakatan KUA-PPAS", "Agustus 2026"),
    ],
)
def test_months_in_words(name: str, words: str) -> None:
    assert next(step.months for step in STEPS if step.name == name) == words


def test_the_chart_has_a_bar_per_step_as_long_as_its_months() -> None:
    (axes,) = calendar_chart(2027, STEPS).axes
    first = min(step.begin for step in STEPS)
    assert len(axes.patches) == len(STEPS)
    for bar, step in zip(axes.patches, STEPS, strict=True):
        begin = 12 * (step.begin[0] - first[0]) + step.begin[1] - first[1]
        months = 12 * (step.end[0] - step.begin[0]) + step.end[1] - step.begin[1] + 1
        assert (bar.get_x(), bar.get_width()) == (begin, months)
        assert bool(bar.get_hatch()) == step.estimated
    assert [label.get_text().replace("\n", " ") for label in axes.get_yticklabels()] == [
        step.name for step in STEPS
    ]


def test_today_is_a_line_only_where_it_falls_into_the_calendar() -> None:
    plain = len(calendar_chart(2027, STEPS).axes[0].lines)
    assert len(calendar_chart(2027, STEPS, date(2026, 11, 23)).axes[0].lines) == plain + 1
    assert len(calendar_chart(2027, STEPS, date(2031, 1, 1)).axes[0].lines) == plain


def test_same_chart_same_bytes() -> None:
    assert png(calendar_chart(2027, STEPS)) == png(calendar_chart(2027, STEPS))
