"""Files appear whole or not at all, and never on top of somebody's work."""

import csv
import io
import shutil
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kla_plan.findings import FindingsError, Place
from kla_plan.pack.checks.files import TARGET_EXISTS


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file: UTF-8, commas, one line feed per row."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8")


def write_new_file(target: Path, write: Callable[[Path], None]) -> None:
    """Write a file under a temporary name beside the target, then move it there.

    Raises
    ------
    FindingsError
        If the target exists.
    """
    refuse(target, exists=target.exists())
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = _beside(target)
    try:
        write(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def write_new_folder(
    target: Path, write: Callable[[Path], None], *, may_replace: bool = False
) -> None:
    """Fill a folder under a temporary name beside the target, then move it there.

    Parameters
    ----------
    may_replace
        Whether a target that is no empty folder may be replaced.

    Raises
    ------
    FindingsError
        If it may not.
    """
    taken = target.exists() and not is_empty_folder(target)
    refuse(target, exists=taken and not may_replace)
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = _beside(target)
    temporary.mkdir()
    try:
        write(temporary)
        if target.exists():
            shutil.rmtree(target)
        temporary.replace(target)
    finally:
        if temporary.exists():
            shutil.rmtree(temporary)


def _beside(target: Path) -> Path:
    return target.with_name(f".kla-{uuid.uuid4().hex}{target.suffix}")


def is_empty_folder(path: Path) -> bool:
    """Whether a path is a folder with nothing in it."""
    return path.is_dir() and not any(path.iterdir())


def refuse(target: Path, *, exists: bool) -> None:
    """Raise :class:`FindingsError` if a target is taken."""
    if exists:
        reason = f'"{target}" sudah ada isinya dan tidak ditimpa.'
        raise FindingsError([TARGET_EXISTS.at(Place(file=str(target)), str(target), reason)])
