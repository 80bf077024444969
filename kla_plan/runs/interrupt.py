"""Ctrl-C during a long job: in the search the first one ends the search, the second the job."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from kla_plan.runs.staging import discard_open

#: Exit code of a process ended by Ctrl-C, as shells know it.
INTERRUPTED = 130


class Wish:
    """Whether the planner wants the search to end."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self.over = False

    def ask(self) -> None:
        """Ask the search to end."""
        self._asked.set()

    def close(self) -> None:
        """Say that the search is over: from now on Ctrl-C cancels the job."""
        self.over = True

    def __call__(self) -> bool:
        """Return whether the end was asked for."""
        return self._asked.is_set()


@contextmanager
def stoppable(tell: Callable[[str], None]) -> Iterator[Wish]:
    """Yield a wish that the first Ctrl-C asks for; the second one ends the process at once.

    Once the wish is closed, Ctrl-C is a :class:`KeyboardInterrupt` again.
    At the second one temporary folders are removed and nothing is written. Outside the main
    thread, where no signal arrives, the wish is only ever asked for by hand.

    Parameters
    ----------
    tell
        Shows a sentence to the planner.
    """
    wish = Wish()
    if threading.current_thread() is not threading.main_thread():
        yield wish
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        if wish.over:
            raise KeyboardInterrupt
        if wish():
            discard_open()
            os._exit(INTERRUPTED)
        wish.ask()
        tell(
            "Pencarian dihentikan; rencana terbaik sejauh ini dipakai. "
            "Tekan Ctrl-C sekali lagi untuk membatalkan semuanya."
        )

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, before)
