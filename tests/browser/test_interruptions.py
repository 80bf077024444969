"""What happens on a real day: a kernel that is gone, a notebook opened again, a second tab."""

import time
from collections.abc import Callable
from pathlib import Path

from support.browser import Page, await_kernel, expect, menu, picture, run_all
from support.desk import SOLVING, Desk, open_desk
from support.servers import Server

METRO = "kota-metro"


def test_a_notebook_without_a_kernel_shows_the_work_and_can_go_on(
    lab: Server, page: Page, browse: Callable[[], Page]
) -> None:
    desk = open_desk(page, lab, "tidur", METRO)
    desk.hurry(gap="10")
    desk.solve()
    _save(desk, "sebelum", "Bappeda")
    expect(desk.notice()).to_contain_text("tersimpan")
    figures = desk.root.get_by_test_id("judul").inner_text()
    kept = page.get_by_test_id("ringkasan-tersimpan")
    expect(kept.locator("img")).to_have_count(2, timeout=SOLVING)
    expect(kept).to_be_hidden()
    _save_notebook(page, lab.notebooks / "tidur.ipynb", "data:image/png")
    menu(page, "Kernel", "Shut Down Kernel")
    page.context.close()

    later = browse()
    later.goto(f"{lab.url}/lab/workspaces/tidur/tree/notebook/tidur.ipynb")

    kept = later.get_by_test_id("ringkasan-tersimpan")
    expect(kept).to_contain_text("sedang tidak aktif")
    expect(kept.locator("img").first).to_be_visible()
    expect(later.locator(".jp-OutputArea-output", has_text="displaying widget")).to_be_hidden()
    expect(kept.locator("table").first).to_contain_text("Predikat mandiri")
    kept.scroll_into_view_if_needed()
    picture(later, "lab-7-tanpa-kernel")

    # The same notebook is run again, and the saved work is opened in it.
    await_kernel(later)
    run_all(later)
    again = Desk(later, desk.folder)
    expect(again.root.get_by_test_id("paket-terbuka")).to_be_visible(timeout=SOLVING)
    again.step("Simpan")
    again.root.get_by_test_id("kisi-skenario").locator("tbody tr", has_text="sebelum").click()
    again.button("Buka").click()
    expect(again.notice()).to_contain_text("dengan rencananya")
    expect(again.root.get_by_test_id("judul")).to_contain_text("Rencana 2030")
    assert again.root.get_by_test_id("judul").inner_text() == figures


def test_a_restarted_kernel_brings_the_workbench_back(lab: Server, page: Page) -> None:
    desk = open_desk(page, lab, "ulang", METRO)
    desk.step("Skenario")
    desk.fill("Inflasi per tahun (%)", "5")
    _save(desk, "lima persen", "Bappeda")
    expect(desk.notice()).to_contain_text("tersimpan")

    menu(page, "Kernel", "Restart Kernel and Run All Cells…")
    page.locator(".jp-Dialog .jp-mod-accept").click()

    expect(desk.root.get_by_test_id("langkah-1")).to_have_attribute(
        "aria-selected", "true", timeout=SOLVING
    )
    expect(desk.root.get_by_test_id("paket-terbuka")).to_be_visible(timeout=SOLVING)
    desk.step("Simpan")
    desk.root.get_by_test_id("kisi-skenario").locator("tbody tr", has_text="lima persen").click()
    desk.button("Buka").click()
    desk.step("Skenario")
    expect(desk.field("Inflasi per tahun (%)")).to_have_value("5")


def test_two_tabs_do_not_overwrite_each_other(
    voila: Server, page: Page, browse: Callable[[], Page]
) -> None:
    first = open_desk(page, voila, "dua", METRO)
    second = open_desk(browse(), voila, "dua-kembar", METRO, folder="dua")
    _save(first, "bersama", "tab pertama")
    expect(first.notice()).to_contain_text("tersimpan")

    _save(second, "bersama", "tab kedua")

    expect(second.root.get_by_test_id("bentrok")).to_contain_text("tab pertama")
    (path,) = (first.folder / "skenario").glob("bersama.yaml")
    assert "tab pertama" in path.read_text(encoding="utf-8")
    second.button("Simpan dengan nama lain").click()
    expect(second.notice()).to_contain_text("tersimpan")
    names = {path.stem for path in (first.folder / "skenario").glob("*.yaml")}
    assert names == {"bersama", "bersama_2"}
    assert "tab pertama" in path.read_text(encoding="utf-8")


def test_what_one_tab_has_saved_is_not_offered_as_lost_in_another(
    voila: Server, page: Page, browse: Callable[[], Page]
) -> None:
    first = open_desk(page, voila, "belum", METRO)
    first.step("Skenario")
    first.fill("Inflasi per tahun (%)", "4")
    second = open_desk(browse(), voila, "belum-kembar", METRO, folder="belum")
    second.step("Simpan")
    offer = second.root.get_by_test_id("belum-disimpan")
    expect(offer).to_be_visible()

    _save(first, "bersama", "tab pertama")
    expect(first.notice()).to_contain_text("tersimpan")
    # What a browser tells a page that is looked at again.
    second.page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(offer).to_be_hidden()
    shelf = second.root.get_by_test_id("kisi-skenario")
    expect(shelf.locator("tbody tr", has_text="tab pertama")).to_be_visible()


def test_two_tabs_on_one_notebook_show_the_same_work(
    lab: Server, page: Page, browse: Callable[[], Page]
) -> None:
    desk = open_desk(page, lab, "sama", METRO)
    desk.step("Skenario")
    desk.fill("Inflasi per tahun (%)", "4")
    _save_notebook(page, lab.notebooks / "sama.ipynb", "ringkasan-tersimpan")

    other = browse()
    other.goto(f"{lab.url}/lab/workspaces/kedua/tree/notebook/sama.ipynb")
    await_kernel(other)

    mirror = Desk(other, desk.folder)
    expect(mirror.field("Inflasi per tahun (%)")).to_have_value("4")
    mirror.fill("Inflasi per tahun (%)", "6")
    expect(desk.field("Inflasi per tahun (%)")).to_have_value("6")


def _save(desk: Desk, name: str, author: str) -> None:
    desk.step("Simpan")
    desk.field("Nama skenario").fill(name)
    desk.field("Disimpan oleh").fill(author)
    desk.button("Simpan").click()


def _save_notebook(page: Page, path: Path, holds: str) -> None:
    """Save the notebook and wait until its file holds these words."""
    menu(page, "File", "Save Notebook")
    end = time.monotonic() + SOLVING / 1000
    while holds not in path.read_text(encoding="utf-8"):
        assert time.monotonic() < end, f"{path.name} does not hold {holds}"
        page.wait_for_timeout(200)
