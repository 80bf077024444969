"""Chromium as a planner's browser: offline, watched, opening notebooks as a person would."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit
from uuid import uuid4

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from .servers import Server

#: Where pictures of a run go; not part of the repository.
PICTURES = Path(__file__).resolve().parents[2] / "hasil" / "layar"
#: The smallest screen that the workbench is made for.
SCREEN = (1280, 720)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_HERE = {"127.0.0.1", "localhost", "::1"}
#: Nothing but this machine has an address.
_OFFLINE = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
#: Milliseconds until something that should appear is missing, and for what starts a kernel.
_PATIENCE, _FIRST_LOOK = 20_000, 60_000
expect.set_options(timeout=_PATIENCE)


def executable() -> str | None:
    """Return the installed Chromium, if there is one."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium(program: str) -> Iterator[Browser]:
    """Run Chromium without a window; everything in it ends with the block."""
    with sync_playwright() as playwright:
        browser = _launch(playwright, program)
        try:
            yield browser
        finally:
            browser.close()


def _launch(playwright: Playwright, program: str) -> Browser:
    return playwright.chromium.launch(
        executable_path=program,
        args=["--no-sandbox", "--disable-gpu", f"--host-resolver-rules={_OFFLINE}"],
    )


@dataclass  # no slots: Playwright marks the objects whose methods it calls
class Watch:
    """What a browser did besides showing pages.

    Attributes
    ----------
    left
        Addresses outside of this machine that a page asked for.
    errors
        Exceptions of a page, and error messages on its console.
    """

    left: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def saw(self, address: str) -> None:
        """Remember an address unless it is one of this machine."""
        parts = urlsplit(address)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in _HERE:
            self.left.append(address)

    def heard(self, message: ConsoleMessage) -> None:
        """Remember an error message of a page's console."""
        if message.type == "error":
            self.errors.append(message.text)


def watched(browser: Browser, watch: Watch, *, scale: float = 1.0) -> BrowserContext:
    """Return a fresh browser profile over which ``watch`` watches.

    Parameters
    ----------
    scale
        Zoom: at 2.0 a screen of 1280×720 has room for 640×360 CSS pixels, as with Ctrl-+.
    """
    width, height = SCREEN
    context = browser.new_context(
        viewport={"width": round(width / scale), "height": round(height / scale)},
        device_scale_factor=scale,
        locale="id-ID",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(_PATIENCE)
    context.on("request", lambda request: watch.saw(request.url))
    context.on("console", watch.heard)
    context.on("weberror", lambda error: watch.errors.append(str(error.error)))
    context.on("page", lambda page: page.on("websocket", lambda socket: watch.saw(socket.url)))
    return context


def open_notebook(page: Page, server: Server, notebook: str) -> None:
    """Open a notebook of a server and run it: in JupyterLab by its menu, in Voilà by looking."""
    if server.kind == "voila":
        page.goto(f"{server.url}/voila/render/{quote(notebook)}", timeout=_FIRST_LOOK)
        expect(page.locator("#rendered_cells")).to_be_visible(timeout=_FIRST_LOOK)
        return
    # A workspace of its own: JupyterLab would otherwise open what another test has left open.
    workspace = f"{server.url}/lab/workspaces/{uuid4().hex}"
    page.goto(f"{workspace}/tree/notebook/{quote(notebook)}", timeout=_FIRST_LOOK)
    await_kernel(page)
    run_all(page)


def await_kernel(page: Page) -> None:
    """Wait until JupyterLab's status bar says that the kernel is at rest."""
    idle = page.locator("#jp-main-statusbar").get_by_text("| Idle")
    expect(idle).to_be_visible(timeout=_FIRST_LOOK)


def run_all(page: Page) -> None:
    """Choose Run → Run All Cells, and see that the cells were sent off."""
    menu(page, "Run", "Run All Cells")
    waiting = page.locator(".jp-CodeCell .jp-InputPrompt").first
    expect(waiting).not_to_have_text("[ ]:", timeout=_FIRST_LOOK)


def menu(page: Page, title: str, entry: str) -> None:
    """Choose an entry of JupyterLab's menu bar."""
    page.locator(".lm-MenuBar-itemLabel", has_text=title).first.click()
    page.locator(".lm-Menu-itemLabel").get_by_text(entry, exact=True).click()


def picture(page: Page, name: str, folder: Path = PICTURES, *, whole: bool = False) -> Path:
    """Keep a picture of what is seen, or of the whole page, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    page.screenshot(path=path, animations="disabled", full_page=whole)
    return path
