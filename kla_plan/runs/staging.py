"""Results appear whole or not at all: work in a hidden sibling folder, move in at the end."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kla_plan.findings import Finding, FindingsError, Place

#: A folder with this file is a plan of ours and may be replaced by a newer one.
MARK = "manifest.json"
_open: set[Path] = set()


@contextmanager
def staged(target: Path, mark: str = MARK) -> Iterator[Path]:
    """Yield a temporary folder that takes the place of ``target`` when the block succeeds.

    When the block raises, also on Ctrl-C, the temporary folder is removed and whatever stood at
    ``target`` stays as it was.

    Parameters
    ----------
    mark
        File by which a folder of ours is known.

    Raises
    ------
    FindingsError
        If ``target`` is a file, or a folder that is neither empty nor an earlier result (has no
        ``mark``), or cannot be replaced because a program holds one of its files open.
    """
    refuse_foreign(target, mark)
    with _workspace(target) as work:
        yield work
        _swap(work, target)


@contextmanager
def staged_files(target: Path) -> Iterator[Path]:
    """Yield a temporary folder whose files are moved into ``target`` when the block succeeds.

    Files of the same name are replaced, everything else in ``target`` stays.

    Raises
    ------
    FindingsError
        If ``target`` is a file, or one of its files cannot be replaced.
    """
    if target.is_file():
        raise FindingsError([_is_a_file(target)])
    with _workspace(target) as work:
        yield work
        for source in sorted(path for path in work.rglob("*") if path.is_file()):
            destination = target / source.relative_to(work)
            destination.parent.mkdir(parents=True, exist_ok=True)
            try:
                source.replace(destination)
            except OSError as error:
                raise FindingsError([_in_use(destination)]) from error


def refuse_foreign(target: Path, mark: str = MARK) -> None:
    """Raise unless ``target`` is free to take: absent, empty, or an earlier result of ours."""
    if target.is_file():
        raise FindingsError([_is_a_file(target)])
    if target.is_dir() and any(target.iterdir()) and not (target / mark).is_file():
        raise FindingsError(
            [
                Finding(
                    "KLA-R-001",
                    "Folder keluaran sudah berisi berkas lain dan bukan hasil rencana terdahulu.",
                    "Pilih folder baru atau folder kosong untuk --out; isinya tidak akan ditimpa.",
                    Place(file=str(target)),
                    str(target),
                )
            ]
        )


def replace_file(target: Path, content: bytes) -> Path:
    """Write a file so that it is never seen half-written; return its path."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(target)
    return target


def discard_open() -> None:
    """Remove every temporary folder of this process, before it ends at once."""
    for work in tuple(_open):
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _workspace(target: Path) -> Iterator[Path]:
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    work = target.with_name(f".{target.name}.sementara-{os.getpid()}")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    _open.add(work)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        _open.discard(work)


def _swap(work: Path, target: Path) -> None:
    target = target.absolute()
    old = target.with_name(f".{target.name}.lama-{os.getpid()}")
    try:
        if target.exists():
            target.rename(old)
    except OSError as error:
        raise FindingsError([_in_use(target)]) from error
    try:
        work.rename(target)
    except OSError as error:
        if old.exists():
            old.rename(target)
        raise FindingsError([_in_use(target)]) from error
    shutil.rmtree(old, ignore_errors=True)


def _is_a_file(target: Path) -> Finding:
    return Finding(
        "KLA-R-002",
        "Keluaran harus sebuah folder, tetapi nama itu sudah dipakai oleh sebuah berkas.",
        "Pilih nama folder lain untuk --out.",
        Place(file=str(target)),
        str(target),
    )


def _in_use(target: Path) -> Finding:
    return Finding(
        "KLA-R-003",
        "Hasil lama tidak dapat diganti; mungkin salah satu berkasnya sedang dibuka.",
        "Tutup Word, Excel, atau pembaca PDF yang membukanya, lalu jalankan lagi.",
        Place(file=str(target)),
        str(target),
    )
