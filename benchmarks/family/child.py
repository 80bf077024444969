"""One opponent on one instance, in a process of its own: ``python -m benchmarks.family.child``.

Reads the order as JSON from the file named first and writes the record to the file named second.
A process per run gives every opponent the same start and its own peak of memory, and a crash costs
one run. The clock starts when instance and libraries are in memory.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.family.generate import instance
from benchmarks.family.memory import peak
from benchmarks.family.opponents import OPPONENTS
from benchmarks.family.outcome import Ask, examined
from benchmarks.family.trajectory import Trajectory


@dataclass(frozen=True, slots=True)
class Order:
    """Which opponent on which instance, and what is asked."""

    kegiatan: int
    pagu: str
    benih: int
    tahun: int
    lawan: str
    celah: float
    batas_detik: float
    utas: int = 1


def measure(order: Order) -> dict[str, Any]:
    """Run and return the record of an order: status, points in time, memory, exact value."""
    pack, scenario = instance(order.kegiatan, order.pagu, order.benih, years=order.tahun)
    opponent = OPPONENTS[order.lawan].load()
    if hasattr(opponent, "prepare"):
        opponent.prepare()
    before = peak()
    seen = Trajectory()
    outcome = opponent.run(pack, scenario, Ask(order.celah, order.batas_detik, order.utas), seen)
    seconds, memory = seen.seconds(), peak()
    value, broken = None, None
    if outcome.volumes is not None:
        value, broken = examined(pack, scenario, outcome.volumes)
    return {
        "status": outcome.status,
        "detik": round(seconds, 3),
        "detik_menyusun": round(outcome.built, 3),
        "memori_awal_mib": before,
        "memori_puncak_mib": memory,
        "nilai_tepat": value,
        "aturan_dilanggar": broken,
        "lintasan": [(round(p.seconds, 3), p.value, p.bound) for p in seen.points],
    }


def main(arguments: list[str]) -> int:
    """Read an order, measure, write the record; return the exit code."""
    source, target = (Path(argument) for argument in arguments)
    order: Mapping[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    record = measure(Order(**order))
    target.write_text(json.dumps(record), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
