"""Every test of the workbench has a working folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in an empty folder: the log of failures is written where one works."""
    monkeypatch.chdir(tmp_path)
