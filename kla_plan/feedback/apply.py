"""Changes as rows of the pack's own tables: a cell set, a row added, nothing else touched."""

from collections.abc import Mapping, Sequence
from typing import Final

from kla_plan.feedback.result import Change, Filled
from kla_plan.findings import Place
from kla_plan.pack.cells import Cell, CellKind, RawPack, RawTable, Row
from kla_plan.pack.columns import CATALOGUE_TABLES, USED
from kla_plan.pack.source import TABLES
from kla_plan.pack.tables import key_of

#: Tables whose rows say where a figure comes from; a proposed figure comes from its agency.
_SOURCED: Final = frozenset({"biaya", "pagu"})


def lay_over(
    pack: RawPack,
    changes: Sequence[Change],
    rows: Mapping[str, Sequence[Mapping[str, Filled]]],
) -> RawPack:
    """Return a pack's raw tables with changes in them.

    Every new cell carries the place of the form it comes from, so that the checks of the pack
    point there. An activity that is taken out keeps its rows, with ``dipakai`` = ``tidak``.

    Parameters
    ----------
    changes
        Cells to set; those of new activities are in ``rows`` already.
    rows
        Rows to add, by table.
    """
    tables = dict(pack.tables)
    for change in changes:
        cells = {change.column: Filled(change.new, change.place)}
        if change.table in _SOURCED:
            cells["sumber"] = Filled(f"Usulan {change.who}", change.place)
        tables[change.table] = _set(tables, change.table, change.key, cells)
        if change.column == USED:
            tables |= _without(tables, change.key[0], change.place)
    for name, added in rows.items():
        for row in added:
            tables[name] = _add(_table(tables, name), row)
    return RawPack(pack.slug, pack.path, tables, pack.findings)


def _table(tables: Mapping[str, RawTable], name: str) -> RawTable:
    return tables.get(name) or RawTable(name, Place(sheet=name))


def _set(
    tables: Mapping[str, RawTable],
    name: str,
    key: tuple[str, ...],
    cells: Mapping[str, Filled],
) -> RawTable:
    """Return a table with cells of one row set; the row is added where there is none."""
    table, spec = _table(tables, name), TABLES[name]
    wanted = tuple(text or column.default for text, column in zip(key, spec.keys, strict=True))
    place = next(iter(cells.values())).place
    for number, row in enumerate(table.rows):
        if key_of(row, spec) == wanted:
            merged = Row({**row.cells, **_cells(cells)}, row.place)
            rows = (*table.rows[:number], merged, *table.rows[number + 1 :])
            return _with(table, rows, cells)
    named = {c.name: Filled(text, place) for c, text in zip(spec.keys, key, strict=True)}
    return _add(table, named | dict(cells))


def _add(table: RawTable, row: Mapping[str, Filled]) -> RawTable:
    place = next(iter(row.values())).place
    return _with(table, (*table.rows, Row(_cells(row), place)), row)


def _with(table: RawTable, rows: tuple[Row, ...], named: Mapping[str, Filled]) -> RawTable:
    """Return a table with other rows, and headings for the columns that they name."""
    missing = [name for name in named if name not in table.columns]
    more = tuple(Cell(CellKind.TEXT, name, named[name].place) for name in missing)
    return RawTable(table.name, table.place, (*table.headings, *more), rows)


def _cells(cells: Mapping[str, Filled]) -> dict[str, Cell]:
    return {
        name: Cell(CellKind.TEXT if one.text else CellKind.EMPTY, one.text, one.place)
        for name, one in cells.items()
    }


def _without(tables: Mapping[str, RawTable], activity: str, place: Place) -> dict[str, RawTable]:
    """Return the other tables with an activity's own rows marked as not used."""
    mark = {USED: Filled("tidak", place)}
    found = {}
    for spec in CATALOGUE_TABLES[1:]:
        table = tables.get(spec.name)
        if table is None or activity not in table.codes("kegiatan"):
            continue
        rows = tuple(
            Row({**row.cells, **_cells(mark)}, row.place)
            if row.text("kegiatan") == activity else row
            for row in table.rows
        )  # fmt: skip
        found[spec.name] = _with(table, rows, mark)
    return found
