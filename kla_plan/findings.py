"""What is wrong with an input, said once, in the analyst's words.

A check never raises on the first fault: it returns findings, and whoever needs clean data
raises one :class:`FindingsError` that carries all of them.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters: an error stops the run, a warning is shown and kept."""

    ERROR = "galat"
    WARNING = "peringatan"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: table (sheet or CSV file), cell, and the file it came from.

    ``cell`` is an address as Excel shows it (``C7``); in a CSV file the header is row 1, so the
    same address is found when the file is opened in Excel. Empty parts mean "the whole of it".
    """

    sheet: str = ""
    cell: str = ""
    file: str = ""

    def __str__(self) -> str:
        where = f"lembar {self.sheet}" if self.sheet else "paket"
        return f"{where}, sel {self.cell}" if self.cell else where


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: stable code, place, offending value, reason and remedy (in Indonesian)."""

    code: str
    message: str
    remedy: str
    place: Place = Place()
    value: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        value = f" (nilai: {self.value})" if self.value else ""
        return f"{self.code} · {self.place}{value}: {self.message} {self.remedy}"


class Code(NamedTuple):
    """Meaning of a code and the remedy that is shown with it (Indonesian)."""

    meaning: str
    remedy: str


class FindingsError(Exception):
    """Raised once, with every finding of a run.

    Attributes
    ----------
    findings
        All findings, errors and warnings, in reading order.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop a run."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def raise_errors(findings: Sequence[Finding]) -> None:
    """Raise :class:`FindingsError` with all findings if at least one of them is an error."""
    if errors(findings):
        raise FindingsError(findings)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``' Apakah maksud Anda "…"?'`` for the nearest known name, or an empty string."""
    names = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    return f' Apakah maksud Anda "{names[near[0]]}"?' if near else ""
