"""Notebooks 06 and 07 with their own parameters, by papermill."""

from pathlib import Path

import pytest
from support.executed import shown

from kla_plan.runs.notebooks import execute

pytestmark = pytest.mark.slow


def test_explanation(tmp_path: Path) -> None:
    text, pictures = shown(
        execute("06_penjelasan", tmp_path / "06.ipynb", {"detik": 4, "detik_aturan": 14})
    )
    assert pictures == 5
    assert "Target ke-1" in text
    assert "aturan ditinjau" in text
    assert "Pilihan 1" in text
    assert "didanai" in text
    assert "tidak dapat dipenuhi bersama-sama (" in text
    assert "Kepastian" in text
    assert "Paling sedikit" in text


def test_frontier(tmp_path: Path) -> None:
    text, pictures = shown(
        execute("07_frontier", tmp_path / "07.ipynb", {"paket": "kota-baubau", "detik": 10})
    )
    assert pictures == 4
    assert "Dengan pagu 1,1 kali" in text
    assert "Predikat KLA menurut nilai verifikasi terbukti tidak mungkin" in text
    assert "Paling sedikit (Rp)" in text
