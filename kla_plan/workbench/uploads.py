"""Uploaded packs: a workbook, or the zip file of a folder with CSV tables."""

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from kla_plan.findings import Finding, FindingsError, Place

#: Folder below the working folder in which good uploads are kept.
UPLOADS = "unggahan"
#: What a zip file may hold at most, unpacked.
MOST_BYTES, MOST_FILES = 200_000_000, 2000
_PROFILE = "profil.csv"


@contextmanager
def unpacked(name: str, content: bytes) -> Iterator[Path]:
    """Yield the pack of an upload in a temporary folder that is removed afterwards.

    Raises
    ------
    FindingsError
        If the file is neither a workbook nor a usable zip file of a pack.
    """
    given = PurePosixPath(name.replace("\\", "/")).name
    kind = Path(given).suffix.casefold()
    with tempfile.TemporaryDirectory(prefix="kla-unggah-") as place:
        if kind == ".xlsx":
            book = Path(place) / given
            book.write_bytes(content)
            yield book
        elif kind == ".zip":
            yield _folder(given, content, Path(place))
        else:
            raise FindingsError([_wrong_kind(given)])


def unzip(name: str, content: bytes, target: Path) -> None:
    """Unpack a zip file into a folder; nothing of it can end up elsewhere.

    Raises
    ------
    FindingsError
        If it cannot be unpacked, or holds more than a pack or a plan ever does.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_FILES or sum(e.file_size for e in entries) > MOST_BYTES:
                raise FindingsError([_too_large(name)])
            archive.extractall(target)  # ZipFile keeps every entry below the folder
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        raise FindingsError([_no_zip(name, error)]) from error


def keep_upload(pack: Path, folder: Path) -> Path:
    """Copy a pack into the working folder, beside what has the same name; return where it is."""
    target = _free(folder / UPLOADS / pack.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.sementara")
    if pack.is_dir():
        shutil.copytree(pack, draft)
    else:
        shutil.copyfile(pack, draft)
    return draft.rename(target)


def _free(wanted: Path) -> Path:
    """Return the first of ``a.xlsx``, ``a-2.xlsx``, … that is not taken."""
    number, target = 1, wanted
    while target.exists():
        number += 1
        target = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return target


def _folder(name: str, content: bytes, place: Path) -> Path:
    """Unpack a zip file; return the folder of the pack in it, named after the file if need be."""
    inside = place / Path(name).stem
    unzip(name, content, inside)
    profiles = sorted(inside.rglob(_PROFILE), key=lambda path: len(path.parts))
    if profiles:
        return profiles[0].parent
    books = sorted(path for path in inside.rglob("*.xlsx") if not path.name.startswith("~$"))
    if len(books) == 1:
        return books[0]
    raise FindingsError([_no_pack(name)])


def _wrong_kind(name: str) -> Finding:
    return Finding(
        "KLA-U-001",
        "Berkas ini bukan buku kerja .xlsx dan bukan .zip.",
        "Simpan sebagai Buku Kerja Excel (.xlsx), atau kirim folder paket sebagai .zip.",
        Place(file=name),
        name,
    )


def _too_large(name: str) -> Finding:
    return Finding(
        "KLA-U-002",
        "Isi berkas .zip ini terlalu besar untuk sebuah paket.",
        "Masukkan hanya berkas CSV paket (dan folder instrumen serta skenario) ke dalam .zip.",
        Place(file=name),
        name,
    )


def _no_zip(name: str, error: Exception) -> Finding:
    return Finding(
        "KLA-U-003",
        "Berkas .zip ini rusak, berkata sandi, atau bukan .zip.",
        "Buat lagi .zip dari folder paket tanpa kata sandi, lalu unggah.",
        Place(file=name),
        str(error)[:120],
    )


def _no_pack(name: str) -> Finding:
    return Finding(
        "KLA-U-004",
        f"Di dalam .zip ini tidak ada {_PROFILE} dan tidak ada tepat satu buku kerja.",
        "Masukkan folder paket (dengan semua berkas CSV-nya) atau satu buku kerja .xlsx.",
        Place(file=name),
        name,
    )
