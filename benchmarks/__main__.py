"""`make bench`: run every measurement and write results with the machine they were taken on."""

import json
from pathlib import Path

from benchmarks import cities, papers, sliders, whole
from benchmarks.family.__main__ import main as measure_family
from benchmarks.machine import record

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure the city packs, moved ceilings and papers, then the family.

    The family takes hours if nothing of it is measured yet, the rest minutes.
    """
    RESULTS.mkdir(exist_ok=True)
    print("kota: semua paket bawaan …", flush=True)
    measured = cities.measure()
    record(RESULTS / "kota.json", measured)
    for city in measured:
        print(json.dumps(city, ensure_ascii=False))
    print("geser: pagu setiap paket digeser …", flush=True)
    sliders.main()
    print("berkas: seluruh berkas gugus tugas setiap paket …", flush=True)
    papers.main()
    print("keseluruhan: perintah plan dari awal sampai akhir …", flush=True)
    whole.main()
    print("keluarga: kota buatan dan semua pemecah …", flush=True)
    measure_family([])


if __name__ == "__main__":
    main()
