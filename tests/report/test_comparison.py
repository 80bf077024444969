"""Plans side by side, on plans worked out by hand (see support.toy_plan)."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from support import toy_plan

from kla_plan.plan.plan import Plan
from kla_plan.report.excel.comparison import write_comparison_workbook
from kla_plan.report.sentences.comparison import overview, settings_beside, since
from kla_plan.report.tables.comparison import (
    ActivityRow,
    CeilingRow,
    activities_beside,
    ceilings_beside,
    meets,
    predicates_beside,
    targets_beside,
)
from kla_plan.scenario import Scenario, Target

#: Scores of the toy plan: 40 (2023), 65 (2024), 75 (2025), 95 (2026); 15 % off when verified.
MADYA = Target(tahun=2025, predikat="Madya")


@pytest.fixture
def plans() -> dict[str, Plan]:
    empty = toy_plan.empty_plan()
    wished = replace(empty, scenario=Scenario(nama="kosong", target=(MADYA,)))
    return {"dasar": toy_plan.plan(), "tahun": wished}


def test_first_years_of_the_predicates(plans: dict[str, Plan]) -> None:
    rows = {(row.basis, row.predicate): row.since for row in predicates_beside(plans)}

    never = (None, None)
    assert rows["mandiri", "Pratama"] == ((2024, None), never)
    assert rows["mandiri", "Madya"] == ((2025, None), never)
    assert rows["mandiri", "Utama"] == ((2026, None), never)
    # 65 × 0.85 = 55.25, 75 × 0.85 = 63.75, 95 × 0.85 = 80.75
    assert rows["verifikasi", "Pratama"] == ((2024, None), never)
    assert rows["verifikasi", "Madya"] == ((2026, None), never)
    assert rows["verifikasi", "Utama"] == (never, never)


def test_a_predicate_that_is_lost_again_is_said(plans: dict[str, Plan]) -> None:
    plan = plans["dasar"]
    back = {key: plan.fractions[2024 if key[0] == 2026 else key[0], key[1]]
            for key in plan.fractions}  # fmt: skip
    rows = {
        (row.basis, row.predicate): row.since
        for row in predicates_beside({"turun": replace(plan, fractions=back)})
    }

    assert rows["mandiri", "Madya"] == ((2025, 2026),)
    assert since(2025, 2026) == "2025 (lepas 2026)"
    assert since(None, None) == "–"


def test_every_target_is_measured_on_every_plan(plans: dict[str, Plan]) -> None:
    [row] = targets_beside(plans)

    assert row.target == MADYA
    assert row.reached == ((75.0, True), (40.0, False))


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (Target(tahun=2024, poin=Decimal(65)), True),
        (Target(tahun=2024, poin=Decimal("65.01")), False),
        (Target(tahun=2025, predikat="Madya", dasar="verifikasi"), False),
        (Target(tahun=2026, predikat="Madya", dasar="verifikasi"), True),
        (Target(tahun=2031, poin=Decimal(0)), False),
    ],
)
def test_whether_a_target_is_met(target: Target, met: bool) -> None:
    assert meets(toy_plan.plan(), target) is met


def test_activities_of_one_plan_only_are_listed_by_rupiah(plans: dict[str, Plan]) -> None:
    million = toy_plan.MILLION
    assert activities_beside(plans) == (
        ActivityRow(
            "A1",
            "Penyusunan Peraturan Daerah Kota Layak Anak",
            "D1",
            "K0",
            (((2024,), 100 * million), None),
        ),
        ActivityRow("A3", toy_plan.DANGEROUS, "D1", "K1", (((2024, 2025), 64 * million), None)),
        ActivityRow("A2", "Bimbingan perkawinan", "V1", "K0", (((2026,), 0), None)),
    )
    assert activities_beside({"a": plans["dasar"], "b": plans["dasar"]}) == ()


def test_another_volume_in_the_same_year_is_a_difference(plans: dict[str, Plan]) -> None:
    plan = plans["dasar"]
    more = replace(plan, volumes={**plan.volumes, ("A3", 2025): Decimal(5)})

    [row] = activities_beside({"a": plan, "b": more})

    assert row.code == "A3"
    assert row.everywhere


def test_ceilings_that_differ_are_listed_with_the_factor(plans: dict[str, Plan]) -> None:
    plan = plans["dasar"]
    scenario = plan.scenario.model_copy(update={"pagu_faktor": Decimal("0.5")})
    assert ceilings_beside(plans) == ()

    rows = ceilings_beside({"a": plan, "b": replace(plan, scenario=scenario)})

    million = toy_plan.MILLION
    assert rows == (
        CeilingRow(None, "DAU", "", (900 * million, 450 * million)),
        CeilingRow(None, "CSR", "", (200 * million, 100 * million)),
    )


def test_only_settings_that_differ_are_listed(plans: dict[str, Plan]) -> None:
    rows = dict(settings_beside(plans))

    assert rows["Inflasi per tahun"] == ["10,0 %", "3,0 %"]
    assert rows["Sasaran"][0] == "tidak ada"
    assert "Madya" in rows["Sasaran"][1]
    assert set(rows) == {"Inflasi per tahun", "Sasaran"}


def test_the_overview_names_the_best_the_cheapest_and_who_fails(plans: dict[str, Plan]) -> None:
    said = " ".join(overview(plans))

    assert "dicapai “dasar” (95 poin); terendah “tahun” (40 poin)" in said
    assert "Biaya terendah pada “tahun” (Rp0)" in said
    assert "“tahun” (satu sasaran belum)" in said
    assert "tiga kegiatan hanya ada pada sebagian rencana" in said
    assert "dua rencana" in overview({"a": plans["dasar"]})[0]


def test_the_workbook_holds_the_same_figures(plans: dict[str, Plan], tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_comparison_workbook(plans, tmp_path / "a.xlsx"))

    def rows(sheet: str) -> list[tuple[object, ...]]:
        return list(book[sheet].iter_rows(min_row=5, values_only=True))

    assert [row[3] for row in rows("Ringkasan")] == [95, 40]
    assert [row[7] for row in rows("Ringkasan")] == [plans["dasar"].cost(), 0]
    assert rows("Sasaran")[0][3:] == (75, "tercapai", 40, "belum")
    assert rows("Kegiatan")[1][1] == toy_plan.DANGEROUS
    assert book["Kegiatan"]["B6"].data_type == "s"
    assert rows("Kegiatan")[-1][5] == "=SUM(F5:F7)"
