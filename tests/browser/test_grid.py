"""The grid as a planner uses it: keys, mouse, and a block from Excel."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect
from support.access import nameless, sticking_out
from support.browser import open_notebook, picture
from support.clipboard import copy_from_excel, paste
from support.servers import Server

_YEARS = range(2024, 2031)
_NOTEBOOK = """
import json
import ipywidgets as widgets
from kla_plan.workbench.widgets import Grid

columns = [{"key": "dana", "label": "Sumber dana", "editable": False}]
columns += [{"key": str(y), "label": str(y), "kind": "rupiah"} for y in range(2024, 2031)]
columns += [{"key": "dasar", "label": "Dasar", "kind": "pilihan", "choices": ["mandiri", "lain"]}]
rows = [
    {"dana": f"Dana {n}", **{str(y): 1_000_000 * n for y in range(2024, 2031)}, "dasar": "mandiri"}
    for n in range(1, 13)
]
def begin(_=None):
    grid.rows = []
    grid.rows = rows
    tell(rows)

grid = Grid(columns=columns, rows=rows, label="Pagu uji", testid="kisi-uji")
held = widgets.HTML()
def tell(rows):
    held.value = f'<pre id="isi">{json.dumps(rows)}</pre>'
tell(rows)
grid.on_edit(tell)
button = widgets.Button(description="Dari awal")
button.on_click(begin)
widgets.VBox([button, grid, held])
"""


@pytest.fixture(scope="module")
def screen(shared_page: Page, voila: Server) -> Locator:
    return opened(shared_page, voila)


@pytest.fixture
def grid(screen: Locator) -> Locator:
    """The grid as it was at the beginning."""
    screen.page.get_by_role("button", name="Dari awal").click()
    expect(screen.get_by_test_id("kisi-uji-urungkan")).to_be_disabled()
    expect(value(screen, 11, 2030)).to_have_text("12.000.000")
    return screen


def opened(page: Page, server: Server) -> Locator:
    open_notebook(page, server, server.write("kisi.ipynb", _NOTEBOOK))
    grid = page.get_by_test_id("kisi-uji")
    expect(cell(grid, 0, 2024)).to_have_text("1.000.000", timeout=60_000)
    return grid


def cell(grid: Locator, row: int, column: int | str) -> Locator:
    return grid.get_by_test_id(f"kisi-uji-sel-{row}-{column}")


def value(grid: Locator, row: int, column: int | str) -> Locator:
    return cell(grid, row, column).locator(".kla-text")


def in_kernel(grid: Locator) -> list[dict[str, object]]:
    """Return the rows as the kernel has them, once it has answered everything."""
    expect(grid.locator(".kla-pending")).to_have_count(0)
    rows: list[dict[str, object]] = json.loads(grid.page.locator("#isi").inner_text())
    return rows


def block() -> list[list[str]]:
    """Return 12 × 7 amounts in the notations that planners use."""
    forms = ("{}.500.000,00", "Rp {}.500.000", "Rp{}.500.000,-", "{}500000", " {}.500.000 ")
    return [
        [forms[(row + column) % len(forms)].format(row + 1) for column in range(7)]
        for row in range(12)
    ]


def test_a_block_from_excel_lands_cell_by_cell(grid: Locator) -> None:
    page = grid.page
    cell(grid, 0, 2024).click()
    copy_from_excel(page, block())
    paste(page)
    expect(grid.get_by_test_id("kisi-uji-pesan")).to_have_text("84 sel ditempel.")
    expect(value(grid, 11, 2030)).to_have_text("12.500.000")
    for row, held in enumerate(in_kernel(grid)):
        assert [held[str(year)] for year in _YEARS] == [(row + 1) * 1_000_000 + 500_000] * 7
    picture(page, "kisi-tempel")
    grid.get_by_test_id("kisi-uji-urungkan").click()
    expect(value(grid, 11, 2030)).to_have_text("12.000.000")
    assert in_kernel(grid)[0]["2024"] == 1_000_000
    page.keyboard.press("Tab")  # the button has the focus; the grid gets it back by a click
    cell(grid, 0, 2024).click()
    page.keyboard.press("Control+y")
    expect(value(grid, 11, 2030)).to_have_text("12.500.000")


def test_what_cannot_be_read_is_marked_and_the_rest_is_taken(grid: Locator) -> None:
    page = grid.page
    cells = block()
    cells[2][3], cells[5][0] = "dua juta", "1,5"
    cell(grid, 0, 2024).click()
    copy_from_excel(page, cells)
    paste(page)
    expect(cell(grid, 2, 2027)).to_have_attribute("aria-invalid", "true")
    expect(cell(grid, 2, 2027)).to_contain_text('"dua juta" bukan bilangan')
    expect(cell(grid, 5, 2024)).to_contain_text("bukan rupiah bulat")
    expect(grid.locator('[aria-invalid="true"]')).to_have_count(2)
    held = in_kernel(grid)
    assert (held[2]["2027"], held[2]["2028"]) == (3_000_000, 3_500_000)
    picture(page, "kisi-galat")
    wrong = grid.get_by_test_id("kisi-uji-kesalahan")
    expect(wrong).to_have_text("⚠ 2 sel perlu diperbaiki")
    wrong.click()
    expect(cell(grid, 2, 2027)).to_be_focused()
    page.keyboard.type("2.000.000")
    page.keyboard.press("Enter")
    expect(wrong).to_have_text("⚠ 1 sel perlu diperbaiki")
    assert in_kernel(grid)[2]["2027"] == 2_000_000


def test_a_block_that_is_too_large_is_cut_and_said(grid: Locator) -> None:
    cell(grid, 11, 2030).click()
    copy_from_excel(grid.page, [["1", "lain", "3"], ["4", "mandiri", "6"]])
    paste(grid.page)
    expect(grid.get_by_test_id("kisi-uji-pesan")).to_contain_text("4 sel berada di luar kisi")
    held = in_kernel(grid)[11]
    assert (held["2030"], held["dasar"]) == (1, "lain")


def test_text_alone_is_pasted_too_and_one_value_fills_a_selection(grid: Locator) -> None:
    page = grid.page
    cell(grid, 0, 2024).click()
    page.evaluate("navigator.clipboard.writeText('7\\t8\\n9\\t10')")
    paste(page)
    expect(value(grid, 1, 2025)).to_have_text("10")
    page.evaluate("navigator.clipboard.writeText('5.000')")
    cell(grid, 3, 2024).click()
    cell(grid, 5, 2025).click(modifiers=["Shift"])
    paste(page)
    expect(value(grid, 5, 2025)).to_have_text("5.000")
    held = in_kernel(grid)
    assert [held[0]["2025"], held[1]["2024"]] == [8, 9]
    assert [held[row][year] for row in (3, 4, 5) for year in ("2024", "2025")] == [5_000] * 6


def paste_raw(grid: Locator, html: str, plain: str) -> None:
    """Paste what Chromium's own clipboard would tidy up."""
    grid.page.evaluate(
        """([html, plain]) => {
          const data = new DataTransfer();
          if (html) data.setData("text/html", html);
          if (plain) data.setData("text/plain", plain);
          const event = { clipboardData: data, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        [html, plain],
    )


def test_merged_and_narrow_cells_of_excel_keep_their_places(grid: Locator) -> None:
    cell(grid, 0, 2024).click()
    html = """<table><tr><td colspan=2>1</td><td rowspan=2>2</td><td x:num="3000">####</td></tr>
      <tr><td>4</td><td>&nbsp;5.000&nbsp;</td><td>6</td></tr></table>"""
    paste_raw(grid, html, "tidak dipakai")
    expect(value(grid, 1, 2027)).to_have_text("6")
    held = in_kernel(grid)
    assert [held[0][str(year)] for year in (2024, 2025, 2026, 2027)] == [1, None, 2, 3000]
    assert [held[1][str(year)] for year in (2024, 2025, 2026, 2027)] == [4, 5000, None, 6]


def test_quoted_cells_of_a_text_stay_one_cell(grid: Locator) -> None:
    cell(grid, 0, 2024).click()
    paste_raw(grid, "", '"a\tb\n""c"""\t8\r\n9\t\r\n')
    expect(value(grid, 0, 2024)).to_have_text('a\tb\n"c"')
    expect(value(grid, 1, 2024)).to_have_text("9")
    held = in_kernel(grid)
    assert [held[0]["2025"], held[1]["2025"], held[2]["2024"]] == [8, None, 3_000_000]


def test_a_clipboard_without_text_changes_nothing(grid: Locator) -> None:
    cell(grid, 0, 2024).click()
    paste_raw(grid, "", "")
    expect(grid.get_by_test_id("kisi-uji-pesan")).to_contain_text("tidak berisi teks")
    assert in_kernel(grid)[0]["2024"] == 1_000_000


def test_keys_work_as_in_a_spreadsheet(grid: Locator) -> None:
    page = grid.page
    cell(grid, 0, 2024).click()
    page.keyboard.type("5.000")
    page.keyboard.press("Enter")
    expect(cell(grid, 1, 2024)).to_be_focused()
    page.keyboard.type("6.000")
    page.keyboard.press("Tab")
    expect(cell(grid, 1, 2025)).to_be_focused()
    page.keyboard.press("F2")
    page.keyboard.press("Backspace")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    expect(value(grid, 1, 2025)).to_have_text("2.000.050")
    page.keyboard.type("123")
    page.keyboard.press("Escape")
    expect(value(grid, 2, 2025)).to_have_text("3.000.000")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Delete")
    expect(value(grid, 3, 2026)).to_have_text("")
    held = in_kernel(grid)
    assert [held[0]["2024"], held[1]["2024"], held[1]["2025"]] == [5_000, 6_000, 2_000_050]
    assert held[3]["2026"] is None
    page.keyboard.press("Control+z")
    expect(value(grid, 3, 2026)).to_have_text("4.000.000")


def test_a_selection_is_copied_for_excel(grid: Locator) -> None:
    page = grid.page
    cell(grid, 1, 2024).click()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    expect(grid.locator('[aria-selected="true"]')).to_have_count(4)
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\r\n") == ["2000000\t2000000", "3000000\t3000000"]


def test_a_choice_is_made_with_the_keyboard(grid: Locator) -> None:
    page = grid.page
    cell(grid, 0, "dasar").click()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(value(grid, 0, "dasar")).to_have_text("lain")
    assert in_kernel(grid)[0]["dasar"] == "lain"


def test_tab_leaves_the_grid_after_escape(grid: Locator) -> None:
    page = grid.page
    cell(grid, 0, 2024).click()
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    assert not grid.get_by_test_id("kisi-uji-tabel").evaluate(
        "(table) => table.contains(document.activeElement)"
    )


def test_heading_cells_are_not_edited(grid: Locator) -> None:
    cell(grid, 0, "dana").click()
    grid.page.keyboard.type("x")
    expect(grid.get_by_test_id("kisi-uji-pesan")).to_contain_text("tidak dapat diubah")
    expect(cell(grid, 0, "dana")).to_have_text("Dana 1")


def test_the_grid_keeps_its_keys_from_jupyterlab(page: Page, lab: Server) -> None:
    grid = opened(page, lab)
    cells = page.locator(".jp-CodeCell").count()
    cell(grid, 0, 2024).click()
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Delete")
    expect(value(grid, 1, 2024)).to_have_text("")
    copy_from_excel(page, block())
    cell(grid, 0, 2024).click()
    paste(page)
    expect(value(grid, 11, 2030)).to_have_text("12.500.000")
    assert page.locator(".jp-CodeCell").count() == cells


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 360)])
def test_everything_has_a_name_and_fits_the_page(grid: Locator, width: int, height: int) -> None:
    grid.page.set_viewport_size({"width": width, "height": height})
    assert nameless(grid.page, '[data-testid="kisi-uji"]') == []
    assert sticking_out(grid) == []
    picture(grid.page, f"kisi-{width}")
