"""A kept scenario as one file to send on, and back again."""

import io
import tempfile
import zipfile
from pathlib import Path

from kla_plan.findings import Finding, FindingsError, Place, raise_errors
from kla_plan.runs.inputs import SCENARIOS
from kla_plan.runs.staging import replace_file
from kla_plan.workbench.files import Work, renamed, save
from kla_plan.workbench.saved import Saved, files_of, free_name, open_saved, read_saved
from kla_plan.workbench.uploads import unzip

#: Folder below the working folder in which files to send on are made.
SHARED = "bagikan"
#: Every file in an archive gets this date: the same scenario gives the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


def pack_up(folder: Path, saved: Saved) -> Path:
    """Write ``bagikan/<nama>.zip`` with the scenario, its ceilings and its plan; return its path.

    Unpacked over a working folder, everything stands where the workbench looks for it.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files_of(saved):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    target = folder / SHARED / f"{saved.name}.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    return replace_file(target, buffer.getvalue())


def receive(folder: Path, name: str, content: bytes) -> Saved:
    """Take a scenario that was sent (``.zip`` or ``.yaml``) into the working folder.

    A name that is taken already is numbered, so that nothing is overwritten.

    Raises
    ------
    FindingsError
        If the file holds no scenario, or its scenario, ceilings or plan cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="kla-terima-") as place:
        arrived = _unpack(name, content, Path(place))
        seen = read_saved(arrived)
        raise_errors(seen.findings)
        opened = open_saved(seen)
        free = free_name(folder, opened.scenario.nama)
        work = Work(
            opened.scenario.model_copy(update={"nama": free}),
            seen.header.author,
            _note(seen, name),
            opened.ceilings,
            None if opened.plan is None else renamed(opened.plan, free),
        )
        return save(folder, work)


def _unpack(name: str, content: bytes, place: Path) -> Path:
    inside = place / SCENARIOS
    if name.casefold().endswith((".yaml", ".yml")):
        inside.mkdir()
        path = inside / "diterima.yaml"
        path.write_bytes(content)
        return path
    unzip(name, content, place)
    found = sorted(inside.glob("*.yaml"))
    if len(found) != 1:
        raise FindingsError([_no_scenario(name)])
    return found[0]


def _note(seen: Saved, name: str) -> str:
    when = f", disimpan {seen.header.time:%Y-%m-%d %H.%M}" if seen.header.time else ""
    return "\n".join(filter(None, [seen.header.note, f"Diterima dari berkas {name}{when}."]))


def _no_scenario(name: str) -> Finding:
    return Finding(
        "KLA-U-005",
        f"Di dalam berkas ini tidak ada tepat satu skenario (folder {SCENARIOS}).",
        "Minta pengirim membagikan ulang skenarionya lewat langkah 7, lalu kirim berkas itu utuh.",
        Place(file=name),
        name,
    )
