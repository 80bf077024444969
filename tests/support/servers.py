"""Real JupyterLab and Voilà servers for the browser tests, cut off from every other machine.

A server stands in a temporary working folder with settings of its own, without a token, on a
free port of this machine. Python's audit events keep it and its kernels from reaching anything
but this machine; whatever they tried is written down, and :meth:`Server.attempts` reads it.
"""

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat

from kla_plan import resources
from kla_plan.commands import lab, page
from kla_plan.runs.kernel import kernel_environment

#: Seconds that a server may take to answer, and to end.
_START, _STOP = 60, 20

#: Imported by Python itself at the start of the server and of every kernel.
_OFFLINE = '''\
"""Refuse and write down every connection that would leave this machine."""

import os
import socket
import sys

_HOME = {None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::", socket.gethostname()}
_SEEN = ("socket.connect", "socket.sendto", "socket.getaddrinfo")


def _watch(event, arguments):
    if event not in _SEEN:
        return
    target = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    host = target[0] if isinstance(target, tuple) else target
    if event != "socket.getaddrinfo" and not isinstance(target, tuple):
        return  # a socket of the file system
    if isinstance(host, bytes):
        host = host.decode("idna")
    if host in _HOME or str(host).startswith("127."):
        return
    with open(os.environ["KLA_UJI_JARINGAN"], "a", encoding="utf-8") as log:
        log.write(f"{event} {target}\\n")
    raise PermissionError(f"jaringan diblokir dalam uji: {target}")


sys.addaudithook(_watch)
'''


@dataclass(frozen=True, slots=True)
class Server:
    """A running server.

    Attributes
    ----------
    kind
        ``lab`` or ``voila``.
    folder
        The working folder; notebooks stand in ``folder/notebook``.
    place
        Where its log, its settings and the list of refused connections are.
    port, process
        Where it listens, and what runs.
    """

    kind: str
    folder: Path
    place: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """The server's address without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def notebooks(self) -> Path:
        """The folder of the notebooks."""
        return self.folder / lab.NOTEBOOKS

    @property
    def log(self) -> Path:
        """What the server said."""
        return self.place / "server.log"

    def attempts(self) -> list[str]:
        """Return what the server or its kernels tried to reach on other machines."""
        path = self.place / "jaringan.log"
        return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []

    def forget(self) -> list[str]:
        """Return the attempts and begin a new list."""
        seen = self.attempts()
        (self.place / "jaringan.log").unlink(missing_ok=True)
        return seen

    def write(self, name: str, *sources: str) -> str:
        """Write a notebook of code cells into the notebooks' folder and return its name."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in sources],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        )
        nbformat.write(notebook, self.notebooks / name)
        return name

    def desk(self, name: str, pack: str = "", folder: str = "") -> tuple[str, Path]:
        """Write a copy of the workbench's notebook with a working folder of its own.

        Parameters
        ----------
        folder
            Name of the working folder, where it is not that of the notebook.

        Returns
        -------
        tuple
            Name of the notebook, and the working folder.
        """
        notebook = nbformat.read(resources.notebooks() / lab.FIRST, as_version=4)
        (cell,) = (c for c in notebook.cells if "parameters" in c.metadata.get("tags", ()))
        place = folder or name
        cell.source = f'paket = "{pack}"\nfolder = "../{place}"'
        nbformat.write(notebook, self.notebooks / f"{name}.ipynb")
        return f"{name}.ipynb", self.folder / place

    def stop(self) -> None:
        """End the server with its kernels."""
        self.process.terminate()
        try:
            self.process.wait(_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(_STOP)


def start(kind: str, place: Path) -> Server:
    """Start a server of a kind (``lab`` or ``voila``) below a fresh folder; wait until it answers.

    Raises
    ------
    RuntimeError
        If it ends or stays silent; with its log.
    """
    folder = place / "kota saya"
    folder.mkdir(parents=True)
    lab.prepare(folder)
    port = lab.free_port(0)
    with (place / "server.log").open("wb") as log:
        process = subprocess.Popen(
            _command(kind, folder, port),
            cwd=folder,
            env=_environment(place),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    server = Server(kind, folder, place, port, process)
    try:
        _await(server)
    except BaseException:
        server.stop()
        raise
    return server


def _command(kind: str, folder: Path, port: int) -> Sequence[str]:
    if kind == "voila":
        # Below the whole folder, so that a test may open any notebook in it.
        words = page.command(folder / lab.NOTEBOOKS, port, browser=False)
        return [*words, "--VoilaConfiguration.show_tracebacks=True"]
    return [*lab.command(folder, port, browser=False), "--IdentityProvider.token=", "--allow-root"]


def _environment(place: Path) -> dict[str, str]:
    guard = place / "jaga"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(_OFFLINE, encoding="utf-8")
    given = {key: value for key, value in os.environ.items() if not key.startswith("JUPYTER")}
    own = {**kernel_environment(), **page.environment()}
    homes = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR",
             "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "MPLCONFIGDIR")  # fmt: skip
    return {
        **given,
        **own,
        **{name: str(place / "pengaturan" / name.lower()) for name in homes},
        "PYTHONPATH": os.pathsep.join((str(guard), own["PYTHONPATH"])),
        "KLA_UJI_JARINGAN": str(place / "jaringan.log"),
        "PYTHONUNBUFFERED": "1",
    }


def _await(server: Server) -> None:
    address = f"{server.url}/{'api' if server.kind == 'lab' else ''}"
    if not answers(address, _START, until=lambda: server.process.poll() is not None):
        message = f"{server.kind} tidak menjawab:\n{server.log.read_text(encoding='utf-8')}"
        raise RuntimeError(message)


def answers(address: str, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
    """Wait for an address of this machine to answer anything at all; say whether it did.

    Parameters
    ----------
    until
        Tells that waiting is of no use any more.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - this machine
                return True
        except urllib.error.HTTPError:
            return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    return False


def keep(server: Server, target: Path) -> None:
    """Copy a server's log to a folder that outlives the test."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(server.log, target / f"{server.kind}.log")
