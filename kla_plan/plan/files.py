"""A plan's files (contract section 5): written all or not at all, read back as the same plan."""

import csv
import hashlib
import importlib.metadata
import json
import platform
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import yaml

from kla_plan.indonesian import half_up, plain_number
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.pack.write import write_folder
from kla_plan.plan.evaluate import answers
from kla_plan.plan.plan import Plan, Proof
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario, make_scenario

MANIFEST = "manifest.json"
PACK_FOLDER = "paket"
#: Decimals of fractions and points in the score files.
DECIMALS = 6
_VERSIONED = ("kla-plan", "pulp", "highspy", "pandas")


def save_plan(plan: Plan, directory: Path) -> None:
    """Write a plan's files into a folder that does not exist yet.

    Everything is written to a folder beside it first and moved there at the end, so that the
    folder is either complete or absent.

    Raises
    ------
    FileExistsError
        If the folder exists.
    """
    directory = Path(directory)
    if directory.exists():
        message = f"Folder {directory} sudah ada."
        raise FileExistsError(message)
    directory.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
    try:
        write_plan(plan, staging)
        staging.rename(directory)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def write_plan(plan: Plan, directory: Path) -> None:
    """Write a plan's files into an existing folder."""
    write_inputs(plan.pack, plan.scenario, directory)
    _write_csv(
        directory / "volume.csv",
        ("kegiatan", "tahun", "volume", "aktif"),
        ((a, t, plain_number(v), 1) for (a, t), v in sorted(plan.volumes.items())),
    )
    _write_csv(
        directory / "belanja.csv",
        ("kegiatan", "tahun", "sumber_dana", "rupiah"),
        ((*key, rupiah) for key, rupiah in sorted(plan.spending.items())),
    )
    _write_csv(
        directory / "skor.csv",
        ("tahun", "pertanyaan", "fraksi", "poin"),
        (
            (year, code, _short(plan.fractions[year, code]), _short(points))
            for year in plan.years
            for code, points in plan.score(year).questions.items()
        ),
    )
    _write_csv(
        directory / "skor_indikator.csv",
        ("tahun", "indikator", "poin"),
        (
            (year, code, _short(points))
            for year in plan.years
            for code, points in plan.score(year).indicators.items()
        ),
    )
    text = json.dumps(_manifest(plan, directory), ensure_ascii=False, indent=2)
    (directory / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def write_inputs(pack: Pack, scenario: Scenario, directory: Path) -> Path:
    """Write the pack and the scenario as used below ``paket/``; return the scenario's file.

    Together they reproduce the plan.
    """
    write_folder(pack, directory / PACK_FOLDER)
    path = directory / scenario_file(scenario)
    path.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump(scenario.as_written(), allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def scenario_file(scenario: Scenario) -> Path:
    """Return where a plan's folder keeps its scenario; odd characters of the name become ``_``."""
    name = re.sub(r"[^\w.-]", "_", scenario.nama) or "skenario"
    return Path(PACK_FOLDER, "skenario", f"{name}.yaml")


def load_plan(directory: Path) -> Plan:
    """Read a saved plan; its numbers are recomputed from its volumes, its rupiah are as saved.

    Raises
    ------
    FileNotFoundError
        If the folder is no plan.
    """
    directory = Path(directory)
    path = directory / MANIFEST
    if not path.is_file():
        message = f"Folder {directory} tidak berisi rencana: {MANIFEST} tidak ada."
        raise FileNotFoundError(message)
    manifest = json.loads(path.read_text(encoding="utf-8"))
    case = Case(load_pack(directory / PACK_FOLDER), make_scenario(manifest["skenario"]))
    volumes = {
        (row["kegiatan"], int(row["tahun"])): Decimal(row["volume"])
        for row in _read_csv(directory / "volume.csv")
    }
    spending = {
        (row["kegiatan"], int(row["tahun"]), row["sumber_dana"]): int(row["rupiah"])
        for row in _read_csv(directory / "belanja.csv")
    }
    return Plan(
        pack=case.pack,
        scenario=case.scenario,
        volumes=volumes,
        spending=spending,
        fractions=answers(case, {**case.realised, **volumes}),
        after_horizon={int(y): r for y, r in manifest["biaya_setelah_cakrawala"].items()},
        proof=_proof(manifest),
    )


def _manifest(plan: Plan, directory: Path) -> Mapping[str, object]:
    proof = plan.proof
    return {
        "versi": versions(),
        "paket": plan.pack.slug,
        "daerah": plan.pack.profile.full_name,
        "masukan": hashes(directory / PACK_FOLDER),
        "skenario": plan.scenario.as_written(),
        "pemecah": {"nama": proof.solver, "pilihan": dict(proof.options)},
        "status": proof.status,
        "objective": proof.objective,
        "bound": proof.bound,
        "gap": proof.gap,
        "seconds": dict(proof.seconds),
        "tahap": [dict(stage) for stage in proof.stages],
        "ukuran": dict(proof.size),
        "skor_per_tahun": {str(y): float(half_up(plan.score(y).total, 6)) for y in plan.years},
        "biaya_per_tahun": {str(y): plan.cost(y) for y in plan.years},
        "biaya_setelah_cakrawala": {str(y): r for y, r in plan.after_horizon.items()},
        "verified": True,
    }


def _proof(manifest: Mapping[str, object]) -> Proof:
    raw = dict(manifest)
    solver: dict[str, object] = raw["pemecah"]  # type: ignore[assignment]
    return Proof(
        status=str(raw["status"]),
        objective=float(raw["objective"]),  # type: ignore[arg-type]
        bound=None if raw["bound"] is None else float(raw["bound"]),  # type: ignore[arg-type]
        seconds=raw["seconds"],  # type: ignore[arg-type]
        solver=str(solver["nama"]),
        options=solver["pilihan"],  # type: ignore[arg-type]
        size=raw["ukuran"],  # type: ignore[arg-type]
        stages=tuple(raw["tahap"]),  # type: ignore[arg-type]
    )


def versions() -> dict[str, str]:
    """Return the versions a plan depends on."""
    return {
        "python": platform.python_version(),
        **{name: importlib.metadata.version(name) for name in _VERSIONED},
    }


def hashes(directory: Path) -> dict[str, str]:
    """Return the sha256 of every file below a folder, by relative path with forward slashes."""
    return {
        path.relative_to(directory).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


def _short(value: Fraction) -> str:
    return plain_number(half_up(value, DECIMALS))


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
