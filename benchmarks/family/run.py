"""Measure the family: every opponent on every instance, one process after another, resumable.

Each run is one line of ``results/keluarga.jsonl``; what is there already for the same instance,
question, machine and versions is not run again. ``results/keluarga.json`` sums it up.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.family.child import Order
from benchmarks.family.generate import SEEDS, SIZES, TIGHTNESS, YEARS, instance
from benchmarks.family.opponents import OPPONENTS, OURS, REFERENCE
from benchmarks.family.summary import FAILED
from benchmarks.machine import describe

ROOT = Path(__file__).resolve().parents[2]
#: Every solver is asked for a hair less than 0.5 %, so that none stops just above it because it
#: defines the gap in a slightly different way.
GAP = 0.0049
LIMIT = 60.0
#: Seconds that a run may take beyond its limit before it is ended.
GRACE = 120.0
#: The growth with the years of the plan is measured here; that with activities on the family.
GROWTH_YEARS, GROWTH_SIZE, GROWTH_TIGHTNESS = (3, 5, 10, 15), 150, "ketat"
#: Ends that are no result: said in the summary; failures are tried again by the next run.
NOT_INSTALLED, ENDLESS = "tidak terpasang", "tidak berhenti"


@dataclass(frozen=True, slots=True)
class Wish:
    """What to measure."""

    sizes: Sequence[int] = SIZES
    tightness: Sequence[str] = tuple(TIGHTNESS)
    seeds: Sequence[int] = SEEDS
    opponents: Sequence[str] = tuple(OPPONENTS)
    limit: float = LIMIT
    threads: int = 1
    growth: bool = True

    def orders(self) -> Iterator[Order]:
        """Yield the runs, instance by instance; growth last and with the two main opponents."""
        for size, kind, seed in product(self.sizes, self.tightness, self.seeds):
            for name in self.opponents:
                yield self._order(size, kind, seed, YEARS, name)
        if not self.growth:
            return
        pair = [name for name in self.opponents if name in {OURS, REFERENCE}]
        for years, seed, name in product(GROWTH_YEARS, self.seeds, pair):
            yield self._order(GROWTH_SIZE, GROWTH_TIGHTNESS, seed, years, name)

    def _order(self, size: int, kind: str, seed: int, years: int, name: str) -> Order:
        return Order(size, kind, seed, years, name, GAP, self.limit, self.threads)


def measure(wish: Wish, store: Path) -> None:
    """Run what is not in the store yet."""
    done = {record["kunci"] for record in read(store) if record["status"] != FAILED}
    orders = list(wish.orders())
    for number, order in enumerate(orders, 1):
        label = f"{order.kegiatan} {order.pagu} {order.benih} {order.tahun} th {order.lawan}"
        identity = key(order)
        if identity in done:
            continue
        print(f"[{number}/{len(orders)}] {label} …", end=" ", flush=True)
        record = {"kunci": identity, **asdict(order), **_measured(order)}
        print(f"{record['status']} {record.get('detik', '')}", flush=True)
        if record["status"] == NOT_INSTALLED:
            continue  # said again by every run until it is installed
        with store.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(record) + "\n")


def _measured(order: Order) -> Mapping[str, Any]:
    opponent = OPPONENTS[order.lawan]
    if opponent.missing:
        return {"status": NOT_INSTALLED, "paket": list(opponent.missing)}
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "tugas.json", Path(folder) / "hasil.json"
        source.write_text(json.dumps(asdict(order)), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.family.child", str(source), str(target)]
        try:
            ended = subprocess.run(
                command,
                cwd=ROOT,
                capture_output=True,
                check=False,
                timeout=order.batas_detik + GRACE,
            )
        except subprocess.TimeoutExpired:
            return {"status": ENDLESS, "versi": opponent.versions}
        if ended.returncode != 0 or not target.is_file():
            error = ended.stderr.decode(errors="replace").strip().splitlines()
            return {
                "status": FAILED,
                "galat": error[-1] if error else f"kode keluar {ended.returncode}",
                "versi": opponent.versions,
            }
        record: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
        return {**record, "versi": opponent.versions}


def read(store: Path) -> list[dict[str, Any]]:
    """Return the records of a store; none where there is no file."""
    if not store.is_file():
        return []
    return [json.loads(line) for line in store.read_text(encoding="utf-8").splitlines()]


def key(order: Order) -> str:
    """Return what a run depends on, as one short text: order, pack, machine, code, versions."""
    opponent = OPPONENTS[order.lawan]
    parts = [
        asdict(order),
        fingerprint(order.kegiatan, order.pagu, order.benih, order.tahun),
        _machine(),
        {} if opponent.missing else dict(opponent.versions),
        code(order.lawan),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:20]


@cache
def _machine() -> Mapping[str, Any]:
    machine = describe()
    return {name: machine[name] for name in ("prosesor", "inti", "python")}


@cache
def fingerprint(size: int, kind: str, seed: int, years: int) -> str:
    """Return a short sum of an instance: the same text, the same pack and scenario."""
    text = repr(instance(size, kind, seed, years=years))
    return hashlib.sha256(text.encode()).hexdigest()[:20]


@cache
def code(name: str) -> str:
    """Return a short sum of the source files that an opponent runs on."""
    total = hashlib.sha256()
    for source in (f"benchmarks/family/opponents/{name}.py", *OPPONENTS[name].sources):
        path = ROOT / source
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            total.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()[:20]
