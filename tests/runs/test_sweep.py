"""Sweeps: every pack with every scenario, and nothing twice."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from support.tiny import TABLES, write_tiny

from kla_plan.plan.verify import verify_folder
from kla_plan.runs.sweep import INFEASIBLE, INVALID, RESULTS, TRACE, Job, jobs, run, sweep


def with_scenarios(contoh: Path, **texts: str) -> Path:
    (contoh / "skenario").mkdir(exist_ok=True)
    for name, text in texts.items():
        (contoh / "skenario" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return contoh


def test_jobs_are_all_packs_with_their_scenarios(contoh: Path, tmp_path: Path) -> None:
    with_scenarios(contoh, dasar="nama: dasar\n", hemat="pagu_faktor: 0.5\n")

    own = jobs([str(contoh), "ogan-ilir"], [], tmp_path)
    given = jobs([str(contoh)], ["hemat"], tmp_path)

    assert [job.name for job in own][:2] == ["contoh · dasar", "contoh · hemat"]
    assert {job.folder.parent.name for job in own} == {"contoh", "ogan-ilir"}
    assert [job.folder for job in given] == [tmp_path / "contoh" / "hemat"]


def test_a_run_is_a_verified_plan_and_is_not_repeated(contoh: Path, tmp_path: Path) -> None:
    (job,) = jobs([str(contoh)], [], tmp_path / "toko")

    first, second = run(job), run(job)

    assert (first["baru"], second["baru"]) == (True, False)
    assert first["mandiri"] == 20.0
    assert {k: v for k, v in first.items() if k != "baru"} == {
        k: v for k, v in second.items() if k != "baru"
    }
    assert verify_folder(job.folder) == ()


def test_a_changed_input_is_computed_again(contoh: Path, tmp_path: Path) -> None:
    (job,) = jobs([str(contoh)], [], tmp_path / "toko")
    before = run(job)
    dearer = [{**row, "biaya_tetap": 90_000_000} if row["kegiatan"] == "A1" else row
              for row in TABLES["biaya"]]  # fmt: skip
    write_tiny(contoh, {**TABLES, "biaya": dearer})

    after = run(job)

    assert after["baru"]
    assert after["rupiah"] < before["rupiah"]
    assert run(job)["baru"] is False


def test_what_cannot_be_planned_is_remembered_with_the_reason(contoh: Path, tmp_path: Path) -> None:
    with_scenarios(contoh, mustahil="target: [{tahun: 2026, poin: 20}]\n")
    (job,) = jobs([str(contoh)], ["mustahil"], tmp_path / "toko")

    first, second = run(job), run(job)

    assert first["status"] == INFEASIBLE
    assert (first["baru"], second["baru"]) == (True, False)
    assert [path.name for path in job.folder.iterdir()] == [TRACE]
    assert json.loads((job.folder / TRACE).read_text(encoding="utf-8"))["alasan"]


def test_bad_data_is_a_row_and_not_the_end(tmp_path: Path) -> None:
    row = run(Job(str(tmp_path / "tidak-ada"), "dasar", tmp_path / "toko"))

    assert row["status"] == INVALID
    assert "tidak ada" in row["alasan"]


@pytest.mark.slow
def test_a_sweep_in_processes_writes_the_table_in_the_order_of_the_jobs(
    contoh: Path, tmp_path: Path
) -> None:
    with_scenarios(contoh, dasar="nama: dasar\n", hemat="pagu_faktor: 0.5\n")
    store = tmp_path / "toko"
    work = jobs([str(contoh)], [], store)
    told: list[dict[str, Any]] = []

    table = sweep(work, store, workers=2, on_done=lambda _, row: told.append(row))

    written = pd.read_csv(store / RESULTS)
    assert list(table["skenario"]) == list(written["skenario"]) == ["dasar", "hemat"]
    assert list(written["mandiri"]) == [20.0, 19.0]
    assert len(told) == 2
