"""For everybody: without a mouse, with a screen reader, on a small screen, at double size."""

import pytest
from support.access import nameless, sticking_out, tab_to
from support.browser import Page, expect, picture
from support.desk import STEPS, Desk, open_desk
from support.servers import Server

METRO = "kota-metro"
#: Something of each step that is only there once the step has been drawn.
DRAWN = {
    "Data": "kisi-temuan",
    "Kesenjangan": "indikator-terbuka",
    "Skenario": "kisi-pagu",
    "Hitung": "rencana-ditemukan",
    "Rencana": "gambar-nilai",
    "Bandingkan": "banding-angka",
    "Simpan": "kisi-skenario",
}


def _filled(page: Page, server: Server, name: str) -> Desk:
    """Open a workbench in which every step has something to show."""
    desk = open_desk(page, server, name, METRO)
    desk.step("Kesenjangan")
    desk.root.get_by_test_id("peta-kesenjangan-sel-I1").click()
    desk.hurry(gap="10")
    desk.solve()
    desk.step("Bandingkan")
    desk.button("Sisihkan rencana sekarang").click()
    expect(desk.root.get_by_role("button", name="✕ dasar")).to_be_visible()
    desk.step("Hitung")
    desk.field("Pengganda pagu").press("ArrowRight")
    expect(desk.root.get_by_test_id("nilai-pengganda")).to_contain_text("1,05")
    desk.up_to_date()
    desk.step("Bandingkan")
    desk.button("Sisihkan rencana sekarang").click()
    return desk


def _look_at(desk: Desk, step: str) -> None:
    desk.step(step)
    if step in DRAWN:
        expect(desk.root.get_by_test_id(DRAWN[step]).filter(visible=True)).to_be_visible()


@pytest.mark.parametrize("zoom", [2.0])
def test_every_control_has_a_name_and_nothing_sticks_out_at_any_size(
    voila: Server, page: Page
) -> None:
    desk = _filled(page, voila, "ukuran")
    for step in STEPS:
        _look_at(desk, step)
        assert nameless(page, ".kla-meja") == [], step
        for size in ({"width": 640, "height": 360}, {"width": 1280, "height": 720}):
            page.set_viewport_size(size)
            expect(desk.root).to_be_visible()
            assert sticking_out(desk.root) == [], f"{step}, {size}"
            wide, seen = page.evaluate(
                "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            assert wide <= seen, f"{step}, {size}"
            if size["width"] == 640:
                picture(page, f"voila-zum-200-{STEPS.index(step) + 1}")


def test_in_jupyterlab_nothing_sticks_out_of_the_smallest_screen(lab: Server, page: Page) -> None:
    desk = open_desk(page, lab, "kecil", METRO)
    for step in STEPS:
        desk.step(step)
        assert nameless(page, ".kla-meja") == [], step
        assert sticking_out(desk.root) == [], step
    panel = page.locator(".jp-NotebookPanel-notebook").first
    assert panel.evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_in_jupyterlab_the_first_step_is_seen_without_scrolling(lab: Server, page: Page) -> None:
    desk = open_desk(page, lab, "pertama")
    notebook = page.locator(".jp-NotebookPanel-notebook").first
    upload = desk.root.get_by_test_id("unggah-paket")

    expect(page.get_by_role("heading", name="Meja kerja KLA")).to_be_in_viewport(ratio=1)
    for control in (desk.field("Paket data"), desk.button("Buka"), upload):
        expect(control).to_be_in_viewport(ratio=1)
        here, seen = control.bounding_box(), notebook.bounding_box()
        assert here is not None
        assert seen is not None
        assert here["y"] + here["height"] <= seen["y"] + seen["height"]
    picture(page, "lab-0-pertama")

    prose = page.locator(".jp-RenderedMarkdown").first
    expect(prose.get_by_text("sandingkan sampai enam rencana")).to_be_hidden()
    prose.get_by_text("Klik untuk membaca isinya.").click()
    expect(prose.get_by_text("sandingkan sampai enam rencana")).to_be_visible()
    picture(page, "lab-0-keterangan")


def test_a_plan_is_made_with_the_keyboard_alone(voila: Server, page: Page) -> None:
    desk = open_desk(page, voila, "papan-ketik")
    keys = page.keyboard

    tab_to(page, desk.field("Paket data"))
    keys.type("Kota Metro")
    tab_to(page, desk.button("Buka"))
    keys.press("Enter")
    expect(desk.root.get_by_test_id("judul")).to_contain_text("Kota Metro")

    tab_to(page, desk.root.get_by_test_id("langkah-1"), key="Shift+Tab")
    keys.press("ArrowRight")
    expect(desk.root.get_by_test_id("langkah-2")).to_have_attribute("aria-selected", "true")
    tab_to(page, desk.root.get_by_test_id("peta-kesenjangan"))
    keys.press("ArrowRight")
    keys.press("Enter")
    expect(desk.root.get_by_test_id("indikator-terbuka")).to_contain_text("I2")

    tab_to(page, desk.root.get_by_test_id("langkah-2"), key="Shift+Tab")
    keys.press("ArrowRight")
    expect(desk.root.get_by_test_id("langkah-3")).to_have_attribute("aria-selected", "true")
    tab_to(page, desk.root.get_by_test_id("kisi-pagu-tabel"))
    keys.type("400000000")
    keys.press("Enter")
    first = desk.root.get_by_test_id("kisi-pagu").locator("[data-row='0'][data-column='1']")
    expect(first).to_have_text("400.000.000")
    keys.press("Escape")
    tab_to(page, desk.field("Celah optimalitas (%)"))
    keys.press("ControlOrMeta+A")
    keys.type("10")
    keys.press("Enter")

    tab_to(page, desk.root.get_by_test_id("langkah-3"), key="Shift+Tab", most=200)
    keys.press("ArrowRight")
    tab_to(page, desk.button("Hitung rencana"))
    keys.press("Enter")
    desk.solved()
    assert not list(desk.folder.glob("skenario/*"))


def test_jupyterlab_leaves_the_keys_to_the_workbench(lab: Server, page: Page) -> None:
    desk = open_desk(page, lab, "tombol-pintas", METRO)
    cells = page.locator(".jp-Cell").count()

    desk.root.get_by_test_id("langkah-1").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(desk.root.get_by_test_id("langkah-4")).to_have_attribute("aria-selected", "true")
    desk.field("Pengganda pagu").focus()
    page.keyboard.press("ArrowLeft")
    expect(desk.root.get_by_test_id("nilai-pengganda")).to_contain_text("0,95")
    desk.up_to_date()
    tab_to(page, desk.button("Hitung rencana"), key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(desk.root.get_by_test_id("kemajuan")).to_be_visible()

    desk.button("Berhenti, pakai yang terbaik").focus()
    page.keyboard.type("dd")
    assert page.locator(".jp-Cell").count() == cells
