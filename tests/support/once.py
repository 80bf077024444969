"""Make what is dear only once in a run, also where pytest-xdist splits it over processes."""

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path

import pytest

#: Seconds between two looks at what another process makes, and after which it is given up.
_PAUSE, _PATIENCE = 0.1, 500.0


def once[T](factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """Return what ``make`` returns, made by the first process that asks; the others read it.

    Parameters
    ----------
    factory
        Knows the folder of this run, which is new on every run.
    name
        What is made; a folder of this name is given to ``make``.
    make
        Makes a value that can be pickled.

    Raises
    ------
    RuntimeError
        If the process that makes it failed, which raised what went wrong there.
    TimeoutError
        If the process that makes it does not come to an end.
    """
    base = factory.getbasetemp()
    # Each process of pytest-xdist has a folder of its own below the one of the run.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, answer = shared / f"once-{name}", shared / f"once-{name}.pickle"
    try:
        folder.mkdir()  # one process succeeds, whoever else tries at the same moment
    except FileExistsError:
        return _awaited(answer)
    try:
        value = make(folder)
        said = pickle.dumps((value, ""))
    except BaseException as error:
        _store(answer, pickle.dumps((None, f"{name}: {error!r}")))
        raise
    _store(answer, said)
    return value


def _store(answer: Path, said: bytes) -> None:
    """Write an answer under its name only when all of it is there."""
    part = answer.with_suffix(".part")
    part.write_bytes(said)
    part.replace(answer)


def _awaited[T](answer: Path) -> T:
    end = time.monotonic() + _PATIENCE
    while not answer.is_file():
        if time.monotonic() > end:
            message = f"{answer.stem} is not there after {_PATIENCE:.0f} seconds"
            raise TimeoutError(message)
        time.sleep(_PAUSE)
    value, failure = pickle.loads(answer.read_bytes())  # noqa: S301 - written by this run
    if failure:
        raise RuntimeError(failure)
    return value
