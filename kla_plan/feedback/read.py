"""One returned workbook: its identity and its typed rows, each knowing its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kla_plan.feedback.codes import finding
from kla_plan.feedback.form import (
    ADDITIONS,
    CEILINGS,
    CHANGES,
    IDENTITY,
    SHEETS,
    KegiatanBaru,
    PaguOpd,
    Usulan,
    column_of,
)
from kla_plan.feedback.identity import Identity, identity_of
from kla_plan.findings import Finding, Place, errors
from kla_plan.pack.cells import Cell, RawTable, Row
from kla_plan.pack.checks.files import NOT_FOUND
from kla_plan.pack.draft import Entry
from kla_plan.pack.read_xlsx import read_xlsx
from kla_plan.pack.tables import check_columns, read_rows
from kla_plan.schema import Table

_INPUT = (CHANGES, ADDITIONS, CEILINGS)
_PATH = "Periksa nama dan letak berkas yang dikembalikan OPD."


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned form.

    Attributes
    ----------
    path
        The workbook.
    identity
        What it belongs to.
    counts
        How many rows each sheet has, readable or not.
    changes, additions, ceilings
        Rows that could be read.
    """

    path: Path
    identity: Identity
    counts: Mapping[str, int]
    changes: tuple[Entry[Usulan], ...] = ()
    additions: tuple[Entry[KegiatanBaru], ...] = ()
    ceilings: tuple[Entry[PaguOpd], ...] = ()

    @property
    def opd(self) -> str:
        """Code of the agency that returned it."""
        return self.identity.opd


def read_returned(path: Path) -> tuple[Returned | None, list[Finding]]:
    """Read a returned workbook; nothing is written to it.

    Returns
    -------
    tuple
        The form (``None`` if the file is none of ours) and every finding about its cells.
    """
    if not path.is_file():
        reason = f'Berkas "{path}" tidak ada.'
        return None, [NOT_FOUND.at(Place(file=str(path)), str(path), reason, _PATH)]
    tables, found = read_xlsx(path)
    if not tables and errors(found):
        return None, list(found)
    raw = {name: _placed(table.renamed(column_of), path) for name, table in tables.items()}
    identity = _identity(raw)
    if identity is None:
        return None, [finding("KLA-U-101", Place(file=str(path)), path.name)]
    ours = {spec.name for spec in (*_INPUT, IDENTITY)}
    said = [_named(one, path) for one in found if one.place.sheet in ours]
    rows: dict[str, tuple[Entry[Any], ...]] = {}
    for spec in _INPUT:
        rows[spec.name], more = _rows(raw, spec, path)
        said.extend(more)
    counts = {name: len(table.rows) for name, table in raw.items()}
    return Returned(path, identity, counts, *(rows[spec.name] for spec in _INPUT)), said


def _identity(raw: Mapping[str, RawTable]) -> Identity | None:
    table = raw.get(IDENTITY.name)
    if table is None:
        return None
    return identity_of({row.text("kunci"): row.text("nilai") for row in table.rows})


def _rows(
    raw: Mapping[str, RawTable], spec: Table, path: Path
) -> tuple[tuple[Entry[Any], ...], list[Finding]]:
    table = raw.get(spec.name)
    if table is None:
        sheet = SHEETS[spec.name]
        return (), [finding("KLA-U-107", Place(file=str(path)), sheet, f'Lembar "{sheet}".')]
    found = check_columns(table, spec)
    entries, bad = read_rows(table.rows, spec, table.columns)
    return entries, [*found, *bad]


def _placed(table: RawTable, path: Path) -> RawTable:
    """Return a table whose places name the file too."""
    headings = tuple(_moved(cell, path) for cell in table.headings)
    rows = tuple(
        Row({name: _moved(cell, path) for name, cell in row.cells.items()}, _place(row.place, path))
        for row in table.rows
    )
    return RawTable(table.name, _place(table.place, path), headings, rows)


def _moved(cell: Cell, path: Path) -> Cell:
    return replace(cell, place=_place(cell.place, path))


def _named(one: Finding, path: Path) -> Finding:
    return replace(one, place=_place(one.place, path))


def _place(place: Place, path: Path) -> Place:
    """Several workbooks have sheets of the same name: say which one is meant."""
    sheet = SHEETS.get(place.sheet, place.sheet)
    return Place(f"{sheet} ({path.name})", place.cell, place.file)
