"""One mutation per rule of contract 3.5 to 3.7, each caught with its code."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from support.handmade import (
    FRACTIONS,
    PROOF,
    VOLUMES,
    codes,
    messages,
    pack,
    plan,
    scenario,
    with_proof,
    with_row,
)
from support.packs import tiny_pack

from kla_plan.pack.columns import Dampak
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.deeds import read_deeds
from kla_plan.plan.verify.progress import answers


@pytest.mark.parametrize("key", sorted(FRACTIONS))
def test_wrong_answer(key: tuple[int, str]) -> None:
    wrong = with_row(FRACTIONS, key, FRACTIONS[key] + Fraction(1, 10**9))
    assert "KLA-P-031" in codes(plan(fractions=wrong))


def test_missing_and_unknown_answers() -> None:
    assert codes(plan(fractions=with_row(FRACTIONS, (2026, "P1"), None))) == {"KLA-P-030"}
    extra = with_row(FRACTIONS, (2024, "P1"), Fraction(0))
    assert codes(plan(fractions=extra)) == {"KLA-P-030"}


def test_points_and_predicate_that_do_not_follow_from_the_volumes() -> None:
    """P1 answered in full in 2025: 12 points, shown as Madya instead of Pratama."""
    wrong = plan(fractions=with_row(FRACTIONS, (2025, "P1"), Fraction(1)))
    assert codes(wrong) == {"KLA-P-031", "KLA-P-032", "KLA-P-033"}


ROWS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["0.2", "0.4", "0.4"]),
    ({"bertahan": False}, ["0.2", "0.2", "0"]),
    ({"jeda": 1}, ["0", "0.2", "0.4"]),
    ({"jeda": 1, "bertahan": False}, ["0", "0.2", "0.2"]),
    ({"per": "aktif"}, ["0.2", "0.2", "0.2"]),
    ({"per": "aktif", "bertahan": False}, ["0.2", "0.2", "0"]),
    ({"per": "aktif", "jeda": 1}, ["0", "0.2", "0.2"]),
    ({"kenaikan": "0.6"}, ["0.6", "1", "1"]),
    ({"paket": "X", "volume_perlu": 2}, ["0", "0.2", "0.2"]),
    ({"paket": "X", "volume_perlu": 2, "jeda": 1}, ["0", "0", "0.2"]),
    ({"paket": "X", "volume_perlu": 3}, ["0", "0", "0"]),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_contributions_by_hand(row: dict[str, Any], expected: list[str]) -> None:
    """A delivers one unit in 2025 and one in 2026; progress counts as it is."""
    effect = {"kegiatan": "A", "pertanyaan": "P1", "kenaikan": "0.2"} | row
    subject = _small([effect], {"A": [1, 1, 0]}, skala="kontinu")
    assert _earned(subject) == [Fraction(share) for share in expected]


def test_a_recurring_activity_serves_its_own_year_unless_said_otherwise() -> None:
    effect = {"kegiatan": "R", "pertanyaan": "P1", "kenaikan": "0.2"}
    volumes = {"R": [1, 0, 2]}
    assert _earned(_small([effect], volumes, skala="kontinu")) == [
        Fraction(n, 5) for n in (1, 0, 2)
    ]
    kept = _small([effect | {"bertahan": True}], volumes, skala="kontinu")
    assert _earned(kept) == [Fraction(n, 5) for n in (1, 1, 3)]


def test_a_paket_needs_all_its_activities() -> None:
    """A in 2025 alone earns nothing; with R in 2026 the common gain comes once and stays."""
    common = {"pertanyaan": "P1", "kenaikan": "0.5", "paket": "X"}
    rows = [common | {"kegiatan": "A"}, common | {"kegiatan": "R"}]
    assert _earned(_small(rows, {"A": [1, 0, 0], "R": [0, 1, 0]})) == [
        0,
        Fraction(1, 2),
        Fraction(1, 2),
    ]
    assert _earned(_small(rows, {"A": [1, 0, 0]})) == [0, 0, 0]


@pytest.mark.parametrize(
    ("gain", "level"),
    [("0.5", "0.5"), ("0.499999", "0.5"), ("0.499998", "0"), ("0.999999", "1"), ("0.75", "0.5")],
)
def test_levels_and_their_tolerance(gain: str, level: str) -> None:
    effect = {"kegiatan": "A", "pertanyaan": "P1", "kenaikan": gain}
    assert _earned(_small([effect], {"A": [1, 0, 0]})) == [Fraction(level)] * 3


def test_an_answer_never_falls_below_its_start() -> None:
    effect = {"kegiatan": "A", "pertanyaan": "P1", "kenaikan": "0.1"}
    subject = _small([effect], {"A": [1, 0, 0]}, start=6)
    assert _earned(subject) == [Fraction(3, 5)] * 3


def test_facts_up_to_the_base_year_add_nothing_more() -> None:
    effect = {"kegiatan": "A", "pertanyaan": "P1", "kenaikan": "0.5"}
    for year, expected in ((2023, 0), (2024, Fraction(1, 2))):
        subject = _small([effect], {}, realisasi=[(year, "A", 1, 0)], base=2023)
        assert _earned(subject) == [expected] * 3


def _small(
    rows: list[dict[str, Any]],
    volumes: dict[str, list[int]],
    *,
    skala: str = "bertangga",
    start: int = 0,
    **tables: Any,
) -> Plan:
    small = tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "volume_maks": 9},
            {"kegiatan": "R", "volume_maks": 9, "berulang": True},
        ],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
        dampak=rows,
        jawaban={"P1": start},
        **tables,
    )
    done = {
        (code, 2025 + i): Decimal(v)
        for code, amounts in volumes.items()
        for i, v in enumerate(amounts)
        if v
    }
    return Plan(small, scenario(skala=skala, target=[]), done, {}, {}, {}, PROOF)


def _earned(subject: Plan) -> list[Fraction]:
    earned = answers(read_deeds(subject), subject.scenario)
    return [earned[year, "P1"] for year in (2025, 2026, 2027)]


def test_an_effect_that_the_plan_did_not_count() -> None:
    added = Dampak(kegiatan="B", pertanyaan="P3", kenaikan=Decimal("0.4"), per="aktif")
    changed: Pack = replace(pack(), effects=(*pack().effects, added))
    # P3 reaches two thirds, but I2 is capped at 5 already: the answers differ, no total does.
    assert codes(plan(pack=changed)) == {"KLA-P-031"}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ({"tahun": 2025, "poin": 7}, set()),
        ({"tahun": 2025, "poin": "7.000001"}, {"KLA-P-034"}),
        ({"tahun": 2026, "poin": "8.5", "dasar": "verifikasi"}, set()),
        ({"tahun": 2026, "poin": "8.6", "dasar": "verifikasi"}, {"KLA-P-034"}),
        ({"tahun": 2025, "predikat": "Pratama"}, set()),
        ({"tahun": 2025, "predikat": "Pratama", "dasar": "verifikasi"}, {"KLA-P-034"}),
        ({"tahun": 2026, "predikat": "Madya"}, {"KLA-P-034"}),
        ({"tahun": 2026, "predikat": "Utama"}, {"KLA-P-034"}),
        ({"tahun": 2030, "poin": 1}, {"KLA-P-034"}),
    ],
)
def test_targets(target: dict[str, Any], expected: set[str]) -> None:
    """Totals 7, 10, 10; Pratama from 6 on, Madya above 10; 15 % less after verification."""
    assert codes(plan(settings={"target": [target]})) == expected


@pytest.mark.parametrize("factor", [1 - 1e-6, 1 + 1e-6])
def test_objective(factor: float) -> None:
    assert codes(with_proof(objective=37.0 * factor)) == {"KLA-P-040"}


def test_weights_enter_the_objective() -> None:
    assert codes(plan(settings={"bobot_tahun": {2027: 2, 2025: "1.5"}})) >= {"KLA-P-040"}


def test_bound_below_the_points_reached() -> None:
    assert "KLA-P-041" in codes(with_proof(bound=36.99))
    assert codes(with_proof(bound=37.00001)) == set()


def test_bound_above_the_rupiah_needed() -> None:
    spent = 4_381_004.0
    cheapest = {"settings": {"tujuan": "min_biaya"}}
    good = replace(PROOF, objective=spent, bound=spent)
    assert codes(plan(**cheapest, proof=good)) == set()
    assert "KLA-P-041" in codes(plan(**cheapest, proof=replace(good, bound=spent + 20)))
    assert codes(plan(**cheapest, proof=replace(good, objective=spent + 1))) == {"KLA-P-040"}


@pytest.mark.parametrize(
    ("status", "bound", "expected"),
    [
        ("optimal", 37.01, {"KLA-P-042"}),
        ("optimal", None, {"KLA-P-042"}),
        ("gap_limit", 37.1, set()),
        ("gap_limit", 37.3, {"KLA-P-042"}),
        ("gap_limit", None, {"KLA-P-042"}),
        ("time_limit", 60.0, set()),
        ("heuristik", None, set()),
        ("heuristik", 40.0, {"KLA-P-042"}),
        ("infeasible", None, {"KLA-P-042"}),
        ("no_solution", 37.0, {"KLA-P-042"}),
    ],
)
def test_status_fits_the_gap(status: str, bound: float | None, expected: set[str]) -> None:
    """The scenario asks for a gap of half a percent: 0.185 points."""
    assert codes(with_proof(status=status, bound=bound)) == expected


def test_second_stage_keeps_the_points_of_the_first() -> None:
    stages = ({"nama": "skor", "objective": 37.5}, {"nama": "biaya", "objective": 1.0})
    assert codes(with_proof(stages=stages, bound=37.5, status="time_limit")) == {"KLA-P-043"}


def test_findings_cite_activity_year_and_both_values() -> None:
    (message,) = messages(
        plan(fractions=with_row(FRACTIONS, (2026, "P2"), Fraction(0))), "KLA-P-031"
    )
    assert message == "Pertanyaan P2 tahun 2026: fraksi 0; seharusnya 1."


def test_nothing_is_changed_by_the_check() -> None:
    subject = plan()
    codes(subject)
    assert subject == plan()
    assert subject.volumes == VOLUMES
