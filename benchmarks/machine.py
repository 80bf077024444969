"""What a result was measured on: figures without it mean nothing."""

import importlib.metadata
import json
import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

PACKAGES = ("kla-plan", "pulp", "highspy", "cbcbox", "pandas", "papermill", "ortools", "pyscipopt")


def describe() -> dict[str, object]:
    """Return processor, cores, memory, system and versions."""
    return {
        "prosesor": _processor(),
        "inti": os.cpu_count(),
        "memori_gib": _memory(),
        "sistem": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "versi": {name: _version(name) for name in PACKAGES},
    }


def record(target: Path, cities: Sequence[Mapping[str, object]]) -> str:
    """Write results of cities with the machine they were taken on; return the text."""
    result = {"mesin": describe(), "kota": cities}
    text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    target.write_text(text, encoding="utf-8")
    return text


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "tidak terpasang"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()


def _memory() -> float | None:
    info = Path("/proc/meminfo")
    if not info.exists():
        return None
    kibibytes = int(info.read_text(encoding="utf-8").split()[1])
    return round(kibibytes / 2**20, 1)
