"""The value of money: against brute force at other budgets, bands that hold, and a toy."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from support.brute import best, plans
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved

from kla_plan.explain.money import value_of_money
from kla_plan.explain.purse_changes import changed_pack, scaled, with_extra_fund
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.report.charts.money import extra_money_chart, money_chart
from kla_plan.report.charts.save import png
from kla_plan.scenario import Scenario

MANY = 60_000


def small_packs(seeds: range) -> list[Any]:
    """Return the random packs of some seeds that can be planned and enumerated."""
    drawn = [random_pack(seed) for seed in seeds]
    return [
        pytest.param(*each, id=each[0].slug)
        for each in drawn
        if plans(*each) <= MANY and best(*each) is not None
    ]


def at_level(pack: Pack, factor: Fraction, own: Fraction) -> Pack:
    """Return the pack with the ceilings of a budget level, as whole rupiah."""
    rows = tuple(
        replace(row, batas_atas=int(int(row.batas_atas * own) * factor))
        if row.batas_atas is not None
        else row
        for row in pack.ceilings
    )
    return replace(pack, ceilings=rows)


@pytest.mark.parametrize(("pack", "scenario"), small_packs(range(30)))
def test_levels_are_what_exhaustive_search_finds(pack: Pack, scenario: Scenario) -> None:
    found = value_of_money(
        make_plan(pack, scenario), seconds=60, levels=(0.5, 0.75, 1.5), extra=0, gap=0.0
    )
    sign = -1 if scenario.tujuan == "min_biaya" else 1
    for point, factor in zip(
        found.levels, (Fraction(1, 2), Fraction(3, 4), Fraction(3, 2)), strict=True
    ):
        level = at_level(pack, factor, Fraction(scenario.pagu_faktor))
        expected = best(level, scenario.model_copy(update={"pagu_faktor": 1}))
        if expected is None:
            assert point.value is None
            continue
        assert point.value == pytest.approx(float(expected.objective), abs=1e-3)
        assert point.bound is not None
        assert sign * (point.bound - point.value) >= -1e-6
        assert point.bound == pytest.approx(point.value, rel=1e-5, abs=10)


@pytest.mark.parametrize("seed", range(40, 60))
def test_the_empty_extra_fund_changes_nothing(seed: int) -> None:
    pack, scenario = random_pack(seed)
    try:
        plan = make_plan(pack, scenario)
    except InfeasibleError:
        with pytest.raises(InfeasibleError):
            make_plan(*with_extra_fund(pack, scenario))
        return
    other = make_plan(*with_extra_fund(pack, scenario))
    assert other.proof.objective == pytest.approx(plan.proof.objective, abs=1e-3)


def toy() -> Pack:
    """Return two agencies with one activity each; the fund pays for one of them a year."""
    return tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "opd": "SATU", "sumber_dana": ("DAU",)},
            {"kegiatan": "B", "opd": "DUA", "sumber_dana": ("DAU",)},
        ],
        opd=[{"opd": "SATU"}, {"opd": "DUA"}],
        pertanyaan=[{"pertanyaan": "P1", "poin_maks": 10}, {"pertanyaan": "P2", "poin_maks": 4}],
        biaya=[("A", 0, 3 * JUTA), ("B", 0, 3 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        pagu=[
            {"sumber_dana": "DAU", "batas_atas": 3 * JUTA},
            {"sumber_dana": "PAD", "batas_atas": 3 * JUTA},
        ],
    )


def test_extra_money_by_year_agency_and_fund() -> None:
    found = value_of_money(solved(toy()), seconds=60, levels=(), extra=3 * JUTA, gap=0.0)
    gains = {
        (p.change.kind, p.change.key): (p.value or 0) - found.plan.proof.objective
        for p in found.extras
    }
    assert gains == pytest.approx({
        ("tahun", "2025"): 12,  # B, four points in three years
        ("tahun", "2026"): 8,
        ("tahun", "2027"): 4,
        ("opd", "SATU"): 12,  # A by the extra money, B by the fund's
        ("opd", "DUA"): 12,
        ("sumber_dana", "DAU"): 12,
        ("sumber_dana", "PAD"): 0,  # nobody may use it
    })  # fmt: skip
    for point in found.extras:
        assert point.plan is not None
        assert verify_plan(point.plan) == ()
    assert set(found.table()["jenis"]) == {"Tahun", "OPD", "Sumber dana"}


def test_more_money_is_never_worth_less_and_nothing_is_called_nothing() -> None:
    found = value_of_money(solved(toy()), seconds=60, levels=(0, 0.5, 2), extra=0, gap=0.0)
    values = [point.value for point in found.levels]
    assert values == [0, 0, pytest.approx(42)]
    assert found.plan.proof.objective == pytest.approx(30)
    assert len(png(money_chart(found))) > 1000
    assert len(png(extra_money_chart(found))) > 1000
    assert any("Dengan pagu 2 kali" in line for line in found.sentences())


def test_scaling_multiplies_only_the_packs_own_ceilings() -> None:
    pack = toy()
    changed, scenario = with_extra_fund(pack, solved(pack).scenario)
    double = changed_pack(changed, scaled(changed, pack, Fraction(2)))
    tops = {row.sumber_dana: row.batas_atas for row in double.ceilings if not row.opd}
    assert tops == {"DAU": 6 * JUTA, "PAD": 6 * JUTA, "Tambahan": 0}
    assert scenario.pagu_faktor == 1
