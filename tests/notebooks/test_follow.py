"""Notebook 10: an illustration from the plan, and the reports of a pack, by papermill."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from support.executed import shown

from kla_plan.indonesian import number, rupiah
from kla_plan.pack.read import load_pack
from kla_plan.pack.records import RealisasiTriwulan
from kla_plan.pack.write import write_folder
from kla_plan.plan.baselines import greedy
from kla_plan.plan.files import save_plan
from kla_plan.plan.plan import Plan
from kla_plan.runs.notebooks import execute
from kla_plan.scenario import Scenario

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan() -> Plan:
    return greedy(load_pack("ogan-ilir"), Scenario())


@pytest.fixture(scope="module")
def saved(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("oganilir") / "rencana"
    save_plan(plan, folder)
    return folder


def test_without_reports_it_shows_an_illustration(plan: Plan, saved: Path, tmp_path: Path) -> None:
    given = {"rencana": str(saved), "tahun": 2026, "triwulan": 3, "terlaksana": 1.0}
    text, pictures = shown(execute("10_pemantauan", tmp_path / "10.ipynb", given))
    assert pictures == 3
    assert "ilustrasi, bukan data" in text
    assert rupiah(plan.cost(2026)) in text
    assert number(plan.score(2025).total, 2) in text


def test_with_reports_it_shows_them(plan: Plan, saved: Path, tmp_path: Path) -> None:
    code = next(a for a, t in plan.volumes if t == 2025)
    row = RealisasiTriwulan(
        tahun=2025, triwulan=1, kegiatan=code, volume=Decimal(1), rupiah=7_654_321
    )
    pack = replace(plan.pack, records=replace(plan.pack.records, quarters=(row,)))
    write_folder(pack, tmp_path / "paket")
    given = {"rencana": str(saved), "laporan": str(tmp_path / "paket")}
    text, pictures = shown(execute("10_pemantauan", tmp_path / "10.ipynb", given))
    assert pictures == 3
    assert "bukan data" not in text
    assert "Rp7.654.321" in text
