"""The tables of README about every shipped pack: moving the ceilings, and writing the papers."""

from collections.abc import Mapping
from statistics import median
from typing import Any

from kla_plan.runs.papers import CONVERT

_NONE = "–"
_SUM = "jumlah"


def sliders_part(results: Mapping[str, Any]) -> str:
    """Return the seconds to a new plan by city and by how far its ceilings were moved."""
    cities = results["kota"]
    moves = sorted({move for city in cities for move in city["geseran"]}, key=float)
    head = ["city pack", *(f"ceilings {float(move) - 1:+.0%}" for move in moves), "median, s"]
    lines = [
        [_name(city), *(_seconds(city["geseran"].get(move, {})) for move in moves), _median(city)]
        for city in cities
    ]
    closing = (
        "All ceilings of a pack moved: seconds until the new plan, sought from the one before, is "
        f"proven within 1 %, building the model included; {_NONE} where 30 seconds did not do, "
        "which the median leaves out. `python -m benchmarks.sliders`."
    )
    return "\n".join([*_table(head, lines), "", f"{closing} {_machine(results)}"])


def papers_part(results: Mapping[str, Any]) -> str:
    """Return the seconds, files and pages of the whole set by city, and the seconds by paper."""
    cities = results["kota"]
    head = ["city pack", "whole set, s", "files", "pages of PDF", "points left open"]
    lines = [
        [
            _name(city),
            f"{city['detik'][_SUM]:.1f}",
            *(f"{_whole(city, what):,}" for what in ("berkas", "halaman", "hal_terbuka")),
        ]
        for city in cities
    ]
    return "\n".join([*_table(head, lines), "", f"{_by_paper(cities)} {_machine(results)}"])


def _whole(city: Mapping[str, Any], what: str) -> int:
    return sum(paper[what] for paper in city["berkas"].values())


def _by_paper(cities: list[Mapping[str, Any]]) -> str:
    names = dict.fromkeys(name for city in cities for name in city["berkas"])
    found = [f"`{name}` {_middle(cities, name):.1f}" for name in names]
    waiting = f"waiting for the last PDFs {_middle(cities, CONVERT):.1f}"
    return (
        "From the saved plan to the last PDF, by `python -m benchmarks.papers`. "
        f"Seconds by paper, median of the cities: {', '.join([*found, waiting])}."
    )


def _middle(cities: list[Mapping[str, Any]], name: str) -> float:
    return float(median(city["detik"][name] for city in cities if name in city["detik"]))


def _seconds(move: Mapping[str, Any]) -> str:
    seconds = move.get("detik")
    return _NONE if seconds is None else f"{seconds:.1f}"


def _median(city: Mapping[str, Any]) -> str:
    found = city["median_detik"]
    return _NONE if found is None else f"{found:.1f}"


def _name(city: Mapping[str, Any]) -> str:
    return f"`{city['paket']}`"


def _table(head: list[str], lines: list[list[str]]) -> list[str]:
    rule = f"|---|{'--:|' * (len(head) - 1)}"
    return [f"| {' | '.join(head)} |", rule, *(f"| {' | '.join(line)} |" for line in lines)]


def _machine(results: Mapping[str, Any]) -> str:
    machine = results["mesin"]
    return (
        f"Measured on {machine.get('prosesor') or 'an unnamed processor'}, "
        f"{machine.get('inti')} cores, Python {machine.get('python')}."
    )
