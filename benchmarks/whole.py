"""What ``kla-plan plan`` takes beside its solver: ``results/keseluruhan.json``.

``python -m benchmarks.whole``: the command runs as a process of its own on generated cities of 300
activities under tight ceilings. Its wall time holds everything: starting Python, reading and
checking the pack, building both stages, searching, recomputing, verifying, writing.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.family.generate import instance
from benchmarks.machine import record
from kla_plan.pack.write import write_folder

RESULTS = Path(__file__).parent / "results" / "keseluruhan.json"
SIZE, TIGHTNESS, SEEDS = 300, "ketat", (1, 2, 3)
#: Relative gap asked for, and the limit of both stages together in seconds.
GAP, LIMIT = 0.01, 20
#: The solver's own time is at most a fifth less than the whole, and this many seconds of start-up.
SHARE, START_UP = 1.2, 2.0


def measure(seed: int) -> dict[str, object]:
    """Return the seconds of one run: the whole, the solver's, building the model."""
    pack, _ = instance(SIZE, TIGHTNESS, seed)
    with tempfile.TemporaryDirectory() as name:
        folder, target = Path(name) / pack.slug, Path(name) / "rencana"
        write_folder(pack, folder)
        settings = (f"pemecah.celah={GAP}", f"pemecah.batas_detik={LIMIT}")
        options = [part for setting in settings for part in ("--set", setting)]
        begun = time.perf_counter()
        subprocess.run(
            [
                sys.executable,
                "-m",
                "kla_plan.cli",
                "plan",
                str(folder),
                "--out",
                str(target),
                *options,
            ],
            check=True,
            capture_output=True,
        )
        whole = time.perf_counter() - begun
        manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    parts = manifest["seconds"]
    solver = sum(seconds for part, seconds in parts.items() if part.startswith("memecahkan"))
    return {
        "paket": pack.slug,
        "detik": round(whole, 2),
        "detik_pemecah": round(solver, 2),
        "detik_menyusun": round(parts["menyusun"], 2),
        "detik_lain": round(whole - solver, 2),
        "batas": round(SHARE * solver + START_UP, 2),
    }


def main() -> None:
    """Measure every seed and write the results."""
    print(record(RESULTS, [measure(seed) for seed in SEEDS]))


if __name__ == "__main__":
    main()
