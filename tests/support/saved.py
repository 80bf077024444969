"""Write a plan's folder straight from contract section 5, without the package's own writer."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from kla_plan.indonesian import half_up
from kla_plan.pack.write import write_folder
from kla_plan.plan.plan import Plan


def save(plan: Plan, directory: Path) -> Path:
    """Write manifest, paket and the four tables; return the folder."""
    directory.mkdir(parents=True)
    write_folder(plan.pack, directory / "paket")
    volumes = [(a, t, v, 1) for (a, t), v in sorted(plan.volumes.items())]
    table(directory / "volume.csv", ("kegiatan", "tahun", "volume", "aktif"), volumes)
    spending = [(*key, amount) for key, amount in sorted(plan.spending.items())]
    table(directory / "belanja.csv", ("kegiatan", "tahun", "sumber_dana", "rupiah"), spending)
    questions = [
        (year, code, half_up(plan.fractions[year, code], 6), half_up(points, 6))
        for year in plan.years
        for code, points in plan.score(year).questions.items()
    ]
    table(directory / "skor.csv", ("tahun", "pertanyaan", "fraksi", "poin"), questions)
    indicators = [
        (year, code, half_up(points, 6))
        for year in plan.years
        for code, points in plan.score(year).indicators.items()
    ]
    table(directory / "skor_indikator.csv", ("tahun", "indikator", "poin"), indicators)
    write_manifest(directory, manifest(plan, directory))
    return directory


def manifest(plan: Plan, directory: Path) -> dict[str, Any]:
    """Return what the manifest of a plan must say."""
    paket = directory / "paket"
    return {
        "versi": {"kla-plan": "uji"},
        "masukan": {
            path.relative_to(paket).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(paket.rglob("*.csv"))
        },
        "skenario": plan.scenario.as_written(),
        "pemecah": {"nama": plan.proof.solver, "pilihan": {}},
        "status": plan.proof.status,
        "objective": plan.proof.objective,
        "bound": plan.proof.bound,
        "gap": plan.proof.gap,
        "seconds": dict(plan.proof.seconds),
        "tahap": [dict(stage) for stage in plan.proof.stages],
        "ukuran": {},
        "skor_per_tahun": {str(t): float(half_up(plan.score(t).total, 6)) for t in plan.years},
        "biaya_per_tahun": {str(t): plan.cost(t) for t in plan.years},
        "biaya_setelah_cakrawala": {str(t): r for t, r in plan.after_horizon.items()},
        "verified": True,
    }


def change_manifest(directory: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Apply a change to the manifest in place."""
    content = json.loads((directory / "manifest.json").read_text(encoding="utf-8"))
    change(content)
    write_manifest(directory, content)


def change_text(path: Path, old: str, new: str) -> None:
    """Replace a text that occurs exactly once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path.name, old)
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def write_manifest(directory: Path, content: dict[str, Any]) -> None:
    """Write the manifest."""
    (directory / "manifest.json").write_text(json.dumps(content, indent=2), encoding="utf-8")


def table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write one CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
