"""The workbench's notebook outside of a browser: it runs, and says what it is without widgets."""

from pathlib import Path

import nbformat
import pytest
from support.executed import shown

from kla_plan.runs.notebooks import execute

_WIDGET = "application/vnd.jupyter.widget-view+json"

pytestmark = pytest.mark.slow


def test_it_runs_and_writes_nothing_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "kota saya"

    path = execute(
        "00_meja_kerja", tmp_path / "00.ipynb", {"paket": "kota-metro", "folder": str(folder)}
    )

    text, _ = shown(path)
    outputs = nbformat.read(path, as_version=4).cells[-1].outputs
    (widget,) = (output.data for output in outputs if _WIDGET in output.get("data", {}))
    assert widget["text/plain"].startswith("Meja kerja KLA")
    assert "ringkasan-tersimpan" in text
    assert not folder.exists()
