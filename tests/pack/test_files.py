"""Files that are no packs, and files that would do harm."""

import zipfile

import openpyxl
import pytest
from support.grids import tiny_grids, write_book, write_csv_folder

from kla_plan.pack import inspect
from kla_plan.pack.rules import RULES

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def _only(path):
    (finding,) = inspect(path)
    assert finding.remedy
    return finding


def test_a_missing_folder_names_the_nearest_pack():
    found = _only("ogan-illir")
    assert found.code == "KLA-B-001"
    assert 'Apakah maksud Anda "ogan-ilir"?' in found.message


def test_a_missing_file_names_its_neighbour(tmp_path):
    write_book(tmp_path / "paket.xlsx", tiny_grids())
    found = _only(tmp_path / "pakket.xlsx")
    assert found.code == "KLA-B-001"
    assert '"paket.xlsx"' in found.message


def test_a_path_into_nowhere_is_said_so(tmp_path):
    assert _only(tmp_path / "tidak" / "ada").code == "KLA-B-001"


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 bukan Excel", b"kunci,nilai\n", OLE + b"\0" * 600],
    ids=["kosong", "pdf", "csv", "xls"],
)
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "paket.xlsx"
    path.write_bytes(content)
    assert _only(path).code == "KLA-B-002"


def test_another_zip_is_no_workbook(tmp_path):
    path = tmp_path / "paket.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert _only(path).code == "KLA-B-002"


def test_a_damaged_workbook_is_refused(tmp_path):
    path = write_book(tmp_path / "paket.xlsx", tiny_grids())
    broken = tmp_path / "rusak.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, content[:200] if "sheet3" in part else content)
    assert _only(broken).code == "KLA-B-002"


def test_a_password_is_noticed(tmp_path):
    path = tmp_path / "paket.xlsx"
    path.write_bytes(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)
    found = _only(path)
    assert found.code == "KLA-B-003"
    assert "sandi" in found.remedy


def test_a_bomb_is_not_opened(tmp_path):
    path = tmp_path / "paket.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    assert path.stat().st_size < 100_000
    found = _only(path)
    assert found.code == "KLA-B-004"
    assert "40.000.011" in found.message


def test_a_cell_at_the_far_end_does_not_fill_the_memory(tmp_path):
    path = write_book(tmp_path / "paket.xlsx", tiny_grids())
    book = openpyxl.load_workbook(path)
    book["pagu"]["XFD1048576"] = "x"
    book.save(path)
    assert [(f.code, f.place.cell) for f in inspect(path)] == [("KLA-B-004", "XFD1048576")]


@pytest.mark.parametrize(
    "content",
    [b"kunci,nilai\nnama,Caf\xe9\n", "kunci\tnilai\n".encode("utf-16"), b'kunci,nilai\n"a"b,c\n'],
    ids=["ansi", "utf16", "kutip"],
)
def test_a_csv_that_cannot_be_decoded_is_named(tmp_path, content):
    folder = write_csv_folder(tmp_path / "kecil", tiny_grids())
    (folder / "pagu.csv").write_bytes(content)
    found = _only(folder)
    assert (found.code, found.place.sheet) == ("KLA-B-005", "pagu")


def test_a_file_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    folder = write_csv_folder(tmp_path / "kecil", tiny_grids())
    book = write_book(tmp_path / "kecil.xlsx", tiny_grids())

    def locked(*_args, **_kwargs):
        raise PermissionError(13, "sedang dipakai program lain")

    monkeypatch.setattr("pathlib.Path.open", locked)
    assert _only(book).code == "KLA-B-016"
    monkeypatch.setattr("pathlib.Path.read_bytes", locked)
    assert {found.code for found in inspect(folder)} == {"KLA-B-016"}


def test_an_empty_folder_is_an_empty_pack(tmp_path):
    (tmp_path / "catatan.txt").write_text("kosong", encoding="utf-8")
    assert _only(tmp_path).code == "KLA-B-006"


def test_a_workbook_of_other_sheets_is_an_empty_pack(tmp_path):
    path = write_book(tmp_path / "lain.xlsx", {"Sheet1": [["a"], ["b"]]})
    assert [found.code for found in inspect(path)] == ["KLA-B-010", "KLA-B-006"]


def test_sheets_of_the_same_name_are_named(tmp_path):
    path = write_book(tmp_path / "kecil.xlsx", tiny_grids() | {"PAGU ": [["tahun"], ["2026"]]})
    assert "KLA-B-012" in {found.code for found in inspect(path)}
    folder = write_csv_folder(tmp_path / "kecil", tiny_grids())
    (folder / "Pagu .csv").write_bytes((folder / "pagu.csv").read_bytes())
    assert [found.code for found in inspect(folder)] == ["KLA-B-012"]


def test_merged_cells_are_named_with_their_range(tmp_path):
    path = write_book(tmp_path / "kecil.xlsx", tiny_grids())
    book = openpyxl.load_workbook(path)
    book["pagu"].merge_cells("B2:B3")
    book["pagu"].merge_cells("K40:L41")
    book.save(path)
    merged = [found for found in inspect(path) if found.code == "KLA-K-011"]
    assert [(f.place.cell, f.value) for f in merged] == [("B2", "B2:B3")]


def test_a_sheet_with_headings_further_down_is_named(tmp_path):
    grids = tiny_grids()
    grids["opd"] = [[], ["Daftar OPD"], *grids["opd"]]
    found = inspect(write_book(tmp_path / "kecil.xlsx", grids))
    assert [(f.code, f.place.sheet) for f in found] == [("KLA-B-013", "opd")]


def test_every_rule_is_complete_and_its_code_is_well_formed():
    for code, rule in RULES.items():
        assert code.startswith(("KLA-B-", "KLA-K-", "KLA-D-", "KLA-S-"))
        assert all((rule.title, rule.reason, rule.remedy, rule.example))
        assert rule.remedy.endswith(".")
        assert rule.reason.endswith(".")
