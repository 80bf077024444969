"""`make bench`: run every measurement and write results with the machine they were taken on."""

import json
from pathlib import Path

from benchmarks import cities
from benchmarks.family.__main__ import main as measure_family
from benchmarks.machine import describe

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure and write `results/kota.json`, then the family; hours if nothing is measured yet."""
    RESULTS.mkdir(exist_ok=True)
    print("kota: semua paket bawaan …", flush=True)
    result = {"mesin": describe(), "kota": cities.measure()}
    text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    (RESULTS / "kota.json").write_text(text, encoding="utf-8")
    for city in result["kota"]:
        print(json.dumps(city, ensure_ascii=False))
    print("keluarga: kota buatan dan semua pemecah …", flush=True)
    measure_family([])


if __name__ == "__main__":
    main()
