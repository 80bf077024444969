"""The tiny pack and its plan, made once for the runs."""

from pathlib import Path

import pytest
from support.tiny import save_tiny_plan, write_tiny


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the saved plan of the tiny pack."""
    return save_tiny_plan(tmp_path_factory.mktemp("tersimpan"))


@pytest.fixture
def contoh(tmp_path: Path) -> Path:
    """Folder of the tiny pack."""
    return write_tiny(tmp_path / "contoh")
