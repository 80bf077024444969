"""The tests' own machine: notebooks run, widgets answer, and nothing reaches beyond it."""

from support.browser import Page, Watch, expect, open_notebook
from support.servers import Server

_COUNTER = """
import ipywidgets as widgets
box = widgets.Label("belum ditekan")
button = widgets.Button(description="Tekan")
button.on_click(lambda _: setattr(box, "value", "sudah ditekan"))
widgets.VBox([button, box])
"""
_CALL_HOME = """
import socket
try:
    socket.create_connection(("example.org", 80), timeout=1)
    print("terhubung")
except PermissionError as error:
    print("diblokir")
"""


def test_a_widget_answers_to_a_click(server: Server, page: Page) -> None:
    open_notebook(page, server, server.write("tombol.ipynb", _COUNTER))

    page.get_by_role("button", name="Tekan").click()

    expect(page.get_by_text("sudah ditekan", exact=True)).to_be_visible()


def test_a_page_shows_no_code(voila: Server, page: Page) -> None:
    open_notebook(page, voila, voila.write("tombol.ipynb", _COUNTER))

    expect(page.get_by_role("button", name="Tekan")).to_be_visible()
    assert "on_click" not in page.content()
    assert page.locator("html").get_attribute("lang") == "id"


def test_a_kernel_cannot_leave_this_machine_unseen(lab: Server, page: Page) -> None:
    open_notebook(page, lab, lab.write("keluar.ipynb", _CALL_HOME))

    expect(page.locator(".jp-OutputArea-output")).to_have_text("diblokir")
    assert [attempt for attempt in lab.forget() if "example.org" in attempt]


def test_a_page_cannot_leave_this_machine_unseen(page: Page, watch: Watch) -> None:
    page.set_content("<p>halaman</p>")

    assert not page.evaluate("fetch('https://example.org/').then(() => true, () => false)")
    assert watch.left == ["https://example.org/"]
    watch.left.clear()


def test_jupyterlab_offers_nothing_that_needs_the_internet(lab: Server, page: Page) -> None:
    open_notebook(page, lab, lab.write("tombol.ipynb", _COUNTER))

    expect(page.get_by_role("button", name="Tekan")).to_be_visible()
    assert page.get_by_role("button", name="Render with Voilà").count() == 0
    assert page.goto(f"{lab.url}/voila/render/notebook/tombol.ipynb").status == 404
