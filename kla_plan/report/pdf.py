"""PDF from the same Word file, by LibreOffice without a window.

Microsoft Word is not driven from here: on a computer without LibreOffice the Word file is
complete, and Word itself can save it as PDF.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

#: Seconds after which one conversion is given up.
TIMEOUT = 180
_INSTALL = {
    "win32": "winget install TheDocumentFoundation.LibreOffice",
    "darwin": "brew install --cask libreoffice",
    "linux": "sudo apt-get install libreoffice-writer-nogui",
}
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {
        name: {"type": "boolean", "value": "true"}
        for name in ("ExportBookmarks", "ExportBookmarksToPDFDestination")
    }
)
#: Date and identifiers in a PDF: what differs between two runs.
_DATE = re.compile(rb"\(D:\d{14}")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
_TRAILER = 400


class PdfUnavailable(RuntimeError):  # noqa: N818 - a state of the computer, not a fault
    """No PDF can be made here; the message says why and what to do, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice with a profile folder of its own, so that a running one is left alone."""

    program: Path
    profile: Path

    def convert(self, docx: Path, pdf: Path) -> Path:
        """Convert a Word file to PDF and return the PDF's path.

        Raises
        ------
        PdfUnavailable
            If LibreOffice fails or takes longer than :data:`TIMEOUT`.
        """
        self.convert_all({docx: pdf})
        return pdf

    def convert_all(self, files: Mapping[Path, Path]) -> None:
        """Convert many Word files to PDF at once, which starts the program only once.

        Parameters
        ----------
        files
            PDF to write, by Word file.

        Raises
        ------
        PdfUnavailable
            If LibreOffice fails on one of them or takes longer than :data:`TIMEOUT`; nothing is
            written then.
        """
        absent = [docx.name for docx in files if not docx.is_file()]
        if absent:
            message = f"LibreOffice gagal membuat PDF: berkas {', '.join(absent)} tidak ada."
            raise PdfUnavailable(message)
        with tempfile.TemporaryDirectory(prefix="kla-pdf-") as name:
            folder = Path(name)
            # Word files of one name in different folders must not become one PDF.
            given = {
                shutil.copyfile(docx, folder / f"{place:04d}.docx"): pdf
                for place, (docx, pdf) in enumerate(files.items())
            }
            why = self._run(folder, list(given))
            made = {copy.with_suffix(".pdf"): pdf for copy, pdf in given.items()}
            missing = [pdf.name for source, pdf in made.items() if not source.is_file()]
            if missing:
                message = f"LibreOffice gagal membuat {', '.join(missing)}: {why}"
                raise PdfUnavailable(message)
            for source, pdf in made.items():
                pdf.parent.mkdir(parents=True, exist_ok=True)
                pdf.write_bytes(_stable(source.read_bytes()))

    def _run(self, folder: Path, files: Sequence[Path]) -> str:
        """Convert files within their folder; return the last line of what the program said."""
        command = [
            str(self.program), f"-env:UserInstallation={self.profile.as_uri()}",
            "--headless", "--norestore", "--nologo", "--nolockcheck",
            "--convert-to", _FILTER, "--outdir", str(folder), *map(str, files),
        ]  # fmt: skip
        try:
            done = subprocess.run(  # noqa: S603 - the program was looked up, no shell
                command, capture_output=True, text=True, timeout=TIMEOUT, check=False
            )
        except subprocess.TimeoutExpired as error:
            message = f"LibreOffice belum selesai membuat PDF setelah {TIMEOUT} detik."
            raise PdfUnavailable(message) from error
        said = (done.stderr or done.stdout).strip().splitlines()
        return said[-1] if said else "tanpa pesan"


@contextmanager
def office() -> Iterator[Office]:
    """Give a LibreOffice for one or more conversions; its profile is removed afterwards.

    Raises
    ------
    PdfUnavailable
        If LibreOffice is not found.
    """
    program = find_office()
    if program is None:
        platform = sys.platform if sys.platform in _INSTALL else "linux"
        message = (
            "PDF tidak dibuat karena LibreOffice tidak ditemukan; berkas Word tetap lengkap. "
            f"Pasang dengan perintah: {_INSTALL[platform]} — atau buka berkas Word itu di "
            "Microsoft Word lalu pilih Simpan Sebagai PDF."
        )
        raise PdfUnavailable(message)
    with tempfile.TemporaryDirectory(prefix="kla-office-", ignore_cleanup_errors=True) as profile:
        yield Office(program, Path(profile))


def find_office() -> Path | None:
    """Return the LibreOffice program: on the path, or where its installers put it."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    folders = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    known = [
        Path(folder) / "LibreOffice" / "program" / "soffice.com" for folder in folders if folder
    ]
    known += [
        Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        Path("/usr/lib/libreoffice/program/soffice"),
        Path("/opt/libreoffice/program/soffice"),
    ]
    return next((path for path in known if path.is_file()), None)


def to_pdf(docx: Path, pdf: Path) -> Path:
    """Convert one Word file to PDF.

    Raises
    ------
    PdfUnavailable
        If there is no LibreOffice or it fails.
    """
    with office() as program:
        return program.convert(docx, pdf)


def bookmark_pages(pdf: Path) -> dict[str, int]:
    """Return the page, counted from 1, on which each Word bookmark stands."""
    reader = PdfReader(pdf)
    pages: dict[str, int] = {}
    for name, target in reader.named_destinations.items():
        place = reader.get_destination_page_number(target)
        if place is not None:
            pages[name.lstrip("/")] = place + 1
    return pages


def _stable(pdf: bytes) -> bytes:
    """Give dates and identifiers a fixed value of the same length, so that offsets stay right."""
    body, trailer = pdf[:-_TRAILER], pdf[-_TRAILER:]
    return _DATE.sub(b"(D:19800101000000", body) + _IDENTITY.sub(b"0" * 32, trailer)
