"""The wheel carries everything: it works where the repository is not."""

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import kla_plan

ROOT = Path(__file__).resolve().parents[1]
BUNDLED = ("data", "templates", "notebooks")
#: What working with notebooks and Python leaves behind in a checkout.
_LITTER = {"__pycache__", ".ipynb_checkpoints"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """Build the wheel: with the hatchling that is installed, else with one that pip fetches."""
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(place)]
    if importlib.util.find_spec("hatchling"):
        command.append("--no-build-isolation")
    done = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = place.glob("*.whl")
    return zipfile.Path(built)


@pytest.fixture(scope="module")
def unpacked(wheel: zipfile.Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("terpasang")
    with zipfile.ZipFile(str(wheel.root.filename)) as archive:
        archive.extractall(place)
    return place


def _shipped() -> list[str]:
    return sorted(
        path.relative_to(ROOT).as_posix()
        for folder in BUNDLED
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not _LITTER & set(path.parts) and not path.name.startswith(".")
    )


def test_scripts_and_styles_travel_unchanged(wheel: zipfile.Path) -> None:
    own = [path for path in (ROOT / "kla_plan").rglob("*") if path.suffix in {".js", ".css"}]

    assert own
    for path in own:
        inside = wheel.joinpath(*path.relative_to(ROOT).parts)
        assert inside.read_bytes() == path.read_bytes(), path.name


def test_data_templates_and_notebooks_travel_unchanged(wheel: zipfile.Path) -> None:
    names = _shipped()

    assert len(names) > 50
    for name in names:
        inside = wheel / "kla_plan" / "bundled" / name
        assert inside.is_file(), name
        assert inside.read_bytes() == (ROOT / name).read_bytes(), name


def test_every_module_travels_and_nothing_else(wheel: zipfile.Path) -> None:
    names = [name for name in wheel.root.namelist() if not name.endswith("/")]

    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"kla_plan"}
    code = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "kla_plan").rglob("*.py")
        if not _LITTER & set(path.parts)
    }
    assert {name for name in names if name.endswith(".py")} == code
    assert not [name for name in names if _LITTER & set(name.split("/")) or name.endswith(".pyc")]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_a_new_user_outside_the_repository_gets_a_folder_and_a_valid_pack(
    unpacked: Path, tmp_path: Path
) -> None:
    def run(*words: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, *words], cwd=tmp_path, env=environment,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = run("-c", "import kla_plan.resources as r; print(r.root())").strip()
    assert Path(where).resolve() == (unpacked / "kla_plan" / "bundled").resolve()
    assert Path(where).resolve() != Path(kla_plan.__file__).resolve().parent

    run("-m", "kla_plan.cli", "new", "kota saya")
    run("-m", "kla_plan.cli", "workbook", "kota saya", "-o", "kota saya.xlsx")
    assert "dapat dipakai" in run("-m", "kla_plan.cli", "check", "ogan-ilir")
    assert (tmp_path / "kota saya" / "skenario" / "dasar.yaml").is_file()
    assert (tmp_path / "kota saya.xlsx").stat().st_size > 10_000
