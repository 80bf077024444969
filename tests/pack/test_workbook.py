"""The workbook is one that a planner wants to use."""

import openpyxl
import pytest
from support.grids import write_csv_folder

from kla_plan import resources
from kla_plan.pack import load_pack, write_workbook
from kla_plan.pack.columns import PACK_TABLES
from kla_plan.pack.source import read_raw


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("buku") / "metro.xlsx"
    write_workbook("kota-metro", path)
    return openpyxl.load_workbook(path)


def test_the_workbook_is_the_same_byte_for_byte(tmp_path):
    for name in ("a", "b"):
        write_workbook("kota-metro", tmp_path / f"{name}.xlsx")
    first, second = ((tmp_path / f"{name}.xlsx").read_bytes() for name in "ab")
    assert first == second


def test_sheets_stand_in_the_order_of_work(book):
    tables = [spec.name for spec in PACK_TABLES]
    assert book.sheetnames == ["petunjuk", *tables, "kamus_data", "daftar_kode"]


def test_headings_are_frozen_locked_and_explained(book):
    for spec in PACK_TABLES:
        sheet = book[spec.name]
        assert sheet.protection.sheet
        assert int("".join(filter(str.isdigit, sheet.freeze_panes))) == 2
        for column in spec.columns:
            heading = next(cell for cell in sheet[1] if cell.value == column.name)
            assert heading.protection.locked
            assert column.about in heading.comment.text
            if column.unit:
                assert f"Satuan: {column.unit}." in heading.comment.text
            (below,) = (
                width
                for width in sheet.column_dimensions.values()
                if width.min <= heading.column <= width.max
            )
            assert not below.protection.locked
    assert not book["pagu"]["D2"].protection.locked


def test_required_headings_have_a_colour_of_their_own(book):
    colours = {cell.value: cell.fill.start_color.rgb for cell in book["jawaban"][1]}
    assert colours["pertanyaan"] == colours["poin"]
    assert colours["poin"] != colours["asumsi"]


def test_choices_flags_and_references_have_drop_downs(book):
    def rules(sheet, column):
        letter = next(c.column_letter for c in book[sheet][1] if c.value == column)
        every = book[sheet].data_validations.dataValidation
        return [rule for rule in every if f"{letter}2" in str(rule.sqref)]

    assert rules("jawaban", "status_bukti")[0].formula1 == '"lengkap,sebagian,belum"'
    assert rules("kegiatan", "bulat")[0].formula1 == '"ya,tidak"'
    assert rules("kegiatan", "opd")[0].formula1.startswith("'opd'!$A$2")
    assert rules("biaya", "kegiatan")[0].formula1.startswith("'daftar_kode'!$G$2")
    assert rules("jawaban", "pertanyaan")[0].formula1 == "'daftar_kode'!$E$2:$E$275"
    assert rules("pagu", "batas_atas")[0].type == "whole"
    assert rules("jawaban", "poin")[0].type == "decimal"
    assert rules("kegiatan", "nama") == []
    (funds,) = rules("pagu", "sumber_dana")
    assert funds.formula1 == "'daftar_kode'!$I$2:$I$8"
    assert book["daftar_kode"]["I2"].value in {"DAU", "PAD"}


def test_codes_are_stored_as_text_and_money_as_numbers(book):
    assert book["profil"]["B2"].value == "18.72"
    assert isinstance(book["pagu"]["D2"].value, int)
    assert book["pagu"]["D2"].number_format == "#,##0"
    assert book["kegiatan"].column_dimensions["A"].number_format == "@"


def test_guide_sheets_say_what_to_do(book):
    guide = "\n".join(str(row[0].value) for row in book["petunjuk"] if row[0].value)
    assert "Petunjuk pengisian paket data Kota Metro" in guide
    assert "kla-plan check" in guide
    assert "BOK" in guide
    words = {(row[0].value, row[1].value) for row in book["kamus_data"].iter_rows(min_row=2)}
    assert {(s.name, c.name) for s in PACK_TABLES for c in s.columns} <= words
    assert book["daftar_kode"]["E2"].value == "P1.1"


def test_the_catalogue_is_copied_only_when_asked(tmp_path, book):
    assert book["kegiatan"].max_row == 1 + len(read_raw("kota-metro").tables["kegiatan"].rows)
    source = write_csv_folder(tmp_path / "metro", {})
    source.mkdir()
    for file in (resources.regions() / "kota-metro").glob("*.csv"):
        (source / file.name).write_bytes(file.read_bytes())
    unused = next(
        code
        for code, row in load_pack("kota-metro").activities.items()
        if row.kelompok_eksklusif == ""
        and not any(p.butuh == code for p in load_pack("kota-metro").prerequisites)
    )
    (source / "kegiatan.csv").write_text(f"kegiatan,dipakai\n{unused},tidak\n", encoding="utf-8")
    write_workbook(source, tmp_path / "metro.xlsx", with_catalogue=True)
    full = openpyxl.load_workbook(tmp_path / "metro.xlsx")
    assert full["kegiatan"].max_row > 150
    assert load_pack(tmp_path / "metro.xlsx") == load_pack(source)
    assert unused not in load_pack(tmp_path / "metro.xlsx").activities
