"""``kla-plan lab`` as a planner starts it: the address it names opens the workbench's notebook."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import nbformat
import pytest
from support.browser import Page, expect, picture
from support.servers import answers

from kla_plan.commands import lab

#: Seconds that the command may take to say where it is, and to end.
_PATIENCE = 60
type Started = tuple[str, Path]


@pytest.fixture
def started(tmp_path: Path, program: str) -> Iterator[Callable[..., Started]]:
    """Start the command with some words in a new folder; return its address and the folder."""
    running: list[subprocess.Popen[str]] = []
    config = tmp_path / "pengaturan"
    config.mkdir()
    # As root, as tests in a container run, JupyterLab wants to be asked explicitly.
    settings = {"ServerApp": {"allow_root": True}}
    (config / "jupyter_server_config.json").write_text(json.dumps(settings))

    def start(*words: str) -> Started:
        folder = tmp_path / "kota saya"
        process = subprocess.Popen(
            [sys.executable, "-m", "kla_plan.cli", "lab", str(folder), "--no-browser", *words],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
            env={**os.environ, "JUPYTER_CONFIG_DIR": str(config), "PYTHONUNBUFFERED": "1"},
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )  # fmt: skip
        running.append(process)
        address = _address(process)
        assert answers(address.partition("?")[0], _PATIENCE)
        return address, folder

    yield start
    for process in running:
        _press_ctrl_c_twice(process)


def _press_ctrl_c_twice(process: subprocess.Popen[str]) -> None:
    """End the command with its server, as the keyboard does: both get the signal."""
    for _ in range(2):
        if sys.platform == "win32":
            process.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.5)
    try:
        process.wait(_PATIENCE)
    finally:
        process.kill()
        process.communicate()


def _address(process: subprocess.Popen[str]) -> str:
    """Read what the command says until it names an address."""
    lines: Queue[str] = Queue()
    stream = process.stderr
    assert stream is not None
    Thread(target=lambda: [lines.put(line) for line in stream], daemon=True).start()
    said = []
    while True:
        try:
            said.append(lines.get(timeout=_PATIENCE))
        except Empty:
            pytest.fail(f"no address in: {''.join(said)}")
        if found := re.search(r"http://\S+", said[-1]):
            return found[0]


def test_it_opens_the_workbench_in_jupyterlab(started: Callable[..., Started], page: Page) -> None:
    address, folder = started()

    page.goto(address)

    expect(page.get_by_role("tab", name=lab.FIRST)).to_be_visible()
    expect(page.locator(".jp-RenderedMarkdown h1").first).to_contain_text("Meja kerja")
    assert (folder / lab.NOTEBOOKS / lab.FIRST).is_file()
    # No question about news, no dialogue over the notebook.
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0


def test_it_serves_a_page_without_code(started: Callable[..., Started], page: Page) -> None:
    address, _ = started("--voila")

    page.goto(address)

    expect(page.locator(".kla-meja")).to_be_visible()
    assert "open_workbench" not in page.content()
    assert page.title().startswith("kla-plan")


def test_a_page_that_cannot_be_made_says_what_to_do(
    started: Callable[..., Started], page: Page, tmp_path: Path
) -> None:
    notebooks = lab.prepare(tmp_path / "kota saya")
    notebook = nbformat.read(notebooks / lab.FIRST, as_version=4)
    notebook.cells[-1].source = "import modul_yang_tidak_ada"
    nbformat.write(notebook, notebooks / lab.FIRST)
    address, _ = started("--voila")

    page.goto(address)

    said = page.locator("#rendered_cells")
    expect(said).to_contain_text("Bagian ini tidak dapat disiapkan")
    expect(said).to_contain_text("Muat ulang halaman ini")
    expect(said).to_contain_text("kla-plan lab")
    assert "error" not in said.inner_text()
    picture(page, "voila-galat-sel")


def test_a_page_asks_for_its_token(started: Callable[..., Started], page: Page) -> None:
    address, _ = started("--voila")

    seen = page.goto(address.partition("?")[0])

    assert seen is not None
    assert page.locator("#rendered_cells").count() == 0
    assert page.get_by_role("textbox").count() >= 1
