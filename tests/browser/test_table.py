"""Table and heat map as a planner uses them: search, sort, filter, choose."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from support.access import nameless, sticking_out
from support.browser import open_notebook, picture
from support.servers import Server

_NOTEBOOK = """
import ipywidgets as widgets
from kla_plan import load_pack
from kla_plan.workbench.widgets import HeatMap, Table

columns = [
    {"key": "kode", "label": "Kode", "filter": False},
    {"key": "nama", "label": "Kegiatan", "wide": True},
    {"key": "opd", "label": "OPD"},
    {"key": "biaya", "label": "Biaya", "kind": "rupiah"},
]
rows = [
    {
        "kode": f"K{n % 7}-{n}",
        "nama": f"Pelatihan kader {n}" if n % 3 else f"Rapat koordinasi {n}",
        "opd": ["Dinkes", "Bappeda", "PUPR/Perkim"][n % 3],
        "biaya": None if n == 5 else (n * 37 % 500) * 1_000_000,
    }
    for n in range(500)
]
table = Table(columns=columns, rows=rows, row_key="kode", label="Kegiatan", testid="kisi-uji")
shares = [None, 0, 0.2, 0.4, 0.6, 0.8, 1]
map = HeatMap(
    cells=[
        {
            "key": f"I{g}{n}", "label": f"Indikator nomor {g}{n}", "value": share,
            "text": "belum ada" if share is None else f"{100 * share:.0f} %",
            "group": f"Klaster {g}",
        }
        for g in range(1, 5) for n, share in enumerate(shares)
    ],
    label="Capaian per indikator", low="0 %", high="100 %", testid="kisi-peta",
)
chosen = widgets.HTML()
def tell(_=None):
    chosen.value = f'<pre id="isi">{table.selected} {map.selected}</pre>'
table.on_select(tell)
map.on_select(tell)
widgets.VBox([map, table, chosen])
"""


@pytest.fixture(scope="module")
def screen(shared_page: Page, voila: Server) -> Page:
    open_notebook(shared_page, voila, voila.write("tabel.ipynb", _NOTEBOOK))
    expect(shared_page.get_by_test_id("kisi-uji-cari")).to_be_visible(timeout=60_000)
    return shared_page


@pytest.fixture
def table(screen: Page) -> Locator:
    """The table without search, filter or sorting."""
    shown = screen.get_by_test_id("kisi-uji")
    shown.get_by_test_id("kisi-uji-cari").fill("")
    shown.get_by_test_id("kisi-uji-saring-opd").select_option("")
    for key in ("kode", "biaya"):
        header = shown.locator("th", has=screen.get_by_test_id(f"kisi-uji-urut-{key}"))
        while header.get_attribute("aria-sort") != "none":
            screen.get_by_test_id(f"kisi-uji-urut-{key}").click()
    return shown


@pytest.fixture
def heat_map(screen: Page) -> Locator:
    return screen.get_by_test_id("kisi-peta")


def column(table: Locator, place: int) -> list[str]:
    return table.locator(f"tbody tr td:nth-child({place})").all_inner_texts()


def count(table: Locator) -> Locator:
    return table.get_by_test_id("kisi-uji-jumlah")


def test_five_hundred_rows_come_in_pages(table: Locator) -> None:
    expect(count(table)).to_have_text("Baris 1–50 dari 500")
    table.get_by_test_id("kisi-uji-berikutnya").click()
    expect(count(table)).to_have_text("Baris 51–100 dari 500")
    assert column(table, 1)[0] == "K1-50"
    table.get_by_test_id("kisi-uji-sebelumnya").click()
    expect(table.get_by_test_id("kisi-uji-sebelumnya")).to_be_disabled()


def test_search_finds_every_word(table: Locator) -> None:
    table.get_by_test_id("kisi-uji-cari").fill("rapat 12 bappeda")
    expect(count(table)).to_have_text("Tidak ada yang cocok dari 500 baris.")
    table.get_by_test_id("kisi-uji-cari").fill("RAPAT 12")
    expect(count(table)).to_contain_text("disaring dari 500")
    for row in table.locator("tbody tr").all_inner_texts():
        assert "Rapat" in row
        assert "12" in row


def test_a_column_is_filtered_by_its_values(table: Locator) -> None:
    table.get_by_test_id("kisi-uji-saring-opd").select_option("PUPR/Perkim")
    expect(count(table)).to_contain_text("dari 166 (disaring dari 500)")
    assert set(column(table, 3)) == {"PUPR/Perkim"}


def test_money_is_sorted_as_numbers_and_nothing_stands_last(table: Locator) -> None:
    button = table.get_by_test_id("kisi-uji-urut-biaya")
    button.click()
    first = [int(re.sub(r"\D", "", text)) for text in column(table, 4)]
    assert first == sorted(first)
    assert first[1] == 1_000_000
    button.click()
    assert column(table, 4)[0] == "Rp499.000.000"
    expect(table.locator('th[aria-sort="descending"]')).to_contain_text("Biaya")
    table.get_by_test_id("kisi-uji-cari").fill("kader 5")
    for _ in range(2):
        if table.get_by_test_id("kisi-uji-berikutnya").is_enabled():
            table.get_by_test_id("kisi-uji-berikutnya").click()
    assert column(table, 4)[-1] == ""


def test_a_row_is_chosen_by_click_and_by_keys(table: Locator) -> None:
    page = table.page
    table.get_by_test_id("kisi-uji-baris-K1-1").click()
    expect(page.locator("#isi")).to_contain_text("K1-1")
    table.get_by_test_id("kisi-uji-baris-K2-2").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(table.get_by_test_id("kisi-uji-baris-K3-3")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#isi")).to_contain_text("K3-3")


def test_cells_of_the_map_say_their_value_and_are_chosen_by_keys(heat_map: Locator) -> None:
    page = heat_map.page
    first = heat_map.get_by_test_id("kisi-peta-sel-I10")
    expect(first).to_have_accessible_name("Indikator nomor 10: belum ada")
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = heat_map.locator('[aria-pressed="true"]')
    expect(chosen).to_have_count(1)
    expect(page.locator("#isi")).to_contain_text(chosen.get_attribute("data-key") or "tidak ada")
    assert (chosen.get_attribute("data-key") or "").endswith("1")


def test_text_on_every_shade_can_be_read(heat_map: Locator) -> None:
    for cell in heat_map.locator(".kla-cell:not(.kla-unknown)").all():
        ink, paper = cell.evaluate(
            "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
        )
        assert contrast(ink, paper) >= 4.5, (ink, paper)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 360)])
def test_everything_has_a_name_and_fits_the_page(screen: Page, width: int, height: int) -> None:
    screen.set_viewport_size({"width": width, "height": height})
    for name in ("kisi-uji", "kisi-peta"):
        assert nameless(screen, f'[data-testid="{name}"]') == []
        assert sticking_out(screen.get_by_test_id(name)) == []
        screen.get_by_test_id(name).scroll_into_view_if_needed()
        picture(screen, f"{name}-{width}")
