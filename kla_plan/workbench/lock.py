"""One writer at a time for one file, also among several tabs (each is a process of its own)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kla_plan.findings import Finding, FindingsError, Place

#: Seconds to wait for another writer, and after which a lock is one that was left behind.
PATIENCE, STALE = 10.0, 60.0
_PAUSE = 0.05


@contextmanager
def alone(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the right to write a file; nobody else who asks this way has it meanwhile.

    Raises
    ------
    FindingsError
        If another writer does not come to an end.
    """
    lock = path.with_name(f".{path.name}.kunci")
    deadline = time.monotonic() + patience
    while not _taken(lock):
        if time.monotonic() > deadline:
            raise FindingsError([_waited(path)])
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _taken(lock: Path) -> bool:
    """Try to make the lock; whether that succeeded."""
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        try:
            if time.time() - lock.stat().st_mtime > STALE:
                lock.unlink(missing_ok=True)
        except FileNotFoundError:
            pass
        return False
    return True


def _waited(path: Path) -> Finding:
    return Finding(
        "KLA-R-007",
        "Berkas ini sedang ditulis oleh tab atau program lain.",
        "Tunggu sebentar, lalu simpan lagi.",
        Place(file=str(path)),
        path.name,
    )
