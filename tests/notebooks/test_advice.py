"""Notebooks 08 and 09 on a quick plan of Kabupaten Ogan Ilir, by papermill."""

from pathlib import Path

import pytest
from support.executed import shown

from kla_plan.indonesian import percent
from kla_plan.pack.read import load_pack
from kla_plan.plan.baselines import greedy
from kla_plan.plan.files import load_plan, save_plan
from kla_plan.plan.make import make_plan
from kla_plan.runs.inputs import find_scenario
from kla_plan.runs.notebooks import execute
from kla_plan.scenario import with_settings

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("oganilir") / "rencana"
    quick = ["pemecah.celah=0.05", "pemecah.batas_detik=15"]
    pack, scenario = load_pack("ogan-ilir"), with_settings(find_scenario("ogan-ilir"), quick)
    save_plan(make_plan(pack, scenario, start=greedy(pack, scenario).volumes), folder)
    return folder


def test_risk_and_fairness(saved: Path, tmp_path: Path) -> None:
    given = {"rencana": str(saved), "undian": 400, "detik": 3, "aturan": "maks_porsi_opd=0.5"}
    text, pictures = shown(execute("08_risiko", tmp_path / "08.ipynb", given))
    assert pictures == 5
    assert "Harga ketahanan bila biaya kegiatan termahal naik" in text
    assert "4 pasangan" in text
    assert "400 jalannya rencana" in text
    assert "Porsi OPD paling banyak 50,0 %" in text
    assert "Kab. Way Kanan" in text


def test_stable_mode_and_replanning(saved: Path, tmp_path: Path) -> None:
    given = {"rencana": str(saved), "pagu_sisa": 1.0, "detik": 3, "perubahan": 5}
    text, pictures = shown(execute("09_realisasi", tmp_path / "09.ipynb", given))
    plan = load_plan(saved)
    assert pictures in {2, 3}  # the third one is of the stable plan, if one was found
    assert "penyusunan ulang" in text
    assert f"{plan.years[2]}–{plan.years[-1]}" in text
    assert percent(0.01, 2) in text or "batas waktu" in text or "memuat seluruh" in text
