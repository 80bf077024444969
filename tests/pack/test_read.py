"""Reading packs that are in order."""

import dataclasses
import datetime as dt
import hashlib
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from support.grids import edited, tiny_grids, write_book, write_csv_folder
from support.tiny import write_tiny

from kla_plan import resources
from kla_plan.findings import FindingsError, errors
from kla_plan.pack import inspect, load_pack

SHIPPED = sorted(folder.name for folder in resources.regions().iterdir() if folder.is_dir())


@pytest.fixture
def tiny(tmp_path):
    return load_pack(write_csv_folder(tmp_path / "kecil", tiny_grids()))


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_shipped_pack_loads_without_an_error(slug):
    assert errors(inspect(slug)) == ()
    pack = load_pack(slug)
    assert pack.slug == slug
    assert set(pack.answers) == set(pack.instrument.questions)
    assert pack.activities
    assert pack.nomenclature


def test_a_shipped_score_is_kept_exactly():
    assert load_pack("kota-baubau").start_score().total == Fraction("372.15")


def test_the_tiny_pack_is_what_its_rows_say(tiny):
    assert tiny.slug == "kecil"
    assert tiny.profile.full_name == "Kota Contoh"
    assert tiny.years == (2026, 2027, 2028)
    assert tiny.funds == ("DAU", "DAK")
    assert tiny.answers["P1.1"].poin == 2
    assert tiny.activities["A3"].opd_pendukung == ("Dinas A",)
    assert tiny.costs_of("A3")[1].seterusnya is True
    assert tiny.effects_of("A1")[0].kenaikan == Decimal("0.5")
    assert tiny.instrument.questions["P1.1"].skala == (Fraction(1, 2), Fraction(1))
    assert tiny.warnings == ()


def test_defaults_that_follow_from_other_columns_are_filled_in(tiny):
    assert tiny.activities["A4"].volume_maks_per_tahun == 10
    assert tiny.activities["A4"].volume_min_per_tahun == 1
    assert {row.kegiatan: row.bertahan for row in tiny.effects}["A2"] is False
    assert {row.kegiatan: row.bertahan for row in tiny.effects}["A3"] is True


def test_a_folder_with_few_columns_is_read_as_well(tmp_path, tiny):
    pack = load_pack(write_tiny(tmp_path / "kecil"))
    assert dataclasses.replace(pack, unreachable=tiny.unreachable) == tiny


@pytest.mark.parametrize(("delimiter", "bom"), [(",", True), (";", False), (";", True)])
def test_excel_dialects_of_csv_are_the_same_pack(tmp_path, tiny, delimiter, bom):
    folder = write_csv_folder(tmp_path / "x" / "kecil", tiny_grids(), delimiter=delimiter, bom=bom)
    assert load_pack(folder) == tiny


def test_indonesian_numbers_in_a_semicolon_file_are_read(tmp_path, tiny):
    edits = {
        "pagu!D2": "150.000.000",
        "pagu!D3": "Rp 50.000.000,00",
        "dampak!C2": "0,5",
        "jawaban!B2": "2,0",
        "profil!A1": " Kunci ",
        "opd!B2": "  Dinas Alfa\u00a0",
    }
    folder = write_csv_folder(tmp_path / "id" / "kecil", edited(edits), delimiter=";")
    assert load_pack(folder) == tiny


@pytest.mark.parametrize("numbers", [False, True])
def test_a_workbook_is_the_same_pack_as_the_folder(tmp_path, tiny, numbers):
    grids = tiny_grids()
    if numbers:
        grids = edited({"dampak!C2": 0.5, "biaya!D2": 100_000_000, "kegiatan!G2": 1.0}, grids)
    assert load_pack(write_book(tmp_path / "kecil.xlsx", grids, numbers=numbers)) == tiny


def test_dates_in_free_text_are_written_out(tmp_path):
    edits = {"profil!A11": "tanggal_sk", "profil!B11": dt.date(2025, 11, 14)}
    pack = load_pack(write_book(tmp_path / "kecil.xlsx", edited(edits)))
    assert pack.profile.fact("tanggal_sk") == "14 November 2025"


def test_saved_values_of_formulas_are_read(tmp_path):
    path = tmp_path / "rumus.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, grid in tiny_grids().items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(grid):
                for column, text in enumerate(cells):
                    sheet.write_string(row, column, text)
            if name == "pagu":
                sheet.write_formula("D2", "=100000000+50000000", None, 150_000_000)
    assert load_pack(path).ceilings[0].batas_atas == 150_000_000


def test_reading_changes_no_file(tmp_path):
    folder = write_csv_folder(tmp_path / "kecil", tiny_grids())
    book = write_book(tmp_path / "kecil.xlsx", tiny_grids())
    before = _hashes(tmp_path)
    load_pack(folder)
    load_pack(book)
    inspect(folder)
    assert _hashes(tmp_path) == before


def test_own_notes_are_left_alone(tmp_path, tiny):
    edits = {"catatan rapat": [["apa saja"], ["x"]], "pagu!H1": "catatan", "pagu!H2": "dibahas"}
    assert load_pack(write_csv_folder(tmp_path / "c" / "kecil", edited(edits))) == tiny


def test_later_answer_sheets_are_kept_by_year(tmp_path):
    grids = tiny_grids()
    grids["jawaban_2027"] = [["pertanyaan", "poin"], ["P1.1", "4"]]
    pack = load_pack(write_csv_folder(tmp_path / "kecil", grids))
    assert pack.later_answers[2027][0].poin == 4


def test_levels_without_an_end_are_exact(tmp_path):
    pack = load_pack(write_csv_folder(tmp_path / "k", edited({"pertanyaan!G2": "1/3; 2/3 ;1"})))
    assert pack.instrument.questions["P1.1"].skala == (Fraction(1, 3), Fraction(2, 3), Fraction(1))


def test_a_slug_in_the_profile_names_the_pack(tmp_path):
    edits = {"profil!A11": "slug", "profil!B11": "nama-lain"}
    pack = load_pack(write_csv_folder(tmp_path / "k", edited(edits)))
    assert pack.slug == "nama-lain"
    assert "slug" not in pack.profile.facts


def test_without_checks_rows_are_not_compared(tmp_path):
    folder = write_csv_folder(tmp_path / "k", edited({"jawaban!B2": "9"}))
    with pytest.raises(FindingsError, match="KLA-D-030"):
        load_pack(folder)
    assert load_pack(folder, check=False).answers["P1.1"].poin == 9


def test_without_checks_a_pack_that_cannot_be_built_is_still_refused(tmp_path):
    folder = write_csv_folder(tmp_path / "k", edited({"kegiatan!D2": "Dinas Z"}))
    with pytest.raises(FindingsError, match="KLA-D-001"):
        load_pack(folder, check=False)


def test_a_shipped_pack_is_read_in_a_blink():
    """In this process's own time: what else the machine does must not decide."""
    load_pack("ogan-ilir")
    start = time.process_time()
    load_pack("ogan-ilir")
    assert time.process_time() - start < 1.5


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
