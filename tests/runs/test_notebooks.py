"""Running a notebook: parameters, errors, and what is left out of the result."""

import json
import os
from pathlib import Path

import nbformat
import pytest

from kla_plan.findings import FindingsError
from kla_plan.runs.notebooks import NotebookError, execute, parameters_of
from kla_plan.runs.pool import notebook_pool


def outputs(path: Path) -> str:
    notebook = nbformat.read(path, as_version=4)
    return json.dumps([cell.get("outputs", []) for cell in notebook.cells], ensure_ascii=False)


def test_the_parameters_of_a_notebook() -> None:
    assert parameters_of("05_rencana_tahunan") == ("rencana", "tahun", "paket", "skenario")


def test_an_unknown_parameter_is_refused_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(FindingsError) as caught:
        execute("01_kesenjangan", tmp_path / "x.ipynb", {"pakte": "ogan-ilir"})

    assert caught.value.findings[0].code == "KLA-N-002"
    assert 'Apakah maksud Anda "paket"?' in caught.value.findings[0].message
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_notebook_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(FindingsError) as caught:
        execute("01_kesenjagan", tmp_path / "x.ipynb", {})

    assert 'Apakah maksud Anda "01_kesenjangan"?' in caught.value.findings[0].message


@pytest.mark.slow
def test_a_failing_cell_is_told_with_its_message_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NotebookError) as caught:
        execute("01_kesenjangan", tmp_path / "x.ipynb", {"paket": "tidak-ada"})

    message = caught.value.findings[0].message
    assert "01_kesenjangan berhenti pada sel" in message
    assert "tidak-ada" in message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_relative_paths_are_seen_from_the_notebooks_folder(
    contoh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    target = tmp_path / "notebook" / "01.ipynb"

    execute("01_kesenjangan", target, {"paket": f"../{contoh.name}"})

    assert Path.cwd() == elsewhere
    assert "Kota Contoh" in outputs(target)
    assert os.listdir(target.parent) == ["01.ipynb"]  # noqa: PTH208 - hidden files count too


@pytest.mark.slow
def test_two_runs_differ_in_nothing_and_a_used_kernel_forgets(contoh: Path, tmp_path: Path) -> None:
    given = {"paket": str(contoh)}
    with notebook_pool(tmp_path / "kolam", workers=1) as pool:
        pool.submit("02_kandidat", "02.ipynb", given).result()
        second = pool.submit("01_kesenjangan", "01.ipynb", given).result()

    alone = execute("01_kesenjangan", tmp_path / "sendiri" / "01.ipynb", given)

    assert second.read_bytes() == alone.read_bytes()
    assert "reset" not in second.read_text(encoding="utf-8")
    notebook = nbformat.read(second, as_version=4)
    assert "papermill" not in notebook.metadata
    assert [c.execution_count for c in notebook.cells if c.cell_type == "code"][:3] == [1, 2, 3]


@pytest.mark.slow
def test_an_error_in_a_pool_reaches_the_one_who_waits(tmp_path: Path) -> None:
    with notebook_pool(tmp_path / "kolam", workers=1) as pool:
        future = pool.submit("01_kesenjangan", "01.ipynb", {"paket": "tidak-ada"})
        with pytest.raises(NotebookError):
            future.result()
