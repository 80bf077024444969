"""A filled-in tracker comes back: only what was changed, every fault with sheet and cell."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.tiny import save_tiny_plan, with_rows, write_tiny

from kla_plan.cli import main
from kla_plan.findings import FindingsError
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.papers.evidence import PAPER
from kla_plan.papers.evidence.layout import HEADINGS
from kla_plan.papers.paper import Brief
from kla_plan.plan.plan import Plan
from kla_plan.runs.evidence import bring_back
from kla_plan.runs.plans import open_plan

LISTED = [
    {"pertanyaan": "P1.1", "bukti": "B1", "uraian": "Salinan kebijakan", "status": "lengkap"},
    {"pertanyaan": "P2.1", "bukti": "B1", "uraian": "Sertifikat", "pemegang": "Dinas A"},
    {"pertanyaan": "P2.1", "bukti": "B2", "uraian": "Foto", "tenggat": "2027-01-31"},
]
type Edits = Mapping[tuple[str, str], Mapping[str, Any]]


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    folder = tmp_path_factory.mktemp("rencana") / "tersimpan"
    return open_plan(save_tiny_plan(folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_tiny(tmp_path / "contoh", with_rows("bukti", LISTED))


@pytest.fixture
def tracker(folder: Path, plan: Plan, tmp_path: Path) -> Callable[..., Path]:
    """Make the tracker of a pack and fill it in."""

    def fill(
        edits: Edits | None = None, added: list[dict[str, Any]] | None = None, name: str = "isi",
        holder: str = "", pack: Path | None = None,
    ) -> Path:  # fmt: skip
        place = tmp_path / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        made = PAPER.write(Brief(plan, load_pack(pack or folder)), place)
        path = next(p for p in made.files if p.stem.endswith(holder or "pelacak_data_dukung"))
        book = openpyxl.load_workbook(path)
        sheet = book["pelacak"]
        for (question, code), cells in (edits or {}).items():
            line = row_of(sheet, question, code)
            for column, value in cells.items():
                sheet.cell(line, column_of(sheet, column)).value = value
        for line, row in enumerate(added or [], start=2):
            for column, value in row.items():
                new = book["bukti_baru"]
                new.cell(line, column_of(new, column)).value = value
        book.save(path)
        return path

    return fill


def column_of(sheet: Any, name: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == HEADINGS[name])


def row_of(sheet: Any, question: str, code: str) -> int:
    return next(
        row[0].row
        for row in sheet.iter_rows(min_row=2)
        if (row[0].value, row[1].value) == (question, code)
    )


def cell_of(path: Path, question: str, code: str, column: str) -> str:
    sheet = openpyxl.load_workbook(path)["pelacak"]
    cell = sheet.cell(row_of(sheet, question, code), column_of(sheet, column))
    return str(cell.coordinate)


def evidence(pack: Pack) -> dict[tuple[str, str], Any]:
    return {(row.pertanyaan, row.bukti): row for row in pack.records.evidence}


def faults(path: Path, folder: Path, target: Path) -> dict[tuple[str, str], str]:
    with pytest.raises(FindingsError) as caught:
        bring_back(folder, path, target)
    assert not target.exists()
    return {(f.code, f.place.cell): f"{f.place.sheet}: {f}" for f in caught.value.findings}


def test_an_unchanged_tracker_changes_nothing(folder: Path, tracker: Any, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.rglob("*.csv")}
    made = bring_back(folder, tracker(), tmp_path / "baru")

    assert (dict(made.merged.changed), dict(made.merged.new)) == ({}, {})
    assert {path.name: path.read_bytes() for path in folder.rglob("*.csv")} == before
    assert load_pack(tmp_path / "baru").records == load_pack(folder).records
    assert (tmp_path / "baru" / "skenario").is_dir()


def test_an_unchanged_tracker_of_a_pack_without_evidence_lists_nothing(
    plan: Plan, tracker: Any, tmp_path: Path
) -> None:
    bare = write_tiny(tmp_path / "kosong")
    bring_back(bare, tracker(pack=bare), tmp_path / "baru")

    assert load_pack(tmp_path / "baru").records.evidence == ()


def test_changed_cells_are_carried_over(folder: Path, tracker: Any, tmp_path: Path) -> None:
    path = tracker(
        {
            ("P2.1", "B1"): {"status": "lengkap", "keterangan": "https://contoh.id/berkas"},
            ("P2.1", "B2"): {"tenggat": "15 Februari 2027", "pemegang": "Dinas B"},
        }
    )
    made = bring_back(folder, path, tmp_path / "baru")
    old, new = evidence(load_pack(folder)), evidence(load_pack(tmp_path / "baru"))

    assert new["P1.1", "B1"] == old["P1.1", "B1"]
    assert new["P2.1", "B1"] == replace(
        old["P2.1", "B1"], status="lengkap", keterangan="https://contoh.id/berkas"
    )
    assert new["P2.1", "B2"] == replace(
        old["P2.1", "B2"], tenggat=date(2027, 2, 15), pemegang="Dinas B"
    )
    assert list(new) == list(old)
    assert set(made.merged.changed) == {("P2.1", "B1"), ("P2.1", "B2")}


def test_a_filled_proposal_brings_the_others_of_its_question(
    folder: Path, tracker: Any, tmp_path: Path
) -> None:
    path = tracker({("P3.2", "U1"): {"status": "lengkap"}})
    bring_back(folder, path, tmp_path / "baru")
    new = evidence(load_pack(tmp_path / "baru"))

    assert {key: row.status for key, row in new.items() if key[0] == "P3.2"} == {
        ("P3.2", "U1"): "lengkap", ("P3.2", "U2"): "belum"
    }  # fmt: skip
    assert {key[0] for key in new} == {"P1.1", "P2.1", "P3.2"}
    # Brought back, they are no proposals any more, and the next tracker changes nothing.
    again = tracker(pack=tmp_path / "baru", name="lagi")
    made = bring_back(tmp_path / "baru", again, tmp_path / "lebih-baru")
    assert (dict(made.merged.changed), dict(made.merged.new)) == ({}, {})


def test_choosing_belum_where_nothing_was_stated_is_a_statement(
    folder: Path, tracker: Any, tmp_path: Path
) -> None:
    bring_back(folder, tracker({("P3.2", "U1"): {"status": "belum"}}), tmp_path / "baru")

    assert evidence(load_pack(tmp_path / "baru"))["P3.2", "U1"].status == "belum"


def test_an_emptied_proposal_is_left_out(folder: Path, tracker: Any, tmp_path: Path) -> None:
    edits = {("P3.2", "U1"): {"status": "sebagian"}, ("P3.2", "U2"): {"uraian": None}}
    bring_back(folder, tracker(edits), tmp_path / "baru")

    mine = [key for key in evidence(load_pack(tmp_path / "baru")) if key[0] == "P3.2"]
    assert mine == [("P3.2", "U1")]


def test_new_evidence_is_added(folder: Path, tracker: Any, tmp_path: Path) -> None:
    row = {"pertanyaan": "P1.1", "bukti": "B2", "uraian": "Lampiran", "status": "sebagian"}
    bring_back(folder, tracker(added=[row]), tmp_path / "baru")

    new = evidence(load_pack(tmp_path / "baru"))["P1.1", "B2"]
    assert (new.uraian, new.status, new.tenggat) == ("Lampiran", "sebagian", None)


def test_trackers_of_several_holders_come_back_one_after_the_other(
    folder: Path, tracker: Any, tmp_path: Path
) -> None:
    first = tracker({("P1.1", "B1"): {"keterangan": "rak 1"}}, name="a", holder="Dinas_A")
    second = tracker({("P3.2", "U2"): {"status": "lengkap"}}, name="b", holder="Dinas_B")
    bring_back(folder, first, tmp_path / "satu")
    bring_back(tmp_path / "satu", second, tmp_path / "dua")
    new = evidence(load_pack(tmp_path / "dua"))

    assert new["P1.1", "B1"].keterangan == "rak 1"
    assert new["P3.2", "U2"].status == "lengkap"


def test_two_answers_for_one_cell_are_a_finding(folder: Path, tracker: Any, tmp_path: Path) -> None:
    first = tracker({("P1.1", "B1"): {"status": "sebagian"}}, name="a", holder="Dinas_A")
    second = tracker({("P1.1", "B1"): {"status": "belum"}}, name="b", holder="Dinas_B")
    same = tracker({("P1.1", "B1"): {"status": "sebagian"}}, name="c", holder="Dinas_B")
    bring_back(folder, first, tmp_path / "satu")

    found = faults(second, tmp_path / "satu", tmp_path / "dua")
    assert list(found) == [("KLA-U-155", cell_of(second, "P1.1", "B1", "status"))]
    assert 'dari "lengkap" menjadi "sebagian"' in next(iter(found.values()))
    made = bring_back(tmp_path / "satu", same, tmp_path / "tiga")
    assert not made.merged.changed


def test_every_fault_is_told_at_once_with_its_cell(
    folder: Path, tracker: Any, tmp_path: Path
) -> None:
    path = tracker(
        {
            ("P1.1", "B1"): {"status": "lenkap"},
            ("P2.1", "B1"): {"tenggat": "akhir Maret", "uraian": None},
            ("P2.1", "B2"): {"pemegang": "Dinas Aa"},
            ("P3.2", "U1"): {"bukti": "B9"},
        },
        [
            {"pertanyaan": "P1.1", "bukti": "B1", "uraian": "Ganda"},
            {"pertanyaan": "P9.9", "bukti": "B1", "uraian": "Asing"},
            {"pertanyaan": "P1.1", "bukti": 7, "uraian": "Kode bilangan"},
        ],
    )
    book = openpyxl.load_workbook(path)["pelacak"]
    line = {key: row_of(book, *key) for key in (("P1.1", "B1"), ("P2.1", "B1"), ("P2.1", "B2"))}
    letter = {name: book.cell(1, column_of(book, name)).column_letter for name in HEADINGS}
    found = faults(path, folder, tmp_path / "baru")

    assert set(found) >= {
        ("KLA-K-012", f"{letter['status']}{line['P1.1', 'B1']}"),
        ("KLA-K-020", f"{letter['tenggat']}{line['P2.1', 'B1']}"),
        ("KLA-K-001", f"{letter['uraian']}{line['P2.1', 'B1']}"),
        ("KLA-D-001", f"{letter['pemegang']}{line['P2.1', 'B2']}"),
        ("KLA-D-001", "A3"),
        ("KLA-K-008", "B4"),
    }
    assert 'Apakah maksud Anda "Dinas A"?' in "".join(found.values())


def test_rows_that_do_not_belong_are_findings(folder: Path, tracker: Any, tmp_path: Path) -> None:
    path = tracker(
        {("P3.2", "U1"): {"bukti": "B9"}},
        [{"pertanyaan": "P1.1", "bukti": "B1", "uraian": "Ganda"}],
    )

    assert {code for code, _ in faults(path, folder, tmp_path / "baru")} == {
        "KLA-U-153", "KLA-U-154"
    }  # fmt: skip


def test_a_row_that_left_the_pack_is_a_finding(folder: Path, tracker: Any, tmp_path: Path) -> None:
    path = tracker({("P2.1", "B2"): {"status": "lengkap"}})
    shorter = write_tiny(tmp_path / "pendek", with_rows("bukti", LISTED[:2]))

    cell = cell_of(path, "P2.1", "B2", "bukti")
    assert list(faults(path, shorter, tmp_path / "baru")) == [("KLA-U-156", cell)]


def test_a_row_that_left_the_sheet_stays_in_the_pack(
    folder: Path, tracker: Any, tmp_path: Path
) -> None:
    path = tracker()
    book = openpyxl.load_workbook(path)
    book["pelacak"].delete_rows(row_of(book["pelacak"], "P2.1", "B2"))
    book.save(path)
    made = bring_back(folder, path, tmp_path / "baru")

    assert [finding.code for finding in made.warnings] == ["KLA-U-157"]
    assert load_pack(tmp_path / "baru").records == load_pack(folder).records


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda book: book.remove(book["asal"]), "KLA-U-150"),
        (lambda book: setattr(book["pelacak"]["A1"], "value", "Butir soal"), "KLA-U-151"),
        (lambda book: setattr(book["asal"]["J2"], "value", "18.72"), "KLA-U-152"),
    ],
)
def test_a_workbook_that_is_no_tracker_is_refused(
    damage: Callable[[Any], None], code: str, folder: Path, tracker: Any, tmp_path: Path
) -> None:
    path = tracker()
    book = openpyxl.load_workbook(path)
    damage(book)
    book.save(path)

    assert code in {found for found, _ in faults(path, folder, tmp_path / "baru")}


def test_a_file_that_is_no_workbook_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "pelacak.xlsx"
    path.write_bytes(b"bukan buku kerja")

    assert {code for code, _ in faults(path, folder, tmp_path / "baru")} == {"KLA-B-002"}


def test_nothing_is_written_over(folder: Path, tracker: Any) -> None:
    with pytest.raises(FindingsError, match="KLA-B-015"):
        bring_back(folder, tracker(), folder)


def test_the_command_says_what_it_did(
    folder: Path, tracker: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tracker({("P2.1", "B1"): {"status": "lengkap"}})
    with pytest.raises(SystemExit) as ended:
        main(["evidence", str(folder), str(path), "--out", str(tmp_path / "baru")])

    assert not ended.value.code
    assert "1 baris bukti diubah dan 0 baris bukti ditambahkan." in capsys.readouterr().out
