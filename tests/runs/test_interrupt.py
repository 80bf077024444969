"""Ctrl-C: once to end the search, twice to end everything."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kla_plan.runs.interrupt import INTERRUPTED, stoppable

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent the POSIX way")


@posix
def test_the_first_ctrl_c_asks_and_tells() -> None:
    told: list[str] = []

    with stoppable(told.append) as wish:
        assert not wish()
        os.kill(os.getpid(), signal.SIGINT)
        assert wish()

    assert "Ctrl-C sekali lagi" in told[0]


@posix
def test_after_the_search_ctrl_c_cancels() -> None:
    with stoppable(print) as wish:
        wish.close()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_afterwards_ctrl_c_is_what_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)

    with stoppable(print):
        assert signal.getsignal(signal.SIGINT) is not before

    assert signal.getsignal(signal.SIGINT) is before


def test_in_another_thread_the_wish_is_only_asked_by_hand() -> None:
    seen: list[bool] = []

    def work() -> None:
        with stoppable(print) as wish:
            seen.append(wish())
            wish.ask()
            seen.append(wish())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert seen == [False, True]


@posix
def test_the_second_ctrl_c_ends_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    code = """
import os, signal, sys
from pathlib import Path
from kla_plan.runs.interrupt import stoppable
from kla_plan.runs.staging import staged
with stoppable(print), staged(Path(sys.argv[1])) as work:
    (work / "setengah.txt").write_text("setengah")
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGINT)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "hasil")],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )

    assert done.returncode == INTERRUPTED
    assert list(tmp_path.iterdir()) == []
