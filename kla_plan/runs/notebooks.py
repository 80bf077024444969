"""Run one of the shipped notebooks with papermill, and write it clean."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError

from kla_plan import resources
from kla_plan.findings import Finding, FindingsError, Place, did_you_mean
from kla_plan.runs.kernel import OwnKernelManager
from kla_plan.runs.staging import replace_file

#: Names of the shipped notebooks, in reading order.
NAMES = (
    "00_meja_kerja",
    "01_kesenjangan",
    "02_kandidat",
    "03_optimasi",
    "04_dokumen_rad",
    "05_rencana_tahunan",
    "06_penjelasan",
    "07_frontier",
    "08_risiko",
    "09_realisasi",
    "10_pemantauan",
)


class NotebookError(FindingsError):
    """A cell of a notebook failed; the finding carries the cell and its message."""


def parameters_of(name: str) -> tuple[str, ...]:
    """Return the parameters that a notebook takes, as its tagged cell declares them.

    Raises
    ------
    FindingsError
        If there is no notebook of this name.
    """
    return tuple(papermill.inspect_notebook(str(_source(name))))


def execute(
    name: str,
    target: Path,
    parameters: Mapping[str, Any],
    *,
    folder: Path | None = None,
    kernel: OwnKernelManager | None = None,
) -> Path:
    """Run a notebook and write it, outputs included, to ``target``.

    Parameters
    ----------
    name
        One of :data:`NAMES`.
    parameters
        Values for its ``parameters`` cell. Relative paths in them are seen from ``folder``.
    folder
        Working directory of the kernel; by default the folder of ``target``. The current
        directory of this process does not matter and is not changed, so that several notebooks
        can run at once in threads.
    kernel
        A kernel to run in and to leave running, with all names removed before; by default a new
        one that ends with the notebook.

    Raises
    ------
    FindingsError
        If the notebook or one of the parameters is unknown.
    NotebookError
        If a cell fails. The notebook is then written nowhere.
    """
    notebook = nbformat.read(_source(name), as_version=4)
    _refuse_unknown(name, parameters)
    logging.getLogger("papermill").setLevel(logging.WARNING)
    place = folder or target.parent
    place.mkdir(parents=True, exist_ok=True)
    if kernel is not None:
        notebook.cells.insert(0, nbformat.v4.new_code_cell(_FORGET))
    try:
        notebook = papermill.execute_notebook(
            notebook,
            None,
            dict(parameters),
            progress_bar=False,
            km=kernel,
            kernel_manager_class=OwnKernelManager,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": str(place.resolve())}},
        )
    except PapermillExecutionError as error:
        raise NotebookError([_failed(name, error)]) from error
    finally:
        if kernel is not None:
            kernel.release()
    target.parent.mkdir(parents=True, exist_ok=True)
    text = nbformat.writes(_clean(notebook))
    return replace_file(target, (text.rstrip("\n") + "\n").encode())


#: Cell that removes every name a notebook before it has left behind.
_FORGET = "%reset -f"


def _source(name: str) -> Path:
    path = resources.notebooks() / f"{name}.ipynb"
    if name not in NAMES or not path.is_file():
        raise FindingsError(
            [
                Finding(
                    "KLA-N-001",
                    f'Notebook "{name}" tidak dikenal.{did_you_mean(name, NAMES)}',
                    f"Notebook yang ada: {', '.join(NAMES)}.",
                    Place(sheet="notebook"),
                    name,
                )
            ]
        )
    return path


def _refuse_unknown(name: str, parameters: Mapping[str, Any]) -> None:
    known = parameters_of(name)
    unknown = [
        Finding(
            "KLA-N-002",
            f'Parameter "{key}" tidak dikenal oleh notebook {name}.{did_you_mean(key, known)}',
            f"Parameter yang ada: {', '.join(known)}.",
            Place(sheet=name),
            str(parameters[key]),
        )
        for key in parameters
        if key not in known
    ]
    if unknown:
        raise FindingsError(unknown)


def _failed(name: str, error: Any) -> Finding:
    return Finding(
        "KLA-N-003",
        f"Notebook {name} berhenti pada sel “{_first_line(error.source)}”: "
        f"{error.ename}: {error.evalue}",
        "Buka notebook itu di JupyterLab (kla-plan lab) dan jalankan sel tersebut; bila pesannya "
        "menyebut berkas, periksa berkas itu lebih dahulu.",
        Place(sheet=name),
    )


def _first_line(source: str) -> str:
    lines = source.strip().splitlines() or [""]
    return lines[0]


def _clean(notebook: Any) -> Any:
    """Drop what differs between two runs of the same notebook: clocks, paths, ids, counters."""
    notebook.metadata.pop("papermill", None)
    notebook.cells = [cell for cell in notebook.cells if cell.source != _FORGET]
    counter = 0
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"sel-{number:02d}"
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            counter += 1
            cell.execution_count = counter
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = counter
    return notebook
