"""No exception of a callback vanishes: it is told in words, with a way on, and logged."""

import functools
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kla_plan.findings import FindingsError, errors
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, RejectedPlanError
from kla_plan.workbench.state import Kind, Notice

if TYPE_CHECKING:
    from kla_plan.workbench.store import Store

#: Log of what went wrong, in the working folder.
LOG = "catatan-galat.log"


def guarded[**P, R](store: "Store") -> Callable[[Callable[P, R]], Callable[P, R | None]]:
    """Return a decorator for callbacks: an exception becomes the store's notice.

    The callback then returns ``None``; everything else in the store stays as it was.
    """

    def decorate(callback: Callable[P, R]) -> Callable[P, R | None]:
        @functools.wraps(callback)
        def run(*args: P.args, **kwargs: P.kwargs) -> R | None:
            try:
                return callback(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - whatever it is, the planner is told
                store.update(notice=told(error, store.state.folder))
                return None

        return run

    return decorate


def told(error: BaseException, folder: Path) -> Notice:
    """Put an exception into words; one that nobody expected is also written to the log."""
    known = _known(error)
    if known is not None:
        return known
    details = "".join(traceback.format_exception(error))
    where = _log(folder, details)
    return Notice(
        Kind.ERROR,
        f"Langkah ini gagal karena kesalahan yang tidak terduga ({type(error).__name__}).",
        "Pekerjaan Anda tetap ada. Ulangi langkahnya; bila gagal lagi, simpan skenario lalu "
        f"kirimkan {where} kepada pengelola kla-plan.",
        details,
    )


def _known(error: BaseException) -> Notice | None:
    """Return what is said about a failure that has a reason of its own."""
    match error:
        case FindingsError(findings=findings):
            shown = errors(findings) or findings
            more = f" Masih ada {len(shown) - 1} temuan lain." if len(shown) > 1 else ""
            first = shown[0]
            value = f" (nilai: {first.value})" if first.value else ""
            text = f"{first.code} · {first.place}{value}: {first.message}{more}"
            return Notice(Kind.ERROR, text, first.remedy, "\n".join(map(str, findings)))
        case InfeasibleError():
            return Notice(
                Kind.WARNING,
                "Tidak ada rencana yang dapat memenuhi semua aturan skenario ini.",
                "Lihat langkah 4: aturan yang bertentangan dan perubahan terkecilnya.",
            )
        case NoPlanInTimeError():
            return Notice(
                Kind.WARNING,
                "Pencarian berhenti sebelum ada satu pun rencana.",
                "Naikkan batas waktu, atau longgarkan skenario, lalu hitung lagi.",
            )
        case RejectedPlanError(findings=findings):
            return Notice(
                Kind.ERROR,
                "Rencana yang ditemukan tidak lolos pemeriksaan ulang, jadi tidak dipakai.",
                "Kecilkan celah atau ubah sedikit skenarionya, lalu hitung lagi.",
                "\n".join(map(str, findings)),
            )
        case OSError(strerror=reason, filename=name):
            return Notice(
                Kind.ERROR,
                f"Berkas tidak dapat dibuka atau ditulis: {name or error} ({reason or 'galat'}).",
                "Tutup program yang sedang membukanya, periksa izin foldernya, lalu ulangi.",
            )
        case _:
            return None


def _log(folder: Path, details: str) -> str:
    """Append to the log; say where it is, or that there is none."""
    path = folder / LOG
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as log:
            stamp = datetime.now().astimezone().isoformat(timespec="seconds")
            log.write(f"{stamp}\n{details}\n")
    except OSError:
        return "rincian di bawah"
    return f"berkas {path.name} di folder kerja"


def quietly(callback: Callable[..., Any]) -> Callable[..., None]:
    """Return a callback without arguments as one for events (``observe``, ``on_click``)."""

    @functools.wraps(callback)
    def run(*_: object) -> None:
        callback()

    return run
