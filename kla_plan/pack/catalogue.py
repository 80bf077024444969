"""The shared catalogue under a pack: rows are overridden one by one (contract section 2).

The merge works on raw cells, so that every later finding cites the file its cell came from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kla_plan.findings import Finding, Severity, did_you_mean
from kla_plan.pack.cells import Cell, CellKind, RawTable, Row
from kla_plan.pack.checks import dropped as rules
from kla_plan.pack.columns import CATALOGUE_TABLES, USED
from kla_plan.pack.parse import parse_cell
from kla_plan.pack.tables import key_of, unique
from kla_plan.schema import Column, Kind, Table

USED_COLUMN: Final = Column(
    USED,
    Kind.FLAG,
    "tidak: baris katalog dengan kunci ini tidak dipakai di paket ini.",
    default="ya",
)


@dataclass(frozen=True, slots=True)
class Merged:
    """Tables with the catalogue merged in, the rows taken out, and findings."""

    tables: Mapping[str, RawTable]
    dropped: Mapping[str, tuple[Row, ...]]
    findings: tuple[Finding, ...]


def merge(own: Mapping[str, RawTable], base: Mapping[str, RawTable]) -> Merged:
    """Lay a pack's rows over the catalogue's.

    The same key overrides, an empty cell keeps the catalogue's value, ``dipakai`` = ``tidak``
    takes the row out; an activity taken out takes its catalogue rows in the other tables along.

    Parameters
    ----------
    own, base
        Raw tables by name, of the pack and of the catalogue (empty: the pack stands alone).
    """
    tables: dict[str, RawTable] = {}
    dropped: dict[str, tuple[Row, ...]] = {}
    found: list[Finding] = []
    gone: set[str] = set()
    for spec in CATALOGUE_TABLES:
        mine, theirs = own.get(spec.name), base.get(spec.name)
        if mine is None and theirs is None:
            continue
        kept, out = _merge_table(spec, mine, theirs, gone, found)
        if spec.name == "kegiatan":
            gone = {row.text("kegiatan") for row in out}
        table = mine or theirs
        assert table is not None  # noqa: S101 - one of the two is there
        headings = tuple({c.text: c for t in (theirs, mine) if t for c in t.headings}.values())
        tables[spec.name] = RawTable(spec.name, table.place, headings, kept)
        dropped[spec.name] = out
    return Merged(tables, dropped, tuple(found))


def _merge_table(
    spec: Table,
    own: RawTable | None,
    base: RawTable | None,
    gone: set[str],
    found: list[Finding],
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    mine, repeated = unique(own.rows if own else (), spec)
    theirs, shipped_twice = unique(base.rows if base else (), spec)
    found.extend([*repeated, *shipped_twice])
    kept: list[Row] = []
    out: list[Row] = []
    for key in dict.fromkeys([*theirs, *mine]):
        row = _overlay(mine.get(key), theirs.get(key))
        if not _used(row, found):
            if key not in theirs and base is not None:
                found.append(_nothing_to_drop(row, spec))
            out.append(row)
        elif key not in mine and row.text("kegiatan") in gone:
            out.append(row)
        elif theirs and key not in theirs and _says_little(row, spec):
            found.append(_nothing_to_change(row, [code for code, *_ in theirs]))
        else:
            kept.append(row)
    return tuple(kept), tuple(out)


def _overlay(mine: Row | None, theirs: Row | None) -> Row:
    if mine is None or theirs is None:
        row = mine or theirs
        assert row is not None  # noqa: S101 - the key came from one of the two
        return row
    cells: dict[str, Cell] = dict(theirs.cells)
    for name, cell in mine.cells.items():
        if not cell.empty or name not in cells or cells[name].empty:
            cells[name] = cell
    return Row(cells, mine.place)


def _used(row: Row, found: list[Finding]) -> bool:
    cell = row.cells.get(USED, Cell(CellKind.EMPTY, "", row.place))
    mine: list[Finding] = []
    value = parse_cell(USED_COLUMN, cell, default=True, found=mine)
    found.extend(mine)
    # A row whose flag cannot be read stays in, so that its other cells are looked at too.
    return not (value is False and all(f.severity is Severity.WARNING for f in mine))


def _says_little(row: Row, spec: Table) -> bool:
    """Whether a row is too empty for a new activity, so that it was meant to change one.

    Whoever writes a new activity begins with its name.
    """
    if spec.name != "kegiatan" or not row.text("kegiatan") or row.text("nama"):
        return False
    needed = [c.name for c in spec.columns if c.required and not c.key]
    return 2 * sum(1 for name in needed if row.text(name)) < len(needed)


def _nothing_to_change(row: Row, codes: Sequence[str]) -> Finding:
    code = row.text("kegiatan")
    reason = f'Kegiatan "{code}" tidak ada di katalog.{did_you_mean(code, codes)}'
    return rules.UNKNOWN_OVERRIDE.at(row.cell("kegiatan").place, code, reason)


def _nothing_to_drop(row: Row, spec: Table) -> Finding:
    key = " + ".join(filter(None, key_of(row, spec)))
    reason = f"Baris {key} tidak ada di katalog, sehingga tidak ada yang dibuang."
    return rules.NOTHING_TO_DROP.at(row.cell(USED).place, key, reason)
