"""``lab``: JupyterLab in a working folder, with the shipped notebooks in it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from kla_plan import resources
from kla_plan.commands.screen import tell
from kla_plan.runs.kernel import kernel_environment

NOTEBOOKS = "notebook"
FIRST = "01_kesenjangan.ipynb"
#: Settings that keep JupyterLab from asking about news and from looking for updates.
_QUIET = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}
}


def prepare(folder: Path) -> Path:
    """Copy the notebooks that are not there yet into ``folder/notebook``; return that folder."""
    target = folder / NOTEBOOKS
    target.mkdir(parents=True, exist_ok=True)
    for source in sorted(resources.notebooks().glob("*.ipynb")):
        if not (target / source.name).exists():
            shutil.copyfile(source, target / source.name)
    return target


def settings(folder: Path) -> Path:
    """Write our JupyterLab settings below ``folder`` and return where they are."""
    place = folder / ".kla-plan" / "lab"
    place.mkdir(parents=True, exist_ok=True)
    text = json.dumps(_QUIET, indent=2) + "\n"
    (place / "overrides.json").write_text(text, encoding="utf-8", newline="\n")
    return place


def command(folder: Path, *, browser: bool = True) -> list[str]:
    """Return the command line that opens JupyterLab in a folder."""
    words = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.app_settings_dir={settings(folder)}",
        f"--LabApp.default_url=/lab/tree/{NOTEBOOKS}/{FIRST}",
    ]
    return words if browser else [*words, "--no-browser"]


def run_lab(folder: Path, *, browser: bool = True) -> int:
    """Open JupyterLab and wait until it ends; return its exit code."""
    folder = folder.absolute()
    prepare(folder)
    tell(f"Membuka JupyterLab di {folder}; tekan Ctrl-C dua kali untuk menutupnya.")
    environment = {**os.environ, **kernel_environment()}
    try:
        return subprocess.run(  # noqa: S603 - our own interpreter
            command(folder, browser=browser), env=environment, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0
