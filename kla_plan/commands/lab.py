"""``lab``: the workbench in a working folder, in JupyterLab or as a page without code."""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
from pathlib import Path

from kla_plan import resources
from kla_plan.commands import page
from kla_plan.commands.screen import tell
from kla_plan.runs.kernel import kernel_environment

NOTEBOOKS = "notebook"
FIRST = "00_meja_kerja.ipynb"
_FIRST_PAGE = f"/lab/tree/{NOTEBOOKS}/{FIRST}"
#: Settings that keep JupyterLab from asking about news and from looking for updates.
_QUIET = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}
}


#: The line of a parameters cell that names the pack.
_PACK = re.compile(r'^paket = "[^"]*"', re.MULTILINE)
_PORT = 8888
#: Extensions of the server that we do without: the one complains about settings nobody made, the
#: pages of the other would ask for a script from the internet.
_UNUSED = "{'notebook_shim': False, 'voila.server_extension': False}"
#: The button that belongs to the latter.
_HIDDEN = {"disabledExtensions": {"@voila-dashboards/jupyterlab-preview": True}}


def prepare(folder: Path) -> Path:
    """Copy the notebooks that are not there yet into ``folder/notebook``; return that folder.

    Where the folder holds a pack the copies take it as theirs; a notebook that is already there
    belongs to the planner and stays as it is.
    """
    target = folder / NOTEBOOKS
    target.mkdir(parents=True, exist_ok=True)
    pack = pack_seen_from(folder)
    for source in sorted(resources.notebooks().glob("*.ipynb")):
        if not (target / source.name).exists():
            text = source.read_text(encoding="utf-8")
            named = _with_pack(text, pack) if pack else text
            (target / source.name).write_text(named, encoding="utf-8", newline="\n")
    return target


def pack_seen_from(folder: Path) -> str:
    """Return the pack of a folder as its notebooks name it; empty if it holds none.

    It is the folder itself where it has a ``profil.csv``, else the only workbook in it.
    """
    if (folder / "profil.csv").is_file():
        return ".."
    books = [path.name for path in folder.glob("*.xlsx") if not path.name.startswith("~$")]
    return f"../{books[0]}" if len(books) == 1 else ""


def _with_pack(text: str, pack: str) -> str:
    notebook = json.loads(text)
    line = f"paket = {json.dumps(pack, ensure_ascii=False)}"
    for cell in notebook["cells"]:
        if "parameters" in cell["metadata"].get("tags", ()):
            # A notebook file holds the source of a cell as one text or as a list of lines.
            source = "".join(cell["source"])
            cell["source"] = _PACK.sub(lambda _: line, source).splitlines(keepends=True)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def settings(folder: Path) -> Path:
    """Write our JupyterLab settings below ``folder`` and return where they are."""
    place = folder / ".kla-plan" / "lab"
    place.mkdir(parents=True, exist_ok=True)
    for name, content in (("overrides", _QUIET), ("page_config", _HIDDEN)):
        text = json.dumps(content, indent=2) + "\n"
        (place / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
    return place


def command(folder: Path, port: int = _PORT, *, browser: bool = True) -> list[str]:
    """Return the command line that opens JupyterLab in a folder, with nothing to say but errors."""
    words = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.app_settings_dir={settings(folder)}",
        f"--LabApp.default_url={_FIRST_PAGE}",
        f"--ServerApp.port={port}",
        *(f"--{app}.log_level=ERROR" for app in ("Application", "ServerApp", "LabApp")),
        f"--ServerApp.jpserver_extensions={_UNUSED}",
    ]
    return words if browser else [*words, "--no-browser"]


def address(port: int, token: str) -> str:
    """Return where JupyterLab is found by a browser of this machine."""
    return f"http://localhost:{port}{_FIRST_PAGE}?token={token}"


def free_port(wanted: int = _PORT) -> int:
    """Return the wanted port of this machine, or another one where it is taken."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return wanted


def run_lab(folder: Path, *, browser: bool = True, voila: bool = False) -> int:
    """Open the workbench and wait until its server ends; return the exit code.

    Parameters
    ----------
    browser
        Whether the planner's browser is opened too.
    voila
        Serve it as a page without code, in place of JupyterLab.
    """
    folder = folder.absolute()
    notebooks = prepare(folder)
    token = secrets.token_hex(16)
    if voila:
        port = free_port(page.PORT)
        words = [
            *page.command(notebooks / FIRST, port, browser=browser),
            "--Voila.auto_token=True",
        ]
        where, name = page.address(port, token), "meja kerja tanpa kode"
    else:
        port = free_port()
        words = command(folder, port, browser=browser)
        where, name = address(port, token), "JupyterLab"
    tell(f"Membuka {name} di {folder}; tekan Ctrl-C dua kali untuk menutupnya.")
    tell(f"Bila peramban tidak terbuka, buka alamat ini: {where}")
    own = {**kernel_environment(), **page.environment(), "JUPYTER_TOKEN": token}
    try:
        return subprocess.run(  # noqa: S603 - our own interpreter
            words, env={**os.environ, **own}, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0
