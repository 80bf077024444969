"""Every notebook on the real score sheet of Kabupaten Ogan Ilir, by papermill and by nbval."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest

import kla_plan
from kla_plan import resources
from kla_plan.indonesian import number, rupiah
from kla_plan.pack.read import load_pack
from kla_plan.plan.files import load_plan, save_plan
from kla_plan.plan.make import make_plan
from kla_plan.runs.inputs import find_scenario
from kla_plan.runs.notebooks import NAMES, execute
from kla_plan.scenario import with_settings

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quick plan of Ogan Ilir."""
    folder = tmp_path_factory.mktemp("oganilir") / "rencana"
    quick = ["pemecah.celah=0.05", "pemecah.batas_detik=15"]
    scenario = with_settings(find_scenario("ogan-ilir"), quick)
    save_plan(make_plan(load_pack("ogan-ilir"), scenario), folder)
    return folder


def shown(path: Path) -> str:
    """Return everything that the outputs of a notebook say."""
    parts = []
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.text
            data = output.get("data", {})
            parts += [data.get("text/html", ""), data.get("text/markdown", "")]
    return "\n".join(parts)


def pictures(path: Path) -> int:
    cells = nbformat.read(path, as_version=4).cells
    return sum("image/png" in o.get("data", {}) for c in cells for o in c.get("outputs", []))


def test_gaps_of_the_real_score_sheet(tmp_path: Path) -> None:
    path = execute("01_kesenjangan", tmp_path / "01.ipynb", {"paket": "ogan-ilir"})

    text = shown(path)
    assert "771,81" in text
    assert "Kabupaten Ogan Ilir" in text
    assert "Kelembagaan" in text
    assert pictures(path) == 1


def test_candidates_of_the_real_score_sheet(tmp_path: Path) -> None:
    path = execute("02_kandidat", tmp_path / "02.ipynb", {"paket": "ogan-ilir"})

    text = shown(path)
    assert "tanpa biaya APBD" in text
    assert "P7.2" in text


def test_the_plan_of_the_real_score_sheet(saved: Path, tmp_path: Path) -> None:
    path = execute("03_optimasi", tmp_path / "03.ipynb", {"rencana": str(saved)})

    plan, text = load_plan(saved), shown(path)
    assert rupiah(plan.cost()) in text
    assert number(float(plan.score(2030).total), 2) in text
    assert "bagi rata" in text
    assert pictures(path) == 5


def test_the_contents_of_the_document(saved: Path, tmp_path: Path) -> None:
    path = execute("04_dokumen_rad", tmp_path / "04.ipynb", {"rencana": str(saved)})

    plan, text = load_plan(saved), shown(path)
    for code in plan.activities:
        assert f">{code}<" in text
    assert "Jumlah angka" in text


def test_one_year_of_the_plan(saved: Path, tmp_path: Path) -> None:
    given = {"rencana": str(saved), "tahun": 2027}
    path = execute("05_rencana_tahunan", tmp_path / "05.ipynb", given)

    plan, text = load_plan(saved), shown(path)
    assert "Tahun 2027" in text
    assert rupiah(plan.cost(2027)) in text


def test_all_of_them_pass_nbval(saved: Path, tmp_path: Path) -> None:
    for name in NAMES:
        given = {} if name < "03" else {"rencana": str(saved)}
        source = resources.notebooks() / f"{name}.ipynb"
        copy = tmp_path / source.name
        if given:
            papermill.execute_notebook(str(source), str(copy), given, prepare_only=True)
        else:
            shutil.copyfile(source, copy)
    package = Path(kla_plan.__file__).resolve().parent.parent
    paths = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH", ""))))

    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "--nbval-lax", "-q", "-p", "no:cacheprovider",
            "--nbval-kernel-name", "python3", "--rootdir", str(tmp_path), str(tmp_path),
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
