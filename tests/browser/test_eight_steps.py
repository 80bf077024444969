"""From the score sheet of Kota Metro to its papers, as a planner does it: eight steps, no code."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook
from support.browser import Page, Watch, expect, picture
from support.clipboard import copy_from_excel, paste
from support.desk import SOLVING, Desk, open_desk
from support.servers import Server

from kla_plan.indonesian import number
from kla_plan.pack.workbook import write_workbook
from kla_plan.plan.files import load_plan
from kla_plan.plan.verify import verify_folder

#: Twelve lines of ceilings over seven years, as a budget office sends them; all of them differ.
BLOCK = [[200_000_000 + 7_000_000 * row + 250_000 * year for year in range(7)] for row in range(12)]


@pytest.fixture
def shot(page: Page, server: Server) -> Callable[[str], Path]:
    """Keep a picture of a step."""
    return lambda name: picture(page, f"{server.kind}-{name}", whole=server.kind == "voila")


@pytest.fixture
def bad_book(tmp_path: Path) -> Path:
    """A workbook of Kota Metro in which two cells went wrong."""
    path = tmp_path / "metro keliru.xlsx"
    write_workbook("kota-metro", path)
    book = load_workbook(path)
    sheet = book["pagu"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("batas_atas") + 1, "tiga ratus juta")
    sheet.cell(3, heads.index("tahun") + 1, 1924)
    book.save(path)
    return path


def test_a_planner_goes_through_the_eight_steps(
    server: Server, page: Page, watch: Watch, shot: Callable[[str], Path], bad_book: Path
) -> None:
    desk = open_desk(page, server, f"metro-{server.kind}")

    _choose_data(desk)
    shot("1-data")
    _upload_a_bad_book(desk, bad_book, shot)
    _see_the_gap(desk)
    shot("2-kesenjangan")
    _shape_a_scenario(desk)
    shot("3-skenario")
    _solve_and_stop(desk, shot)
    shot("4-hitung")
    _read_the_plan(desk, shot)
    _compare(desk)
    shot("6-bandingkan")
    _save(desk)
    shot("7-simpan")
    _export(desk)
    shot("8-ekspor")

    assert watch.errors == []


def _choose_data(desk: Desk) -> None:
    desk.open_pack("Kota Metro · bawaan")

    expect(desk.root.get_by_test_id("judul")).to_contain_text("742,0")
    expect(desk.root.get_by_test_id("paket-terbuka")).to_contain_text("257 kegiatan calon")
    expect(desk.root.get_by_test_id("jumlah-temuan")).to_contain_text("peringatan")
    expect(desk.root.get_by_test_id("kisi-temuan").locator("tbody tr").first).to_be_visible()


def _upload_a_bad_book(desk: Desk, book: Path, shot: Callable[[str], Path]) -> None:
    """What is wrong is explained, and the pack that was open still is."""
    desk.root.get_by_test_id("unggah-paket-berkas").set_input_files(book)

    expect(desk.notice()).to_contain_text("metro keliru.xlsx belum dapat dipakai")
    findings = desk.root.get_by_test_id("kisi-temuan")
    wrong = findings.locator("tbody tr", has_text="tiga ratus juta")
    expect(wrong).to_contain_text("pagu")
    expect(wrong).to_contain_text("Galat")
    findings.get_by_test_id("kisi-temuan-saring-berat").select_option(label="Galat")
    expect(findings.locator("tbody tr", has_text="Peringatan")).to_have_count(0)
    expect(desk.root.get_by_test_id("paket-terbuka")).to_contain_text("Kota Metro")
    expect(desk.root.get_by_test_id("judul")).to_contain_text("742,0")
    assert not list(desk.folder.rglob("*.xlsx"))
    count = desk.root.get_by_test_id("langkah-1").locator(".kla-note")
    expect(count).to_have_text("1 temuan")
    expect(desk.root.get_by_test_id("jumlah-temuan")).to_contain_text("berkas ditolak")
    shot("1-temuan")
    desk.button("Tutup").click()
    expect(desk.notice()).to_have_count(0)
    desk.button("Kembali ke temuan paket yang terbuka").click()
    expect(desk.root.get_by_test_id("jumlah-temuan")).to_contain_text("pada kota-metro:")
    expect(wrong).to_have_count(0)


def _see_the_gap(desk: Desk) -> None:
    desk.step("Kesenjangan")
    cells = desk.root.locator("[data-testid^='peta-kesenjangan-sel-']")
    expect(cells).to_have_count(31)

    desk.root.get_by_test_id("peta-kesenjangan-sel-I12").click()

    opened = desk.root.get_by_test_id("indikator-terbuka")
    expect(opened).to_contain_text("I12")
    expect(opened).to_contain_text("OPD dapat menambah poin")
    expect(desk.root.get_by_test_id("kisi-pertanyaan").locator("tbody tr").first).to_contain_text(
        "P12."
    )
    expect(desk.root.get_by_test_id("kisi-calon").locator("tbody tr").first).to_contain_text("K")


def _shape_a_scenario(desk: Desk) -> None:
    desk.hurry(gap="0", seconds="600")
    desk.fill("Inflasi per tahun (%)", "3,5")
    _require(desk, "K0-04", "Konsultasi publik")
    _paste_ceilings(desk)


def _require(desk: Desk, code: str, words: str) -> None:
    table = desk.root.get_by_test_id("kisi-kegiatan").filter(visible=True)
    table.get_by_role("searchbox").first.fill(words)
    line = table.locator("tbody tr", has_text=code)
    line.click()
    desk.button("Wajibkan").click()
    expect(line).to_contain_text("wajib ada")


def _paste_ceilings(desk: Desk) -> None:
    """Paste twelve OPDs by seven years, take it back, and bring it again."""
    desk.root.get_by_role("button", name="Batas atas per OPD").click()
    grid = desk.root.get_by_test_id("kisi-pagu-opd")
    first = grid.locator("[data-row='0'][data-column='1']")
    before = first.inner_text()
    copy_from_excel(
        desk.page, [[f"{amount:,}".replace(",", ".") for amount in row] for row in BLOCK]
    )

    first.click()
    paste(desk.page)

    expect(desk.root.get_by_test_id("kisi-pagu-opd-pesan")).to_contain_text("84 sel ditempel")
    for row, column in ((0, 0), (5, 3), (11, 6)):
        cell = grid.locator(f"[data-row='{row}'][data-column='{column + 1}']")
        expect(cell).to_have_text(number(BLOCK[row][column]))
    grid.get_by_role("button", name="Urungkan").click()
    expect(first).to_have_text(before)
    desk.page.keyboard.press("Escape")
    grid.get_by_role("button", name="Ulangi").click()
    expect(first).to_have_text(number(BLOCK[0][0]))


def _solve_and_stop(desk: Desk, shot: Callable[[str], Path]) -> None:
    """Ask for a proof that would take long; work on meanwhile, then take the best plan so far."""
    desk.step("Hitung")
    desk.button("Hitung rencana").click()
    going = desk.root.get_by_test_id("kemajuan")
    expect(going).to_contain_text("Batas terbukti")
    found_one = re.compile(r"Terbaik sejauh ini\s*[\d.,]+ poin")
    expect(going).to_contain_text(found_one, timeout=SOLVING)

    desk.step("Kesenjangan")
    desk.root.get_by_test_id("peta-kesenjangan-sel-I1").click()
    expect(desk.root.get_by_test_id("indikator-terbuka")).to_contain_text("I1 ")
    desk.step("Hitung")
    expect(desk.root.get_by_test_id("grafik-pencarian")).to_be_visible(timeout=SOLVING)
    shot("4-pencarian")
    desk.button("Berhenti, pakai yang terbaik").click()

    found = desk.solved()
    expect(found).to_contain_text("dihentikan perencana")
    expect(found).to_contain_text("lolos pemeriksaan ulang")
    expect(desk.root.get_by_test_id("judul")).to_contain_text("Rencana 2030")


def _read_the_plan(desk: Desk, shot: Callable[[str], Path]) -> None:
    desk.step("Rencana")
    expect(desk.root.get_by_test_id("rencana-ringkas")).to_contain_text("Setelah verifikasi 2030")
    for tab, drawing in (("Nilai", "nilai"), ("Anggaran", "anggaran"), ("Jadwal", "jadwal")):
        desk.root.get_by_role("tab", name=tab, exact=True).click()
        image = desk.root.get_by_test_id(f"gambar-{drawing}")
        expect(image).to_be_visible()
        assert len(image.get_attribute("alt") or "") > 20
        shot(f"5-{drawing}")
    desk.root.get_by_role("tab", name="Kegiatan", exact=True).click()
    table = desk.root.get_by_test_id("kisi-kegiatan").filter(visible=True)
    table.get_by_role("searchbox").first.fill("Konsultasi publik")
    line = table.locator("tbody tr", has_text="K0-04")
    expect(line).to_contain_text("dipilih")
    line.click()
    expect(desk.root.get_by_test_id("mengapa")).to_contain_text("K0-04", timeout=SOLVING)
    shot("5-kegiatan")


def _compare(desk: Desk) -> None:
    _lay_aside(desk, "pagu penuh")
    desk.step("Hitung")
    slider = desk.field("Pengganda pagu")
    for _ in range(4):
        slider.press("ArrowLeft")
    expect(desk.root.get_by_test_id("nilai-pengganda")).to_contain_text("0,80")
    desk.up_to_date()
    _lay_aside(desk, "pagu 80 persen")

    figures = desk.root.get_by_test_id("banding-angka")
    expect(figures).to_contain_text("pagu penuh")
    expect(figures).to_contain_text("pagu 80 persen")
    expect(desk.root.get_by_test_id("gambar-banding")).to_be_visible()
    desk.button("Jadikan halaman dan lembar Excel").click()
    expect(desk.root.get_by_test_id("banding-hasil")).to_be_visible()
    written = {path.suffix for path in (desk.folder / "perbandingan").iterdir()}
    assert {".html", ".xlsx"} <= written


def _lay_aside(desk: Desk, name: str) -> None:
    desk.step("Bandingkan")
    desk.fill("Nama", name)
    desk.button("Sisihkan rencana sekarang").click()
    expect(desk.button(f"✕ {name}")).to_be_visible()


def _save(desk: Desk) -> None:
    desk.step("Simpan")
    desk.field("Nama skenario").fill("metro hemat")
    desk.field("Disimpan oleh").fill("Bappeda Metro")
    desk.field("Catatan").fill("hasil rapat gugus tugas")
    desk.button("Simpan").click()
    expect(desk.notice()).to_contain_text("tersimpan")
    shelf = desk.root.get_by_test_id("kisi-skenario")
    expect(shelf.locator("tbody tr", has_text="Bappeda Metro")).to_contain_text("rencana")

    (path,) = (desk.folder / "skenario").glob("*.yaml")
    text = path.read_text(encoding="utf-8")
    written = yaml.safe_load(text)
    assert written["nama"] == "metro hemat"
    assert "Bappeda Metro" in text
    assert "hasil rapat gugus tugas" in text
    assert str(written["inflasi"]) == "0.035"
    assert str(written["pagu_faktor"]) in {"0.8", "0.80"}
    assert written["kunci"] == ["K0-04"]
    (ceilings,) = (desk.folder / "skenario").glob("*.pagu.csv")
    amounts = set(re.findall(r"\d{6,}", ceilings.read_text(encoding="utf-8")))
    assert {str(amount) for row in BLOCK for amount in row} <= amounts
    (saved,) = (desk.folder / "rencana").iterdir()
    assert verify_folder(saved) == ()
    assert "K0-04" in load_plan(saved).activities


def _export(desk: Desk) -> None:
    desk.step("Ekspor")
    desk.button("Mulai ekspor").click()
    expect(desk.root.get_by_test_id("ekspor-kemajuan")).to_be_visible()
    expect(desk.root.get_by_test_id("ekspor-hasil")).to_contain_text("Selesai", timeout=SOLVING)

    written = [path for path in (desk.folder / "ekspor").rglob("*") if path.is_file()]
    kinds = {path.suffix for path in written}
    assert {".docx", ".xlsx", ".png", ".svg"} <= kinds
    (matrix,) = (path for path in written if path.name == "matriks.xlsx")
    assert len(load_workbook(matrix, read_only=True).sheetnames) > 3
    years = [path for path in written if "rencana_tahunan" in path.parts]
    assert len([path for path in years if path.suffix == ".docx"]) == 7
