"""What an export made, in words and with links."""

from html import escape
from pathlib import Path

from kla_plan.indonesian import number
from kla_plan.runs.export_parts import Exported
from kla_plan.workbench.links import download, shown_path
from kla_plan.workbench.look import bullets

#: So many files of one folder are linked; more are only counted. A link carries the whole file.
LINKED = 4
#: Folders below an export that are told apart; what lies deeper is counted with its folder.
_DEPTH = 2


def waiting(words: str) -> str:
    """Say what is being done."""
    return f'<p role="status" data-testid="ekspor-kemajuan">{escape(words)} …</p>'


def failed() -> str:
    """Say that nothing more came; the reason stands in the notice above the panels."""
    return "<p>Ekspor tidak selesai; alasannya tertulis di atas.</p>"


def result(made: Exported, folder: Path) -> str:
    """List what was written by folder; the main papers can be downloaded from the page."""
    by_folder: dict[tuple[str, ...], list[Path]] = {}
    for path in made.files:
        place = path.parent.relative_to(made.folder).parts[:_DEPTH]
        by_folder.setdefault(place, []).append(path)
    lines = "".join(
        _lines(
            made.folder.joinpath(*place),
            files,
            folder,
            linked=len(place) < _DEPTH and len(files) <= LINKED,
        )
        for place, files in by_folder.items()
    )
    opening = (
        "Ekspor dihentikan. Bagian yang sudah selesai:"
        if made.stopped and made.files
        else "Ekspor dihentikan sebelum ada yang selesai."
        if made.stopped
        else f"Selesai: {number(len(made.files))} berkas di folder kerja."
    )
    return (
        f'<div class="kla-kabar" role="status" data-testid="ekspor-hasil"><p>{opening}</p>'
        f"<ul>{lines}</ul>{bullets(made.notes)}</div>"
    )


def _lines(place: Path, files: list[Path], folder: Path, *, linked: bool) -> str:
    where = escape(shown_path(place, folder))
    if not linked:
        return f"<li>{where}/: {number(len(files))} berkas</li>"
    return "".join(f"<li>{where}/ · {download(path, 'unduh-ekspor')}</li>" for path in files)
