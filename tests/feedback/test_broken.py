"""Broken forms: every fault is found at once, with code, sheet, file and cell."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from support.forms import ADDITIONS, CEILINGS, CHANGES, IDENTITY, Form, issue
from support.tiny import PROFIL, TABLES, with_rows, write_tiny

from kla_plan.feedback import Outcome, read_feedback
from kla_plan.feedback.codes import CODES
from kla_plan.findings import Finding, FindingsError
from kla_plan.plan.plan import Plan

type Read = Callable[..., Outcome]
type Fill = Callable[[str], Form]

#: Activity and year of Dinas B, what it writes, the code and the column that must be named.
ROWS: list[tuple[str, dict[str, Any], str, str]] = [
    ("bukan pilihan", {"setuju": "mungkin"}, "KLA-K-012", "setuju"),
    ("bukan bilangan", {"setuju": "ubah", "usulan_volume": "dua", "alasan": "x"}, "KLA-K-002",
     "usulan_volume"),
    ("ganda", {"setuju": "ubah", "usulan_volume": "1.500", "alasan": "x"}, "KLA-K-003",
     "usulan_volume"),
    ("negatif", {"setuju": "ubah", "usulan_biaya_per_unit": -5, "alasan": "x"}, "KLA-K-005",
     "usulan_biaya_per_unit"),
    ("rupiah pecahan", {"setuju": "ubah", "usulan_biaya_tetap": 1.5, "alasan": "x"}, "KLA-K-004",
     "usulan_biaya_tetap"),
    ("galat Excel", {"setuju": "ubah", "usulan_biaya_tetap": "#REF!", "alasan": "x"}, "KLA-K-010",
     "usulan_biaya_tetap"),
    ("rumus", {"setuju": "ubah", "usulan_biaya_tetap": "=1+1", "alasan": "x"}, "KLA-K-009",
     "usulan_biaya_tetap"),
    ("bukan tahun", {"setuju": "ubah", "usulan_tahun_mulai_paling_awal": 26, "alasan": "x"},
     "KLA-K-015", "usulan_tahun_mulai_paling_awal"),
    ("di luar masa", {"setuju": "ubah", "usulan_tahun_mulai_paling_awal": 2040, "alasan": "x"},
     "KLA-U-117", "usulan_tahun_mulai_paling_awal"),
    ("OPD asing", {"setuju": "ubah", "usulan_opd_pendukung": "Dinas AA", "alasan": "x"},
     "KLA-D-001", "usulan_opd_pendukung"),
    ("ya dengan usulan", {"setuju": "ya", "usulan_volume": 2}, "KLA-U-110", "setuju"),
    ("tolak dengan usulan", {"setuju": "tolak", "usulan_volume": 2, "alasan": "x"}, "KLA-U-110",
     "setuju"),
    ("ubah tanpa usulan", {"setuju": "ubah", "alasan": "x"}, "KLA-U-111", "setuju"),
    ("usulan tanpa jawaban", {"usulan_volume": 2}, "KLA-U-112", "setuju"),
    ("tanpa alasan", {"setuju": "ubah", "usulan_volume": 2}, "KLA-U-113", "alasan"),
    ("tolak tanpa alasan", {"setuju": "tolak"}, "KLA-U-113", "alasan"),
    ("volume nol", {"setuju": "ubah", "usulan_volume": 0, "alasan": "x"}, "KLA-U-115",
     "usulan_volume"),
    ("volume pecahan", {"setuju": "ubah", "usulan_volume": 1.5, "alasan": "x"}, "KLA-U-116",
     "usulan_volume"),
    ("volume terkunci", {"volume_rencana": 9}, "KLA-U-108", "kegiatan"),
    ("harga terkunci", {"biaya_per_unit": 1}, "KLA-U-108", "kegiatan"),
    ("segel hilang", {"segel": None}, "KLA-U-108", "kegiatan"),
]  # fmt: skip


def found(read: Callable[[], object]) -> tuple[Finding, ...]:
    with pytest.raises(FindingsError) as raised:
        read()
    return raised.value.findings


@pytest.mark.parametrize(("name", "values", "code", "column"), ROWS, ids=[r[0] for r in ROWS])
def test_a_broken_row(
    read: Read, fill: Fill, name: str, values: dict[str, Any], code: str, column: str
) -> None:
    with fill("Dinas B") as form:
        form.answer("A4", 2027, **values)
        (number,) = form.rows(CHANGES, kegiatan="A4", tahun=2027)
        cell = form.book[CHANGES].cell(number, form.column(CHANGES, column)).coordinate
    (one,) = found(read)
    assert (one.code, one.place.cell) == (code, cell), str(one)
    assert one.place.sheet == f"{CHANGES} (Dinas B.xlsx)"
    assert one.remedy


def test_all_files_are_looked_at_before_anything_stops(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        form.answer("A2", 2027, setuju="entah")
        form.answer("A2", 2028, setuju="tolak")
    with fill("Polres") as form:
        form.answer("A5", 2028, setuju="ubah", alasan="x")
    assert [one.code for one in found(read)] == ["KLA-K-012", "KLA-U-113", "KLA-U-111"]


def test_rows_of_one_activity_must_agree(read: Read, fill: Fill) -> None:
    with fill("Dinas B") as form:
        first = form.answer("A3", 2026, setuju="ubah", alasan="x", usulan_biaya_tetap=1_000_000)
        second = form.answer("A3", 2027, setuju="ubah", alasan="x", usulan_biaya_tetap=2_000_000)
    (one,) = found(read)
    assert (one.code, one.place.cell) == ("KLA-U-114", second)
    assert first in one.message


def test_a_row_taken_out_and_a_row_put_in(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        form.book[CHANGES].delete_rows(3)
    with fill("Dinas B") as form:
        form.put(CHANGES, 6, kegiatan="A9", tahun=2026, peran="penanggung jawab", volume_rencana=1)
    assert [one.code for one in found(read)] == ["KLA-U-109", "KLA-U-108"]


def test_a_row_twice(read: Read, fill: Fill) -> None:
    with fill("Dinas B") as form:
        page = form.book[CHANGES]
        for cell in page[2]:
            page.cell(6, cell.column).value = cell.value
    assert [one.code for one in found(read)] == ["KLA-D-002"]


def test_new_activities_are_checked(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        form.put(ADDITIONS, 2, nama="Baru", satuan="unit", volume_maks=1, alasan="x")
        form.put(
            ADDITIONS, 3, nama="Lain", indikator="I9", satuan="unit", volume_maks=1, alasan="x",
            pertanyaan="P1.9", sumber_dana="PAD",
        )  # fmt: skip
    said = [(one.code, one.value) for one in found(read)]
    assert said == [
        ("KLA-K-001", ""), ("KLA-D-001", "I9"), ("KLA-D-001", "P1.9"), ("KLA-D-001", "PAD"),
        ("KLA-U-118", ""),
    ]  # fmt: skip


def test_a_ceiling_needs_a_reason_and_keeps_its_locked_cells(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        form.ceiling(2026, usulan_batas_atas=1_000_000)
        form.ceiling(2027, batas_atas=5)
    assert [one.code for one in found(read)] == ["KLA-U-108", "KLA-U-113"]


def test_what_the_pack_itself_refuses_points_into_the_form(read: Read, fill: Fill) -> None:
    """A ceiling below the sum of nothing is fine; a start after the last possible one is not."""
    with fill("Dinas B") as form:
        cell = form.put(
            ADDITIONS, 2, nama="Baru", indikator="I3", satuan="unit", alasan="x",
            sub_kegiatan="2.08", volume_maks=3,
        )  # fmt: skip
        assert cell == "D2"
    (one,) = [f for f in found(read) if f.severity == "galat"]
    assert one.code == "KLA-D-044"
    assert one.place.sheet == f"{ADDITIONS} (Dinas B.xlsx)"
    assert one.place.cell == "I2"


def test_a_form_of_another_region(forms: dict[str, Path], tmp_path: Path) -> None:
    other = write_tiny(tmp_path / "lain", profil={**PROFIL, "kode_wilayah": "99.98"})
    assert {one.code for one in found(lambda: read_feedback(other, list(forms.values())))} == {
        "KLA-U-102"
    }


def test_a_form_of_data_that_have_changed_since(forms: dict[str, Path], tmp_path: Path) -> None:
    rows = [{**row, "batas_atas": 160_000_000} for row in TABLES["pagu"]]
    other = write_tiny(tmp_path / "lain", with_rows("pagu", rows))
    codes = [one.code for one in found(lambda: read_feedback(other, [forms["Dinas A"]]))]
    assert codes == ["KLA-U-103"]


def test_answers_and_evidence_do_not_make_a_form_outdated(
    pack: Path, forms: dict[str, Path]
) -> None:
    text = (pack / "jawaban.csv").read_text(encoding="utf-8").replace("sebagian", "lengkap")
    (pack / "jawaban.csv").write_text(text, encoding="utf-8")
    assert read_feedback(pack, list(forms.values())).changes == ()


def test_a_form_of_another_plan(
    pack: Path, plan: Plan, forms: dict[str, Path], tmp_path: Path
) -> None:
    newer = replace(plan, volumes={**plan.volumes, ("A4", 2027): Decimal(5)})
    late = issue(newer, "Polres", tmp_path / "baru.xlsx")
    codes = [one.code for one in found(lambda: read_feedback(pack, [forms["Dinas A"], late]))]
    assert codes == ["KLA-U-104"]
    codes = [one.code for one in found(lambda: read_feedback(pack, [late], plan=plan))]
    assert codes == ["KLA-U-104"]
    assert read_feedback(pack, [late], plan=newer).changes == ()


def test_two_forms_of_one_agency(pack: Path, plan: Plan, forms: dict[str, Path]) -> None:
    again = issue(plan, "Dinas A", forms["Dinas A"].with_name("lagi.xlsx"))
    codes = [one.code for one in found(lambda: read_feedback(pack, [*forms.values(), again]))]
    assert codes == ["KLA-U-106"]


def test_an_agency_that_the_pack_does_not_know(read: Read, fill: Fill) -> None:
    with fill("Polres") as form:
        for row in form.book[IDENTITY].iter_rows():
            if row[0].value == "opd":
                row[1].value = "Polress"
    assert [one.code for one in found(read)] == ["KLA-U-105"]


def test_files_that_are_no_forms(pack: Path, forms: dict[str, Path], tmp_path: Path) -> None:
    text = tmp_path / "teks.xlsx"
    text.write_text("bukan buku kerja", encoding="utf-8")
    empty = tmp_path / "kosong.xlsx"
    book = Workbook()
    book.save(empty)
    damaged = tmp_path / "rusak.xlsx"
    with zipfile.ZipFile(damaged, "w") as archive:
        archive.writestr("xl/workbook.xml", "<rusak")
    missing = tmp_path / "tidak-ada.xlsx"
    bare = load_workbook(forms["Polres"])
    del bare[CEILINGS]
    bare.save(forms["Polres"])
    files = [text, empty, damaged, missing, forms["Polres"]]
    codes = [one.code for one in found(lambda: read_feedback(pack, files))]
    assert codes[:4] == ["KLA-B-002", "KLA-U-101", "KLA-B-002", "KLA-B-001"]
    assert codes[4:] == ["KLA-U-107", "KLA-U-109"]


def test_an_unusable_pack_is_said_first(forms: dict[str, Path], tmp_path: Path) -> None:
    broken = write_tiny(tmp_path / "rusak", with_rows("opd", []))
    codes = [one.code for one in found(lambda: read_feedback(broken, list(forms.values())))]
    assert codes
    assert not [code for code in codes if code.startswith("KLA-U")]


def test_every_code_is_provoked_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in CODES if f'"{code}"' not in text] == []
