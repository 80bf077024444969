"""Which packs there are to choose from, and opening one without losing the one in use."""

from dataclasses import dataclass, replace
from pathlib import Path

from kla_plan import resources
from kla_plan.findings import Finding, FindingsError
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.runs.inputs import find_scenario
from kla_plan.scenario import Scenario
from kla_plan.workbench.state import Kind, Notice, Refused
from kla_plan.workbench.store import Store
from kla_plan.workbench.uploads import UPLOADS, keep_upload, unpacked

_PROFILE = "profil.csv"


@dataclass(frozen=True, slots=True)
class Choice:
    """A pack that can be opened: how it is shown, and what ``load_pack`` reads it from."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What reading a pack led to.

    Attributes
    ----------
    pack
        The pack; ``None`` if it was refused.
    findings
        What is wrong with it, or remarkable.
    scenario
        The scenario it begins with.
    notice
        What to tell.
    """

    name: str
    path: str
    pack: Pack | None
    findings: tuple[Finding, ...]
    scenario: Scenario
    notice: Notice


def choices(folder: Path) -> tuple[Choice, ...]:
    """Return the packs of a working folder, what was uploaded to it, and the shipped ones."""
    own = [*_packs_in(folder, itself=True), *_packs_in(folder / UPLOADS)]
    shipped = sorted(path for path in resources.regions().iterdir() if path.is_dir())
    mine = [Choice(f"{_relative(path, folder)} · folder kerja", str(path)) for path in own]
    return (*mine, *(Choice(f"{_title(path.name)} · bawaan", path.name) for path in shipped))


def own_pack(folder: Path) -> str:
    """Return the pack of a working folder: itself or the only one right below it; else nothing."""
    found = _packs_in(folder, itself=True)
    if found and found[0] == folder:
        return str(folder)
    return str(found[0]) if len(found) == 1 else ""


def open_pack(store: Store, path: str) -> None:
    """Read a pack outside the main loop and put it into the store; a bad one changes nothing."""
    store.worker.run(lambda: _read(path, path), lambda new: _take(store, new), only="paket")


def open_upload(store: Store, name: str, content: bytes) -> None:
    """Read an uploaded workbook or zipped folder; only a good one is kept in the working folder."""
    folder = store.state.folder

    def read() -> Opened:
        try:
            with unpacked(name, content) as found:
                opened = _read(str(found), name)
                if opened.pack is None:
                    return opened
                return replace(opened, path=str(keep_upload(found, folder)))
        except FindingsError as error:
            return Opened(name, name, None, error.findings, Scenario(), _refused(name, error))

    store.worker.run(read, lambda new: _take(store, new), only="paket")


def _read(path: str, name: str) -> Opened:
    try:
        pack = load_pack(path)
    except FindingsError as error:
        return Opened(name, path, None, error.findings, Scenario(), _refused(name, error))
    notice = Notice(Kind.INFO, f"{pack.profile.full_name} dibuka.")
    try:
        scenario = find_scenario(path)
    except FindingsError as error:
        text = f"{pack.profile.full_name} dibuka, tetapi skenario dasarnya tidak dapat dibaca."
        notice = Notice(Kind.WARNING, text, f"Skenario bawaan dipakai. {error.findings[0]}")
        return Opened(name, path, pack, (*pack.warnings, *error.findings), Scenario(), notice)
    return Opened(name, path, pack, pack.warnings, scenario, notice)


def _take(store: Store, new: Opened) -> None:
    findings = tuple(
        replace(f, place=replace(f.place, file=Path(f.place.file).name)) for f in new.findings
    )
    if new.pack is None:
        refused = Refused(Path(new.name).name, findings, new.notice)
        store.update(refused=refused, notice=new.notice)
        return
    first = store.state.pack is None  # then the title says enough
    store.update(
        pack=new.pack,
        loaded=new.pack,
        source=f"{new.pack.profile.full_name} ({new.pack.slug})",
        path=new.path,
        findings=findings,
        read=Path(new.name).name,
        refused=None,
        scenario=new.scenario,
        indicator=None,
        plan=None,
        progress=(),
        clash=None,
        notice=None if first and new.notice.kind is Kind.INFO else new.notice,
    )


def _refused(name: str, error: FindingsError) -> Notice:
    return Notice(
        Kind.ERROR,
        f"{Path(name).name} belum dapat dipakai: {len(error.findings)} temuan. "
        "Paket yang sedang dibuka tidak berubah.",
        "Perbaiki sel yang disebut pada tabel temuan (langkah 1), lalu unggah lagi.",
    )


def _packs_in(folder: Path, *, itself: bool = False) -> list[Path]:
    """Return the packs right below a folder, and the folder itself where it is one."""
    if not folder.is_dir():
        return []
    inside = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    found = [path for path in inside if (path / _PROFILE).is_file() or path.suffix == ".xlsx"]
    return [folder, *found] if itself and (folder / _PROFILE).is_file() else found


def _relative(path: Path, folder: Path) -> str:
    return path.resolve().name if path == folder else path.relative_to(folder).as_posix()


def _title(slug: str) -> str:
    """Write the name of a shipped pack as people do: ``kota-metro-2025`` → ``Kota Metro 2025``."""
    return slug.replace("-", " ").title()
