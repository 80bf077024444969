"""Links that hand over a file from the page itself, also where no file browser is at hand."""

from base64 import b64encode
from html import escape
from pathlib import Path

#: Larger files are only named: a page that carries them would become slow.
MOST_BYTES = 4_000_000
#: JupyterLab and Voilà draw links like text.
_LOOK = "color:#0b5cad;text-decoration:underline"
_TYPES = {
    ".zip": "application/zip",
    ".html": "text/html",
    ".png": "image/png",
    ".csv": "text/csv",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def download(path: Path, testid: str = "unduh") -> str:
    """Return a link that downloads a file; only its name where it is too large or no file."""
    name = escape(path.name)
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return name
    kind = _TYPES.get(path.suffix.lower(), "application/octet-stream")
    data = b64encode(path.read_bytes()).decode()
    return (
        f'<a data-testid="{testid}" download="{name}" style="{_LOOK}" '
        f'href="data:{kind};base64,{data}">'
        f"Unduh {name}</a>"
    )


def shown_path(path: Path, folder: Path) -> str:
    """Return a path as seen from the working folder, with forward slashes."""
    return path.relative_to(folder).as_posix()
