"""Many packs × scenarios in parallel; what is already there for the same inputs is kept.

The store is a folder per run, ``<paket>/<skenario>/``, with the plan's files and ``jejak.json``,
and one table over all of them, ``hasil.csv``. A run without a plan leaves only the trace with
the reason, so that it is not tried again either until an input changes.
"""

import hashlib
import json
import os
import signal
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pandas as pd

from kla_plan.findings import FindingsError, errors
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.pack.source import resolve
from kla_plan.pack.write import write_folder
from kla_plan.plan.files import hashes, versions, write_plan
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError
from kla_plan.plan.plan import Plan
from kla_plan.runs.compare import comparison
from kla_plan.runs.gap import table_bytes
from kla_plan.runs.inputs import find_scenario, scenario_names
from kla_plan.runs.plans import best_plan
from kla_plan.runs.staging import replace_file, staged
from kla_plan.scenario import Scenario

TRACE, RESULTS = "jejak.json", "hasil.csv"
INFEASIBLE, NO_SOLUTION, INVALID = "infeasible", "no_solution", "data_salah"
#: Columns of ``hasil.csv``; those of a plan are empty where there is none.
COLUMNS = [
    "paket", "skenario", "status", "celah", "tahun_akhir", "mandiri", "predikat_mandiri",
    "verifikasi", "predikat_verifikasi", "rupiah", "biaya_setelah_cakrawala", "kegiatan_dipakai",
    "alasan", "masukan",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Job:
    """One run: a pack, a scenario (name or path), and where its results go."""

    pack: str
    scenario: str
    folder: Path

    @property
    def name(self) -> str:
        """How the run is called on screen."""
        return f"{resolve(self.pack).stem} · {Path(self.scenario).stem}"


def jobs(packs: Sequence[str], scenarios: Sequence[str], store: Path) -> tuple[Job, ...]:
    """Return every pack with every scenario; without scenarios, with all of the pack's own."""
    return tuple(
        Job(pack, scenario, store / resolve(pack).stem / Path(scenario).stem)
        for pack in packs
        for scenario in (scenarios or scenario_names(pack))
    )


def sweep(
    work: Sequence[Job],
    store: Path,
    *,
    workers: int | None = None,
    on_done: Callable[[Job, dict[str, Any]], None] | None = None,
) -> pd.DataFrame:
    """Run all jobs in processes and return (and write) the table of results, in job order.

    ``hasil.csv`` is renewed after every run, so that an interrupted sweep can be looked at and
    taken up again. ``on_done`` is told each job with its row; ``baru`` in the row says whether it
    was computed now.
    """
    store.mkdir(parents=True, exist_ok=True)
    rows: dict[Job, dict[str, Any]] = {}
    context = get_context("spawn")
    pool = ProcessPoolExecutor(workers or os.cpu_count(), mp_context=context, initializer=_deaf)
    try:
        futures = {pool.submit(run, job): job for job in work}
        for future in as_completed(futures):
            job = futures[future]
            rows[job] = future.result()
            table = _table(rows[job] for job in work if job in rows)
            replace_file(store / RESULTS, table_bytes(table))
            if on_done is not None:
                on_done(job, rows[job])
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return _table(rows[job] for job in work)


def run(job: Job) -> dict[str, Any]:
    """Run one job, or return what an earlier run with the same inputs left; the row of results."""
    empty = {"paket": resolve(job.pack).stem, "skenario": Path(job.scenario).stem}
    try:
        pack, scenario = load_pack(job.pack), find_scenario(job.pack, job.scenario)
    except FindingsError as error:
        reasons = "; ".join(str(finding) for finding in errors(error.findings))
        return {**empty, "status": INVALID, "alasan": reasons, "masukan": "", "baru": True}
    key = fingerprint(pack, scenario)
    known = _trace(job.folder)
    if known.get("masukan") == key:
        return {**known, "baru": False}
    row = {**empty, "masukan": key}
    with staged(job.folder, mark=TRACE) as folder:
        try:
            plan = best_plan(pack, scenario)
        except InfeasibleError:
            row |= {"status": INFEASIBLE, "alasan": "Tidak ada rencana yang memenuhi semua aturan."}
        except NoPlanInTimeError:
            row |= {"status": NO_SOLUTION, "alasan": "Belum ditemukan rencana dalam batas waktu."}
        else:
            write_plan(plan, folder)
            row |= _result(plan)
        text = json.dumps(row, ensure_ascii=False, indent=2) + "\n"
        (folder / TRACE).write_text(text, encoding="utf-8", newline="\n")
    return {**row, "baru": True}


def fingerprint(pack: Pack, scenario: Scenario) -> str:
    """Return a hash of everything a result depends on: pack as used, scenario, versions."""
    with tempfile.TemporaryDirectory() as folder:
        used = Path(folder) / "paket"
        write_folder(pack, used)
        inputs = {"paket": hashes(used), "skenario": scenario.as_written(), "versi": versions()}
    return hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()


def _result(plan: Plan) -> dict[str, Any]:
    row = comparison({"": plan}).iloc[0].to_dict()
    plain = {key: value.item() if hasattr(value, "item") else value for key, value in row.items()}
    return {key: plain[key] for key in COLUMNS if key in plain and key != "skenario"}


def _trace(folder: Path) -> dict[str, Any]:
    path = folder / TRACE
    if not path.is_file():
        return {}
    known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return known


def _table(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame([{column: row.get(column) for column in COLUMNS} for row in rows])


def _deaf() -> None:
    """Let a worker finish what it does: Ctrl-C is for the process that gave it the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
