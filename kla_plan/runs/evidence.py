"""A filled-in evidence tracker becomes a new pack folder; the pack itself stays as it is."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kla_plan.findings import Finding, Place, raise_errors
from kla_plan.pack.assemble import assemble
from kla_plan.pack.cells import Cell, CellKind, RawTable, Row
from kla_plan.pack.new import TEMPLATES
from kla_plan.pack.output import write_new_folder
from kla_plan.pack.read import load_pack
from kla_plan.pack.records import Bukti
from kla_plan.pack.source import read_raw
from kla_plan.pack.tables import key_of
from kla_plan.pack.text import text_of
from kla_plan.pack.workbook import refuse_loss
from kla_plan.pack.write import write_raw_folder
from kla_plan.papers.evidence.merge import Merged, merge
from kla_plan.papers.evidence.returned import read_tracker
from kla_plan.runs.inputs import carry_scenarios, folder_of
from kla_plan.schema import table_of

_BUKTI = table_of(Bukti)


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What a tracker changed: the new folder, the changes, and what was noticed on the way."""

    folder: Path
    merged: Merged
    warnings: tuple[Finding, ...]


def bring_back(source: str | Path, tracker: Path, target: Path) -> BroughtBack:
    """Write a pack folder whose table ``bukti`` holds what a tracker says.

    Everything else of the pack, its scenarios and its own Word templates go along unchanged.

    Parameters
    ----------
    source
        The pack: a folder, a workbook, or the name of a shipped pack. It is only read.

    Raises
    ------
    FindingsError
        With every fault of the tracker, if the pack has errors, or if the target is taken.
    """
    pack = load_pack(source)
    given, read = read_tracker(tracker, pack)
    raise_errors(read)
    merged, compared = merge(pack, given)
    raise_errors((*read, *compared))
    raw = read_raw(source)
    refuse_loss(raw, assemble(raw)[1])
    tables = {**raw.tables, _BUKTI.name: _table(raw.tables.get(_BUKTI.name), merged)}

    def write(folder: Path) -> None:
        write_raw_folder(tables, folder)
        load_pack(folder)
        carry_scenarios(source, folder)
        own = folder_of(source) / TEMPLATES
        if own.is_dir():
            shutil.copytree(own, folder / TEMPLATES)

    write_new_folder(target, write)
    return BroughtBack(target, merged, (*read, *compared))


def _table(old: RawTable | None, merged: Merged) -> RawTable:
    """Return the table with changed and new rows; the planner's own columns stay."""
    table = old or RawTable(_BUKTI.name, Place(sheet=_BUKTI.name))
    changed: dict[tuple[str, ...], Bukti] = dict(merged.changed.items())
    rows = [_row(row, changed.get(key_of(row, _BUKTI))) for row in table.rows]
    added = [_row(Row({}, table.place), record) for record in merged.new.values()]
    return RawTable(table.name, table.place, table.headings, (*rows, *added))


def _row(row: Row, record: Bukti | None) -> Row:
    if record is None:
        return row
    return Row({**row.cells, **_cells(record, row)}, row.place)


def _cells(record: Bukti, row: Row) -> Mapping[str, Cell]:
    texts = {column.name: text_of(getattr(record, column.name)) for column in _BUKTI.columns}
    return {
        name: Cell(CellKind.TEXT if text else CellKind.EMPTY, text, row.place)
        for name, text in texts.items()
    }
