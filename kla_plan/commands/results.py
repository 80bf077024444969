"""``verify``, ``compare``, ``sweep``: what is done with saved plans."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.table import Table

from kla_plan.commands.outcome import Exit
from kla_plan.commands.screen import out, say, show_findings
from kla_plan.findings import FindingsError, Place
from kla_plan.indonesian import number, percent, rupiah
from kla_plan.pack.checks.files import NOT_FOUND
from kla_plan.pack.source import resolve
from kla_plan.plan.verify import verify_folder
from kla_plan.runs.compare import BOOK, CHART, PAGE, TABLE, compare
from kla_plan.runs.plans import open_plan, require_plan
from kla_plan.runs.sweep import INVALID, RESULTS, Job, jobs, sweep


def run_verify(folder: Path) -> int:
    """Re-check a saved plan and print the verdict; 3 if it does not hold."""
    require_plan(folder)
    findings = verify_folder(folder)
    if findings:
        show_findings(out(), findings)
        say(f"Rencana di {folder} TIDAK lolos pemeriksaan ulang.")
        return Exit.INVALID
    plan = open_plan(folder)
    last = plan.years[-1]
    score = number(float(plan.score(last).total), 2)
    say(
        f"Rencana di {folder} lolos pemeriksaan ulang: {number(len(plan.activities))} kegiatan, "
        f"{rupiah(plan.cost())}, nilai tahun {last} {score}."
    )
    return Exit.DONE


def run_compare(folders: Sequence[Path], target: Path) -> None:
    """Print plans side by side, and write page, workbook, chart and table."""
    table = compare(folders, target)
    screen = Table(title="Perbandingan rencana", header_style="bold")
    for heading in ("Rencana", "Skenario", "Predikat"):
        screen.add_column(heading, overflow="fold")
    for heading in ("Mandiri", "Verifikasi", "Anggaran", "Celah"):
        screen.add_column(heading, justify="right", no_wrap=True)
    for row in table.to_dict("records"):
        screen.add_row(
            str(row["rencana"]),
            str(row["skenario"]),
            str(row["predikat_verifikasi"]),
            number(row["mandiri"], 2),
            number(row["verifikasi"], 2),
            rupiah(int(row["rupiah"])),
            _gap(row["celah"]),
        )
    out().print(screen)
    for name in (PAGE, BOOK, CHART, TABLE):
        say(f"  {target / name}")


def _gap(value: float) -> str:
    return "–" if math.isnan(value) else percent(value, 2)


def run_sweep(
    packs: Sequence[str], scenarios: Sequence[str], target: Path, workers: int | None
) -> int:
    """Run packs × scenarios, saying each result as it comes; 3 if a pack or scenario is wrong."""
    absent = [pack for pack in packs if not resolve(pack).exists()]
    if absent:
        raise FindingsError(
            [NOT_FOUND.at(Place(file=pack), pack, f'Paket "{pack}" tidak ada.') for pack in absent]
        )
    work = jobs(packs, scenarios, target)
    done: list[Job] = []

    def on_done(job: Job, row: dict[str, Any]) -> None:
        done.append(job)
        again = "" if row["baru"] else " (sudah ada)"
        line = f"[{len(done)}/{len(work)}] {job.name}: {_result(row)}{again}"
        say(line)

    table = sweep(work, target, workers=workers, on_done=on_done)
    say(f"  {target / RESULTS}")
    return Exit.INVALID if (table["status"] == INVALID).any() else Exit.DONE


def _result(row: dict[str, Any]) -> str:
    if row.get("rupiah") is None:
        return str(row.get("alasan", row["status"]))
    return (
        f"nilai {row['tahun_akhir']} {number(row['mandiri'], 2)}, setelah verifikasi "
        f"{number(row['verifikasi'], 2)} ({row['predikat_verifikasi']}), "
        f"{rupiah(int(row['rupiah']))}"
    )
