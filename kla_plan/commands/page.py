"""``lab --voila``: the workbench as a page without code, served by Voilà."""

import os
import sys
from pathlib import Path

#: Port that Voilà usually takes.
PORT = 8866
#: A folder in the shape of Jupyter's data folders, with the template of the page.
_SHARE = Path(__file__).with_name("jupyter")
_TEMPLATE = "kla"
#: Extensions of JupyterLab that a page has no use for, and that fail in it.
_UNUSED = ("jupyterlab-jupytext", "@voila-dashboards/jupyterlab-preview")
#: Seconds after which a kernel without a page is ended, and between two looks.
_IDLE, _LOOK = 600, 60


def command(target: Path, port: int = PORT, *, browser: bool = True) -> list[str]:
    """Return the command line that serves a notebook, or all those of a folder, as pages.

    Voilà asks for the token in ``JUPYTER_TOKEN`` (see :func:`environment`).
    """
    words = [
        sys.executable,
        "-m",
        "voila",
        str(target),
        f"--port={port}",
        "--Voila.ip=127.0.0.1",
        "--Voila.log_level=ERROR",
        f"--VoilaConfiguration.template={_TEMPLATE}",
        "--VoilaConfiguration.allow_template_override=NO",
        "--VoilaConfiguration.strip_sources=True",
        *(f"--VoilaConfiguration.extension_denylist={name}" for name in _UNUSED),
        f"--MappingKernelManager.cull_idle_timeout={_IDLE}",
        f"--MappingKernelManager.cull_interval={_LOOK}",
    ]
    return words if browser else [*words, "--no-browser"]


def environment() -> dict[str, str]:
    """Return the variables by which Voilà finds the template of the page."""
    found = (str(_SHARE), os.environ.get("JUPYTER_PATH", ""))
    return {"JUPYTER_PATH": os.pathsep.join(filter(None, found))}


def address(port: int, token: str) -> str:
    """Return where a browser of this machine finds the page."""
    return f"http://127.0.0.1:{port}/?token={token}"
