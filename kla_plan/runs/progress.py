"""What a long job shows while it works: the phase, the time gone, the time left (Indonesian)."""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.spinner import Spinner
from rich.table import Table

from kla_plan.indonesian import number, percent
from kla_plan.runs.clock import Clock, Phase, duration
from kla_plan.solve.door import Progress as SolverProgress


class Reporter(Protocol):
    """Where a job tells how far it is."""

    def phase(self, name: str) -> None:
        """Say that the phase of this name begins."""

    def note(self, text: str) -> None:
        """Say something about the running phase."""


class Silent:
    """A reporter for those who do not want to know."""

    def phase(self, name: str) -> None:
        """Say nothing."""

    def note(self, text: str) -> None:
        """Say nothing."""


def solver_note(progress: SolverProgress) -> str:
    """Say in words how far a solve is; a stage's value is shown only where it is points."""
    if progress.objective is None:
        return f"{_STAGES.get(progress.stage, progress.stage)}: pencarian sedang disiapkan"
    text = f"{_STAGES.get(progress.stage, progress.stage)}: rencana terbaik sejauh ini"
    if progress.stage == "skor":
        text += f" bernilai {number(progress.objective, 1)} poin tertimbang"
    if progress.gap:  # a solver that has only been given a plan reports no distance yet
        text += f", paling jauh {percent(progress.gap, 2)} dari batas"
    return text


_STAGES = {"skor": "mencari nilai tertinggi", "biaya": "mencari biaya terendah"}


@contextmanager
def reporting(
    phases: Sequence[Phase], *, stream: TextIO | None = None, every: float = 5.0
) -> Iterator[Reporter]:
    """Yield a reporter on standard error: a live line on a terminal, plain lines otherwise.

    Parameters
    ----------
    phases
        Phases of the job, in order.
    every
        Seconds between two plain lines while nothing changes.
    """
    console = Console(file=stream or sys.stderr, highlight=False)
    clock = Clock(phases)
    if console.is_terminal:
        with _live(console, clock) as reporter:
            yield reporter
    else:
        with _lines(console, clock, every) as reporter:
            yield reporter


class _Live:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def phase(self, name: str) -> None:
        self._clock.enter(name)

    def note(self, text: str) -> None:
        self._clock.text = text


@contextmanager
def _live(console: Console, clock: Clock) -> Iterator[_Live]:
    spinner = Spinner("dots")

    def draw() -> Table:
        line = Table.grid(padding=(0, 1))
        bar = ProgressBar(total=1.0, completed=clock.share, width=24)
        line.add_row(spinner, clock.current, bar, f"{duration(clock.elapsed)}, {clock.remaining()}")
        frame = Table.grid()
        frame.add_row(line)
        frame.add_row(f"  [dim]{clock.text}[/]")
        return frame

    with Live(get_renderable=draw, console=console, refresh_per_second=8, transient=True):
        yield _Live(clock)


class _Lines:
    def __init__(self, console: Console, clock: Clock) -> None:
        self._console, self._clock = console, clock
        self._lock = threading.Lock()

    def phase(self, name: str) -> None:
        self._clock.enter(name)
        self.line()

    def note(self, text: str) -> None:
        self._clock.text = text

    def line(self) -> None:
        clock = self._clock
        text = f": {clock.text}" if clock.text else ""
        with self._lock:
            self._console.print(
                f"[{duration(clock.elapsed)}] {clock.current}{text} ({clock.remaining()})",
                markup=False,
                soft_wrap=True,
            )


@contextmanager
def _lines(console: Console, clock: Clock, every: float) -> Iterator[_Lines]:
    reporter = _Lines(console, clock)
    done = threading.Event()

    def tick() -> None:
        while not done.wait(every):
            if clock.current:
                reporter.line()

    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    try:
        yield reporter
    finally:
        done.set()
        ticker.join()
