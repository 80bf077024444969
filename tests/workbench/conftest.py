"""Every test of the workbench has a working folder of its own; the tiny city and its plan."""

from pathlib import Path

import pytest
from support.tiny import write_tiny

from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in an empty folder: the log of failures is written where one works."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Return the tiny city."""
    return load_pack(write_tiny(tmp_path_factory.mktemp("paket") / "contoh"))


@pytest.fixture(scope="session")
def plan(pack: Pack) -> Plan:
    """Return the plan of the tiny city under the scenario nobody shaped."""
    return make_plan(pack, Scenario())
