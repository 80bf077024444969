"""Plans side by side."""

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from support.tiny import save_tiny_plan

from kla_plan.findings import FindingsError
from kla_plan.runs.compare import CHART, TABLE, compare, open_all
from kla_plan.runs.plans import open_plan
from kla_plan.scenario import Scenario


@pytest.fixture(scope="module")
def halved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("separuh")
    return save_tiny_plan(folder, Scenario(nama="separuh", pagu_faktor=Decimal("0.5")))


def test_the_table_holds_the_plans_own_numbers(saved: Path, halved: Path, tmp_path: Path) -> None:
    table = compare([saved, halved], tmp_path / "hasil").set_index("skenario")

    plan = open_plan(halved)
    assert table.loc["separuh", "rupiah"] == plan.cost()
    assert table.loc["separuh", "mandiri"] == float(plan.score(2028).total)
    assert table.loc["dasar", "mandiri"] == 20.0
    assert table.loc["dasar", "mandiri"] > table.loc["separuh", "mandiri"]


def test_table_and_chart_are_written(saved: Path, halved: Path, tmp_path: Path) -> None:
    compare([saved, halved], tmp_path / "hasil")

    with (tmp_path / "hasil" / TABLE).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["skenario"] for row in rows] == ["dasar", "separuh"]
    assert rows[0]["status"] == "optimal"
    assert (tmp_path / "hasil" / CHART).read_bytes().startswith(b"\x89PNG")


def test_folders_of_the_same_name_are_told_apart(saved: Path, halved: Path) -> None:
    names = list(open_all([saved, halved]))

    assert len(set(names)) == 2
    assert all(name.endswith("/rencana") for name in names)


def test_a_plan_may_be_named_twice(saved: Path) -> None:
    assert list(open_all([saved, saved])) == ["rencana"]


def test_a_folder_without_plan_is_refused(saved: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rusak"
    shutil.copytree(saved, broken)
    (broken / "manifest.json").unlink()

    with pytest.raises(FindingsError):
        compare([saved, broken])
