"""What an analyst sees: findings as a table, sentences, results; all in UTF-8."""

import io
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kla_plan.findings import Finding, errors
from kla_plan.report.sentences.words import count

_FILE_WIDTH = 110


def use_utf8() -> None:
    """Write UTF-8 whatever the code page; what a terminal cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def out() -> Console:
    """Return the console for results."""
    return _console(sys.stdout)


def err() -> Console:
    """Return the console for what went wrong and for progress."""
    return _console(sys.stderr)


def _console(stream: TextIO) -> Console:
    # A file or a pipe has no width of its own; tables need room for rupiah.
    return Console(file=stream, highlight=False, width=None if stream.isatty() else _FILE_WIDTH)


def say(text: str) -> None:
    """Print a line of the result, as long as it is."""
    out().print(Text(text), soft_wrap=True)


def tell(text: str) -> None:
    """Say something that is no result, beside the progress."""
    err().print(Text(text), soft_wrap=True)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Return errors first, then warnings, each in reading order."""
    found = list(findings)
    wrong = errors(found)
    return [*wrong, *(finding for finding in found if finding not in wrong)]


def show_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print findings as a readable table; where there is no room for it, one block each."""
    found = ordered(findings)
    if console.is_terminal and console.width >= 100:
        console.print(_table(found))
    else:
        for finding in found:
            console.print(Text(_block(finding)), soft_wrap=True)


def verdict(findings: Sequence[Finding]) -> str:
    """Return how many errors and warnings there are, in words."""
    wrong = len(errors(findings))
    minor = len(findings) - wrong
    if not findings:
        return "Tidak ada temuan."
    parts = [count(wrong, "galat")] if wrong else []
    parts += [count(minor, "peringatan")] if minor else []
    return f"Ditemukan {' dan '.join(parts)}."


def _table(findings: Sequence[Finding]) -> Table:
    table = Table(show_lines=True, header_style="bold")
    for heading, share in (("Kode", 2), ("Tempat", 3), ("Nilai", 2), ("Sebab", 5), ("Saran", 5)):
        table.add_column(heading, ratio=share, overflow="fold")
    for finding in findings:
        style = "red" if errors([finding]) else "yellow"
        cells = (finding.code, _place(finding), finding.value, finding.message, finding.remedy)
        table.add_row(Text(cells[0], style=style), *(Text(cell) for cell in cells[1:]))
    return table


def _place(finding: Finding) -> str:
    place = finding.place
    if not place.sheet and place.file:
        return place.file
    return str(place)


def _block(finding: Finding) -> str:
    value = f" · nilai: {finding.value}" if finding.value else ""
    return (
        f"{finding.code} ({finding.severity}) · {_place(finding)}{value}\n"
        f"  Sebab: {finding.message}\n  Saran: {finding.remedy}"
    )


def as_json(pack: str, findings: Sequence[Finding]) -> str:
    """Return findings as JSON: ``paket, galat, peringatan, temuan``."""
    found = ordered(findings)
    wrong = len(errors(found))
    rows = [
        {
            "kode": finding.code,
            "berat": str(finding.severity),
            "lembar": finding.place.sheet,
            "sel": finding.place.cell,
            "berkas": finding.place.file,
            "nilai": finding.value,
            "pesan": finding.message,
            "saran": finding.remedy,
        }
        for finding in found
    ]
    whole = {"paket": pack, "galat": wrong, "peringatan": len(found) - wrong, "temuan": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2)
