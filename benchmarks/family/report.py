"""From the records to ``results/keluarga.json`` and the charts."""

import json
from pathlib import Path
from typing import Any

from benchmarks.family.charts import growth_chart, time_chart
from benchmarks.family.generate import YEARS
from benchmarks.family.opponents import OPPONENTS
from benchmarks.family.run import GAP, ROOT, Wish, key, measure, read
from benchmarks.family.summary import summary
from benchmarks.machine import describe
from kla_plan.report.charts import save_chart

RESULTS = ROOT / "benchmarks" / "results"
PICTURES = ROOT / "docs" / "gambar"
#: Every run with all its points in time, which makes the measurement resumable; and the summary.
STORE, RESULT = "keluarga.jsonl", "keluarga.json"


def measure_and_report(wish: Wish, folder: Path | None = None) -> tuple[str, ...]:
    """Measure what is missing, then sum up; return the opponents that are not installed.

    Parameters
    ----------
    folder
        Where everything goes; by default results and charts go to their places in the project.
    """
    results, pictures = folder or RESULTS, folder or PICTURES
    results.mkdir(parents=True, exist_ok=True)
    store = results / STORE
    measure(wish, store)
    result = summed_up(wish, store)
    text = json.dumps(result, ensure_ascii=False, indent=1) + "\n"
    (results / RESULT).write_text(text, encoding="utf-8", newline="\n")
    draw(result, pictures)
    return tuple(result["tidak_terpasang"])


def summed_up(wish: Wish, store: Path) -> dict[str, Any]:
    """Return machine, settings and the summary of the runs that were asked for."""
    orders = list(wish.orders())
    wanted = {key(order) for order in orders}
    latest = {record["kunci"]: record for record in read(store) if record["kunci"] in wanted}
    return {
        "mesin": describe(),
        "setelan": {
            "celah_diminta": GAP,
            "batas_detik": wish.limit,
            "utas": wish.threads,
            "tahun": YEARS,
        },
        "lawan": {name: OPPONENTS[name].label for name in wish.opponents},
        "tidak_terpasang": [name for name in wish.opponents if OPPONENTS[name].missing],
        "belum_diukur": sum(key(order) not in latest for order in orders),
        **summary(list(latest.values()), wish.limit, YEARS),
    }


def draw(result: dict[str, Any], folder: Path) -> None:
    """Draw the charts of a result as PNG and SVG."""
    for name, chart in (("waktu_keluarga", time_chart), ("pertumbuhan", growth_chart)):
        for suffix in ("png", "svg"):
            save_chart(chart(result), folder / f"{name}.{suffix}")
