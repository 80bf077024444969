"""The workbench in a real browser: how long a planner waits, and what the kernel keeps.

``python -m benchmarks.workbench`` writes ``results/meja_kerja.json``:

- ``pembukaan``: seconds from the page's address to the first chart of Kota Metro, with a kernel
  that has to start, in JupyterLab and as a page of Voilà;
- ``perubahan``: seconds from letting go of the slider (``Pengganda pagu``) to the new plan;
- ``memori``: resident memory of the kernel after 10 and after 50 solves.

Needs Chromium and the extras ``dev`` and ``bench``.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.machine import describe
from tests.support import browser, servers
from tests.support.desk import SOLVING, Desk, open_desk

RESULTS = Path(__file__).parent / "results" / "meja_kerja.json"
PACK = "kota-metro"
#: Openings of each kind, moves of the slider, and the moves after which memory is read.
OPENINGS, MOVES, EARLY = 5, 50, 10


def main() -> int:
    """Measure and write the results; return the exit code."""
    program = browser.executable()
    if program is None:
        print("Chromium is not installed", file=sys.stderr)
        return 2
    with browser.chromium(program) as chromium:
        opening = {kind: _openings(chromium, kind) for kind in ("lab", "voila")}
        changes, memory = _moves(chromium)
    result = {
        "mesin": describe(),
        "paket": PACK,
        "pembukaan": opening,
        "perubahan": changes,
        "memori": memory,
    }
    text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    RESULTS.write_text(text, encoding="utf-8")
    print(text)
    return 0


@contextmanager
def _server(kind: str) -> Iterator[servers.Server]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        server = servers.start(kind, Path(place) / kind)
        try:
            yield server
        finally:
            server.stop()


def _openings(chromium: browser.Browser, kind: str) -> dict[str, object]:
    """Measure from the address to the heat map of the gaps, each time with a new kernel."""
    seconds = []
    with _server(kind) as server:
        for turn in range(OPENINGS):
            context = browser.watched(chromium, browser.Watch())
            begun = time.perf_counter()
            desk = open_desk(context.new_page(), server, f"buka-{turn}", PACK)
            desk.step("Kesenjangan")
            browser.expect(desk.root.get_by_test_id("peta-kesenjangan-sel-I1")).to_be_visible()
            seconds.append(time.perf_counter() - begun)
            print(f"{kind}: {seconds[-1]:.1f} s", flush=True)
            context.close()
    return _spread(seconds)


def _moves(chromium: browser.Browser) -> tuple[dict[str, object], dict[str, float]]:
    """Move the slider up and down; measure each answer, and the kernel's memory on the way."""
    seconds, memory = [], {}
    with _server("voila") as server:
        context = browser.watched(chromium, browser.Watch())
        desk = open_desk(context.new_page(), server, "geser", PACK)
        desk.solve()
        kernel = _kernel_of(server)
        for turn in range(1, MOVES + 1):
            seconds.append(_move(desk, turn))
            print(f"{turn}: {seconds[-1]:.1f} s, {_mebibytes(kernel):.0f} MiB", flush=True)
            if turn in {EARLY, MOVES}:
                memory[f"setelah_{turn}_mib"] = round(_mebibytes(kernel), 1)
        context.close()
    memory["pertumbuhan_mib"] = round(
        memory[f"setelah_{MOVES}_mib"] - memory[f"setelah_{EARLY}_mib"], 1
    )
    return _spread(seconds), memory


def _move(desk: Desk, turn: int) -> float:
    """Move the slider one step and wait for the plan; ten steps down, then ten steps up."""
    slider = desk.field("Pengganda pagu")
    slider.press("ArrowLeft" if (turn - 1) // 10 % 2 == 0 else "ArrowRight")
    begun = time.perf_counter()
    outcome = desk.root.get_by_test_id("rencana-ditemukan")
    browser.expect(outcome).to_be_hidden()
    browser.expect(outcome).to_be_visible(timeout=SOLVING)
    took = time.perf_counter() - begun
    desk.up_to_date()
    return took


def _kernel_of(server: servers.Server) -> psutil.Process:
    below = psutil.Process(server.process.pid).children(recursive=True)
    (kernel,) = (p for p in below if any("ipykernel_launcher" in word for word in p.cmdline()))
    return kernel


def _mebibytes(process: psutil.Process) -> float:
    return process.memory_info().rss / 2**20


def _spread(seconds: list[float]) -> dict[str, object]:
    ordered = statistics.quantiles(seconds, n=20, method="inclusive")
    return {
        "n": len(seconds),
        "median_detik": round(statistics.median(seconds), 2),
        "p95_detik": round(ordered[-1], 2),
        "detik": [round(one, 2) for one in seconds],
    }


if __name__ == "__main__":
    sys.exit(main())
