"""Read a pack: a folder of CSV files, one workbook, or a shipped pack by its name."""

from pathlib import Path

from kla_plan.findings import Finding, FindingsError, errors
from kla_plan.pack.assemble import assemble
from kla_plan.pack.build import build
from kla_plan.pack.checks import run_checks
from kla_plan.pack.draft import Draft
from kla_plan.pack.model import Pack
from kla_plan.pack.source import read_raw


def load_pack(path: str | Path, *, check: bool = True) -> Pack:
    """Read and check a pack.

    Parameters
    ----------
    path
        A folder of CSV files, a workbook, or the bare name of a shipped pack (``ogan-ilir``).
    check
        Whether the rows are also checked against each other. Files, columns, cells, references
        and the years of the profile are always checked; without the rest a pack may make no
        sense.

    Returns
    -------
    Pack
        With the catalogue merged in, missing answers spread, defaults filled in, and the
        warnings in ``warnings``.

    Raises
    ------
    FindingsError
        With every finding, if at least one of them is an error.
    """
    draft, found = _read(path, everything=check)
    if errors(found):
        raise FindingsError(found)
    return build(draft, found)


def inspect(path: str | Path) -> tuple[Finding, ...]:
    """Return every finding about a pack, in reading order; never raises for bad data."""
    return _read(path, everything=True)[1]


def _read(path: str | Path, *, everything: bool) -> tuple[Draft, tuple[Finding, ...]]:
    draft, found = assemble(read_raw(path))
    found.extend(run_checks(draft, everything=everything))
    return draft, tuple(found)
