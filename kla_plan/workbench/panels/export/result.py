"""What an export made, in words and with links."""

from html import escape
from pathlib import Path

from kla_plan.indonesian import number
from kla_plan.runs.export_parts import Exported
from kla_plan.workbench.links import download, shown_path
from kla_plan.workbench.look import bullets

#: So many files of one folder are linked; more are only counted.
LINKED = 4


def waiting(words: str) -> str:
    """Say what is being done."""
    return f'<p role="status" data-testid="ekspor-kemajuan">{escape(words)} …</p>'


def failed() -> str:
    """Say that nothing more came; the reason stands in the notice above the panels."""
    return "<p>Ekspor tidak selesai; alasannya tertulis di atas.</p>"


def result(made: Exported, folder: Path) -> str:
    """List what was written by folder; the main papers can be downloaded from the page."""
    by_folder: dict[Path, list[Path]] = {}
    for path in made.files:
        by_folder.setdefault(path.parent, []).append(path)
    lines = "".join(_lines(place, files, folder) for place, files in by_folder.items())
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


def _lines(place: Path, files: list[Path], folder: Path) -> str:
    where = escape(shown_path(place, folder))
    if len(files) > LINKED:
        return f"<li>{where}/: {number(len(files))} berkas</li>"
    return "".join(f"<li>{where}/ · {download(path, 'unduh-ekspor')}</li>" for path in files)
