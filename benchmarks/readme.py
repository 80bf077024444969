"""Figures in README, written from files: nothing in it is typed by hand.

``python -m benchmarks.readme`` renews the parts between ``<!-- angka:NAME -->`` and
``<!-- /angka -->``; with ``--check`` it changes nothing and fails where a part is out of date.
"""

import csv
import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.city_tables import papers_part, sliders_part
from benchmarks.family.table import family_part
from benchmarks.goals import goals_part
from benchmarks.waiting import workbench_part
from kla_plan import resources

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
RESULTS = ROOT / "benchmarks" / "results" / "kota.json"
WORKBENCH = ROOT / "benchmarks" / "results" / "meja_kerja.json"
FAMILY = RESULTS.with_name("keluarga.json")
SLIDERS = RESULTS.with_name("geser.json")
PAPERS = RESULTS.with_name("berkas.json")
WHOLE = RESULTS.with_name("keseluruhan.json")
_PART = re.compile(r"<!-- angka:(?P<name>\w+) -->\n.*?<!-- /angka -->", re.DOTALL)
_NONE = "–"
_HEAD = (
    "| city pack | activities | score in the last year: plan | greedy | even split "
    "| cost of the plan, Rp bn | greedy | even split | gap | s to 1 % | s to 0.5 % |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)
#: The three ways of choosing, as the results name them.
WAYS = ("optimasi", "rakus", "bagi_rata")


def main(arguments: list[str]) -> int:
    """Renew or check README; return the exit code."""
    if not RESULTS.is_file():
        print(f"{RESULTS.name} is not there yet: run python -m benchmarks", file=sys.stderr)
        return 2
    old = README.read_text(encoding="utf-8")
    new = renewed(old, parts())
    if "--check" in arguments:
        if new != old:
            print("README.md is out of date: run python -m benchmarks.readme", file=sys.stderr)
        return int(new != old)
    README.write_text(new, encoding="utf-8", newline="\n")
    return 0


def parts() -> dict[str, Callable[[], str]]:
    """Return the maker of every part by name."""
    return {
        "data": data_part,
        "kota": lambda: cities_part(json.loads(RESULTS.read_text("utf-8"))),
        "keluarga": lambda: family_part(json.loads(FAMILY.read_text("utf-8"))),
        "meja": lambda: workbench_part(json.loads(WORKBENCH.read_text("utf-8"))),
        "geser": lambda: measured(SLIDERS, sliders_part),
        "berkas": lambda: measured(PAPERS, papers_part),
        "sasaran": lambda: goals_part(
            *(json.loads(path.read_text("utf-8")) for path in (FAMILY, SLIDERS, WHOLE))
        ),
    }


def measured(results: Path, part: Callable[[Mapping[str, Any]], str]) -> str:
    """Return the part made from a file of results; nothing where it was not measured yet."""
    return part(json.loads(results.read_text("utf-8"))) if results.is_file() else ""


def renewed(text: str, makers: Mapping[str, Callable[[], str]]) -> str:
    """Return a text with its marked parts made anew.

    Raises
    ------
    KeyError
        If the text marks a part that nobody makes.
    """

    def made(match: re.Match[str]) -> str:
        name = match["name"]
        return f"<!-- angka:{name} -->\n{makers[name]()}\n<!-- /angka -->"

    return _PART.sub(made, text)


def data_part() -> str:
    """Count the shipped data, and how much of it is assumed."""
    instrument = resources.instruments() / "2024"
    catalogue = resources.catalogue()
    rows = ["| shipped data | rows | of them with an assumption |", "|---|--:|--:|"]
    for label, path in (
        ("questions of the 2024 instrument", instrument / "pertanyaan.csv"),
        ("activities of the catalogue", catalogue / "kegiatan.csv"),
        ("cost rows of the catalogue", catalogue / "biaya.csv"),
        ("effects of activities on answers", catalogue / "dampak.csv"),
        ("answers of Kabupaten Ogan Ilir", resources.regions() / "ogan-ilir" / "jawaban.csv"),
    ):
        table = _rows(path)
        assumed = sum(1 for row in table if (row.get("asumsi") or "").strip())
        rows.append(f"| {label} | {len(table):,} | {assumed:,} |")
    return "\n".join(rows)


def cities_part(results: Mapping[str, Any]) -> str:
    """Return the table of the city packs, and what it was measured on."""
    lines = [_HEAD, *(_city(city) for city in results["kota"]), "", _machine(results["mesin"])]
    return "\n".join(lines)


def _city(city: Mapping[str, Any]) -> str:
    ways = [city["perbandingan"].get(way, {}) for way in WAYS]
    cells = [
        f"`{city['paket']}`",
        _number(city.get("kegiatan"), 0),
        *(_number(way.get("nilai_tahun_akhir"), 2) for way in ways),
        *(_number(way.get("rupiah"), 2, scale=1e-9) for way in ways),
        _percent(ways[0].get("celah")),
        *(_number(_seconds(city, gap), 1) for gap in ("0.01", "0.005")),
    ]
    return f"| {' | '.join(cells)} |"


def _seconds(city: Mapping[str, Any], gap: str) -> float | None:
    """Return the seconds to a gap; ``None`` where it was not reached."""
    seconds: float | None = city.get("waktu_ke_celah", {}).get(gap, {}).get("detik")
    return seconds


def _machine(machine: Mapping[str, Any]) -> str:
    versions = machine.get("versi", {})
    named = ", ".join(
        f"{name} {versions[name]}" for name in ("pulp", "highspy") if name in versions
    )
    return (
        f"Measured on {machine.get('prosesor') or 'an unnamed processor'}, "
        f"{machine.get('inti')} cores, Python {machine.get('python')}, {named}; solver on one "
        "core, each pack under its scenario `dasar`."
    )


def _number(value: float | None, decimals: int, *, scale: float = 1.0) -> str:
    return _NONE if value is None else f"{value * scale:,.{decimals}f}"


def _percent(value: float | None) -> str:
    return _NONE if value is None else f"{value:.2%}"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
