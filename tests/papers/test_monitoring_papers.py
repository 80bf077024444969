"""The monitoring report, its workbook, and the forms that the pack reads back."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader
from support import pages, toy_plan
from support.city_sets import simple_plan

from kla_plan.indonesian import number, rupiah
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.pack.records import RealisasiTriwulan
from kla_plan.pack.workbook import write_workbook
from kla_plan.papers.monitoring import PAPER, as_if_reported, monitor
from kla_plan.papers.monitoring.form import FORM
from kla_plan.papers.monitoring.sheets import BOOK
from kla_plan.papers.paper import Brief, Made
from kla_plan.plan.plan import Plan
from kla_plan.report.excel.book import HEAD
from kla_plan.runs.papers import write_papers

YEAR = 2025
SHEETS = [
    "Ringkasan", "Kegiatan", "OPD", "Klaster", "Sumber dana", "Poin", "Poin indikator",
    "Matriks tahunan", "petunjuk", FORM,
]  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> Plan:
    return simple_plan("ogan-ilir")


@pytest.fixture(scope="module")
def reported(plan: Plan) -> Pack:
    """The illustration, with one activity outside the plan and one that is silent."""
    pack = as_if_reported(plan, YEAR, 3, Decimal("0.7"))
    rows = list(pack.records.quarters)
    silent = rows[-1].kegiatan
    other = next(code for code in pack.activities if (code, YEAR) not in plan.volumes)
    extra = RealisasiTriwulan(
        tahun=YEAR, triwulan=2, kegiatan=other, volume=Decimal(1), rupiah=12_345_679
    )
    rows = [row for row in rows if (row.kegiatan, row.tahun) != (silent, YEAR)]
    return replace(pack, records=replace(pack.records, quarters=(*rows, extra)))


@pytest.fixture(scope="module")
def made(plan: Plan, reported: Pack, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return PAPER.write(Brief(plan, reported), tmp_path_factory.mktemp("pantau"))


@pytest.fixture(scope="module")
def baseline(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return PAPER.write(Brief(plan, plan.pack), tmp_path_factory.mktemp("awal"))


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    """Return the rows of a sheet by heading, without the sum below them."""
    table = list(sheet.iter_rows(min_row=HEAD + 1, values_only=True))
    rows = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    return [row for row in rows if row[table[0][0]] not in {None, "Jumlah"}]


def test_the_report_says_the_sums_of_the_tables(plan: Plan, reported: Pack, made: Made) -> None:
    text = text_of(made.to_pdf[0])
    assert re.findall(r"\{\{|\{%", text) == []
    mine = [row for row in reported.records.quarters if row.tahun == YEAR]
    assert f"anggaran {rupiah(plan.cost(YEAR))}." in text
    assert f"Belanja yang dilaporkan {rupiah(sum(row.rupiah for row in mine))} atau" in text
    for quarter in (1, 2, 3):
        part = sum(row.rupiah for row in mine if row.triwulan == quarter)
        assert f"\n{number(part)}\n" in text
    for year in plan.years:
        assert f"\n{number(plan.cost(year))}\n" in text
        assert f"\n{number(plan.score(year).total, 2)}\n" in text
    assert "dengan belanja Rp12.345.679" in text
    assert "P2.5 “Pemantauan dan evaluasi pelaksanaan RAD KLA setiap tahunnya” (3 poin)" in text


def test_the_matrix_has_every_activity_of_the_year(plan: Plan, reported: Pack, made: Made) -> None:
    matrix = Document(str(made.to_pdf[0])).tables[-1]
    found = {}
    for row in matrix.rows:
        code = re.search(r"\(([A-Z]\w?-?\w+)\)$", row.cells[1].text)
        if code:
            found[code.group(1)] = [cell.text for cell in row.cells]
    lines = {line.code: line for line in monitor(plan, reported).of(YEAR)}
    assert found.keys() == lines.keys()
    for code, cells in found.items():
        assert cells[12] == lines[code].status.value
        rows = [r for r in reported.records.quarters if (r.kegiatan, r.tahun) == (code, YEAR)]
        for row in rows:
            assert cells[5 + row.triwulan] == f"{number(row.volume)}\n{number(row.rupiah)}"
        if rows:
            done = number(sum(r.volume for r in rows)), number(sum(r.rupiah for r in rows))
            assert tuple(cells[10].split("\n")) == done
        else:
            assert cells[6:11] == ["\n"] * 5


def test_the_workbook_agrees_with_the_plan(plan: Plan, reported: Pack, made: Made) -> None:
    book = load_workbook(made.files[1], data_only=True)
    assert made.files[1].name == BOOK
    assert book.sheetnames == SHEETS
    spent: dict[int, int] = {}
    for row in reported.records.quarters:
        spent[row.tahun] = spent.get(row.tahun, 0) + row.rupiah
    for row in rows_of(book["Ringkasan"]):
        year = int(str(row["Tahun"]))
        assert row["Anggaran (Rp)"] == plan.cost(year)
        assert row["Realisasi (Rp)"] == spent.get(year, 0)
        assert row["Tidak terpilah menurut triwulan (Rp)"] == 0
        planned = {a for a, t in plan.volumes if t == year}
        planned |= {a for (a, t, _), money in plan.spending.items() if t == year and money}
        assert row["Kegiatan direncanakan"] == len(planned)
    for name in ("OPD", "Klaster", "Sumber dana"):
        rows = rows_of(book[name])
        assert sum(int(str(row["Anggaran (Rp)"] or 0)) for row in rows) == plan.cost()
        assert sum(int(str(row["Realisasi (Rp)"] or 0)) for row in rows) == sum(spent.values())
    for row in rows_of(book["Kegiatan"]):
        code = str(row["Kegiatan"])
        assert row["Target volume"] == float(plan.volumes.get((code, YEAR), Decimal(0)))
        mine = [r for r in reported.records.quarters if (r.kegiatan, r.tahun) == (code, YEAR)]
        money = sum(r.rupiah for r in mine)
        assert (row["Realisasi (Rp)"] or 0) == money
        pagu = sum(m for (a, t, _), m in plan.spending.items() if (a, t) == (code, YEAR))
        assert row["Selisih belanja (Rp)"] == (money - pagu if mine else None)


def test_points_of_the_workbook_are_those_of_the_plan(plan: Plan, made: Made) -> None:
    book = load_workbook(made.files[1], data_only=True)
    totals = {
        int(str(row[0])): row[2]
        for row in book["Poin"].iter_rows(min_row=HEAD + 2, values_only=True)
        if row[1] == "Jumlah"
    }
    assert totals == {year: pytest.approx(float(plan.score(year).total)) for year in plan.years}
    indicators = rows_of(book["Poin indikator"])
    for row in indicators:
        points = plan.score(int(str(row["Tahun"]))).indicators[str(row["Indikator"])]
        assert row["Rencana"] == pytest.approx(float(points))
    assert len(indicators) == len(plan.years) * len(plan.pack.instrument.indicators)


def test_the_yearly_matrix_holds_every_year(plan: Plan, made: Made) -> None:
    rows = rows_of(load_workbook(made.files[1], data_only=True)["Matriks tahunan"])
    for year in plan.years:
        whole = sum(int(str(row[f"{year}: Anggaran (Rp)"] or 0)) for row in rows)
        assert whole == plan.cost(year)
    targets = {
        (str(row["Kegiatan"]), year): row[f"{year}: Target"]
        for row in rows
        for year in plan.years
        if row[f"{year}: Target"] is not None
    }
    assert targets == {key: float(volume) for key, volume in plan.volumes.items()}


def test_without_reports_the_paper_is_a_form(plan: Plan, baseline: Made) -> None:
    text = text_of(baseline.to_pdf[0])
    first = plan.years[0]
    assert "Realisasi belum dilaporkan" in text
    assert f"Keadaan Awal Tahun {first}" in text
    assert rupiah(plan.cost(first)) in text
    assert [point.place for point in baseline.open_points] == ["lembar realisasi_triwulan"]
    form = load_workbook(baseline.files[1])[FORM]
    codes = [row[2] for row in form.iter_rows(min_row=2, values_only=True) if row[2]]
    planned = {a for a, t in plan.volumes if t == first}
    assert {code: codes.count(code) for code in codes} == dict.fromkeys(planned, 4)


def in_pack(form: Path, folder: Path) -> Pack:
    """Put the sheet of a form into the workbook of the pack, as a planner copies it."""
    target = folder / "ogan-ilir.xlsx"
    write_workbook("ogan-ilir", target)
    book = load_workbook(target)
    del book[FORM]
    sheet = book.create_sheet(FORM)
    for row in load_workbook(form)[FORM].iter_rows(values_only=True):
        sheet.append(row)
    book.save(target)
    return load_pack(target)


def test_a_form_that_was_not_filled_in_reports_nothing(
    plan: Plan, baseline: Made, tmp_path: Path
) -> None:
    pack = in_pack(baseline.files[1], tmp_path)
    assert pack.records.quarters != ()
    assert monitor(plan, pack).known.last is None


def test_a_filled_form_comes_back_to_the_unit_and_the_rupiah(
    plan: Plan, baseline: Made, tmp_path: Path
) -> None:
    agency = next(path for path in baseline.files if path.parent.name == "opd")
    book = load_workbook(agency)
    sheet = book[FORM]
    heads = [cell.value for cell in sheet[1]]
    expected = {}
    for line in range(2, 8):
        key = tuple(sheet.cell(line, heads.index(name) + 1).value
                    for name in ("tahun", "triwulan", "kegiatan"))  # fmt: skip
        given = {"volume": line / 4, "rupiah": 1_000_001 * line, "keterangan": f"Catatan {line}"}
        for name, value in given.items():
            sheet.cell(line, heads.index(name) + 1).value = value
        expected[key] = (Decimal(line) / 4, 1_000_001 * line, f"Catatan {line}")
    filled = tmp_path / "diisi.xlsx"
    book.save(filled)
    pack = in_pack(filled, tmp_path)
    known = monitor(plan, pack).known.rows
    got = {
        (row.tahun, row.triwulan, row.kegiatan): (row.volume, row.rupiah, row.keterangan)
        for row in known.values()
    }
    assert got == expected


def test_forms_divide_the_activities_among_the_agencies(plan: Plan, baseline: Made) -> None:
    found: list[str] = []
    for path in baseline.files[2:]:
        sheet = load_workbook(path)[FORM]
        codes = {str(row[2]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[2]}
        assert len({plan.pack.activities[code].opd for code in codes}) == 1
        found += codes
    assert sorted(found) == sorted({a for a, t in plan.volumes if t == plan.years[0]})


def test_reported_quarters_stand_in_the_form(plan: Plan, reported: Pack, made: Made) -> None:
    sheet = load_workbook(made.files[1])[FORM]
    table = list(sheet.iter_rows(values_only=True))
    heads = list(table[0])
    place = [heads.index(name) for name in ("tahun", "triwulan", "kegiatan", "volume", "rupiah")]
    rows = [tuple(row[n] for n in place) for row in table[1:] if row[2]]
    filled = {row[:3]: row[3:] for row in rows if row[4] is not None}
    mine = [row for row in reported.records.quarters if row.tahun == YEAR]
    assert filled == {
        (row.tahun, row.triwulan, row.kegiatan): (float(row.volume), row.rupiah) for row in mine
    }


@pytest.mark.parametrize("filled", [True, False])
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, filled: bool) -> None:
    plan = toy_plan.plan()
    pack = as_if_reported(plan, 2025, 2) if filled else plan.pack
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
        PAPER.write(Brief(plan, pack), tmp_path / name)
    files = [path for path in (tmp_path / "satu").rglob("*") if path.is_file()]
    assert len(files) > 2
    for path in files:
        other = tmp_path / "dua" / path.relative_to(tmp_path / "satu")
        assert path.read_bytes() == other.read_bytes()


def test_a_plan_without_activities_gives_a_paper_too(tmp_path: Path) -> None:
    plan = toy_plan.empty_plan()
    made = PAPER.write(Brief(plan, plan.pack), tmp_path)
    assert "merencanakan tidak ada kegiatan" in text_of(made.to_pdf[0])


@pytest.mark.slow
@pytest.mark.libreoffice
def test_the_pages_of_a_filled_report_are_in_order(
    plan: Plan, reported: Pack, tmp_path: Path
) -> None:
    brief = Brief(plan, reported, date(YEAR, 11, 5))
    made = write_papers(brief, (PAPER,), tmp_path / "berkas").made[PAPER.name]
    (pdf,) = [path for path in made.files if path.suffix == ".pdf"]
    assert pages.faults(pdf) == []
    assert 5 <= len(PdfReader(pdf).pages) <= 10
