"""The table of README about the workbench: what a planner waits for, and what the kernel keeps."""

from collections.abc import Mapping
from typing import Any

_HEAD = "| workbench, Kota Metro | times | median, s | 95th percentile, s |\n|---|--:|--:|--:|"
_OPENING = {"lab": "JupyterLab", "voila": "Voilà"}


def workbench_part(results: Mapping[str, Any]) -> str:
    """Return the table, the memory, and what it was measured on."""
    lines = [_HEAD]
    lines += [
        _line(f"from the address to the first chart, {_OPENING[kind]}", found)
        for kind, found in results["pembukaan"].items()
    ]
    lines.append(_line("from the slider to the new plan", results["perubahan"]))
    return "\n".join([*lines, "", _memory(results["memori"]), _machine(results["mesin"])])


def _line(name: str, found: Mapping[str, Any]) -> str:
    return f"| {name} | {found['n']} | {found['median_detik']:.1f} | {found['p95_detik']:.1f} |"


def _memory(found: Mapping[str, float]) -> str:
    early, late = (found[f"setelah_{solves}_mib"] for solves in (10, 50))
    return f"Memory of the kernel: {early:.0f} MiB after 10 solves, {late:.0f} MiB after 50."


def _machine(machine: Mapping[str, Any]) -> str:
    return (
        f"Measured on {machine.get('prosesor') or 'an unnamed processor'}, "
        f"{machine.get('inti')} cores, Python {machine.get('python')}, with a kernel that has to "
        "start; a new plan is proven within 1 % or as near as 15 seconds allow."
    )
