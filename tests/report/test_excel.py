"""Workbooks: every number that of the plan, totals as formulas with their values, no live text."""

from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from support import toy_plan

from kla_plan.plan.plan import Plan
from kla_plan.report.assumptions import assumption_counts
from kla_plan.report.excel import write_matrix
from kla_plan.report.excel.book import file_name


@pytest.fixture(scope="module", params=["toy", "real"])
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Plan, Path]:
    plan: Plan = request.getfixturevalue(request.param)
    return plan, write_matrix(plan, tmp_path_factory.mktemp("xlsx") / "matriks.xlsx")


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Rows below the heading, without the row of totals."""
    table = list(sheet.iter_rows(min_row=4, values_only=True))
    return [
        dict(zip(map(str, table[0]), line, strict=True))
        for line in table[1:]
        if line[0] != "Jumlah"
    ]


def close(found: object, expected: Fraction | float) -> bool:
    return abs(float(str(found)) - float(expected)) < 1e-9


def test_matrix_sheet_cell_by_cell(case: tuple[Plan, Path]) -> None:
    plan, path = case
    found = {
        r["Kode aksi"]: r for r in rows(openpyxl.load_workbook(path, data_only=True)["Matriks"])
    }
    spent: dict[tuple[str, int], int] = defaultdict(int)
    for (activity, year, _), rupiah in plan.spending.items():
        spent[activity, year] += rupiah
    assert set(found) == set(plan.activities)
    for code, row in found.items():
        activity = plan.pack.activities[str(code)]
        for year in plan.years:
            volume = plan.volumes.get((str(code), year))
            cell = row[f"Target {year}"]
            assert cell is None if volume is None else close(cell, Fraction(volume))
            assert row[f"Pagu {year} (Rp)"] == spent[str(code), year]
        assert row["Jumlah pagu (Rp)"] == sum(spent[str(code), t] for t in plan.years)
        assert row["Aksi"] == activity.nama
        assert row["OPD penanggung jawab"] == activity.opd
        assert (row["Kode sub kegiatan"] or "") == activity.sub_kegiatan
        assert (row["OPD pendukung"] or "") == "; ".join(activity.opd_pendukung)


def test_budget_sheets(case: tuple[Plan, Path]) -> None:
    plan, path = case
    book = openpyxl.load_workbook(path, data_only=True)
    pack = plan.pack
    groups = {
        "Per OPD": lambda a, _f: pack.activities[a].opd,
        "Per klaster": lambda a, _f: pack.instrument.cluster_of(pack.activities[a].indikator),
        "Per sumber dana": lambda _a, f: f,
    }
    for name, group in groups.items():
        sums: dict[tuple[str, int], int] = defaultdict(int)
        for (activity, year, fund), rupiah in plan.spending.items():
            sums[group(activity, fund), year] += rupiah
        table = rows(book[name])
        assert {r["Kode"] for r in table} == {code for code, _ in sums}
        for row in table:
            for year in plan.years:
                assert row[f"{year} (Rp)"] == sums[str(row["Kode"]), year]
            assert row["Jumlah (Rp)"] == sum(sums[str(row["Kode"]), t] for t in plan.years)
    for row in rows(book["Per tahun"]):
        year = int(str(row["Tahun"]))
        assert row["Anggaran (Rp)"] == sum(r for (_, t, _), r in plan.spending.items() if t == year)
        assert row["Kegiatan dilaksanakan"] == sum(1 for _, t in plan.volumes if t == year)


def test_score_sheets(case: tuple[Plan, Path]) -> None:
    plan, path = case
    book = openpyxl.load_workbook(path, data_only=True)
    keep = 1 - Fraction(plan.scenario.diskon_verifikasi)
    totals = {plan.pack.profile.base_year: plan.pack.start_score().total}
    totals |= {year: plan.score(year).total for year in plan.years}
    for row in rows(book["Skor"]):
        exact = totals[int(str(row["Tahun"]))]
        assert close(row["Penilaian mandiri (poin)"], exact)
        assert close(row["Perkiraan setelah verifikasi (poin)"], exact * keep)
        assert row["Predikat mandiri"] == plan.pack.instrument.predicate(exact)
    for row, code in zip(rows(book["Skor klaster"]), plan.pack.instrument.clusters, strict=True):
        for year in plan.years:
            assert close(row[f"{year} (poin)"], plan.score(year).clusters[code])


def test_assumption_sheet_lists_every_assumption(case: tuple[Plan, Path]) -> None:
    plan, path = case
    table = rows(openpyxl.load_workbook(path, data_only=True)["Asumsi"])
    counted = sum(int(str(row["Jumlah data"])) for row in table)
    assert counted == assumption_counts(plan)["asumsi"].sum()


def test_totals_are_formulas_whose_stored_values_are_the_sums(case: tuple[Plan, Path]) -> None:
    _, path = case
    live, stored = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    checked = 0
    for sheet in live:
        last = sheet.max_row
        for cell in sheet[last]:
            if cell.data_type != "f":
                continue
            assert cell.value == f"=SUM({cell.column_letter}5:{cell.column_letter}{last - 1})"
            above = [
                stored[sheet.title].cell(line, cell.column).value or 0 for line in range(5, last)
            ]
            assert close(stored[sheet.title][cell.coordinate].value, sum(map(float, above)))
            checked += 1
    assert checked > 20


def test_text_is_never_run(toy: Plan, tmp_path: Path) -> None:
    path = write_matrix(toy, tmp_path / "m.xlsx")
    cells = [
        cell
        for sheet in openpyxl.load_workbook(path)
        for line in sheet.iter_rows()
        for cell in line
    ]
    dangerous = [cell for cell in cells if cell.value == toy_plan.DANGEROUS]
    assert dangerous
    assert {cell.data_type for cell in dangerous} == {"s"}
    assert all(str(c.value).startswith("=SUM(") for c in cells if c.data_type == "f")
    assert not any(cell.hyperlink for cell in cells)


def test_sheets_are_set_up_for_reading_and_printing(case: tuple[Plan, Path]) -> None:
    for sheet in openpyxl.load_workbook(case[1]):
        assert sheet.freeze_panes is not None
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    matrix = openpyxl.load_workbook(case[1])["Matriks"]
    assert matrix.page_setup.orientation == "landscape"


def test_same_plan_gives_the_same_bytes(case: tuple[Plan, Path], tmp_path: Path) -> None:
    plan, path = case
    assert write_matrix(plan, tmp_path / "lain.xlsx").read_bytes() == path.read_bytes()


def test_a_plan_without_activities_gives_a_readable_workbook(tmp_path: Path) -> None:
    path = write_matrix(toy_plan.empty_plan(), tmp_path / "m.xlsx")
    book = openpyxl.load_workbook(path, data_only=True)
    assert rows(book["Matriks"]) == []
    assert [row["Anggaran (Rp)"] for row in rows(book["Per tahun"])] == [0, 0, 0]


def test_file_names_work_on_every_system() -> None:
    assert file_name("PUPR/Perkim: A*?") == "PUPR_Perkim_A"
