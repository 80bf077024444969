"""From a raw table to typed rows: columns first, then keys, then every cell."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from kla_plan.findings import Finding, Place, did_you_mean
from kla_plan.pack.cells import RawTable, Row
from kla_plan.pack.checks import files as file_rules
from kla_plan.pack.checks.references import DUPLICATE
from kla_plan.pack.columns import USED
from kla_plan.pack.draft import Entry
from kla_plan.pack.parse import INVALID, parse_cell
from kla_plan.pack.source import OWN_NOTES
from kla_plan.schema import Column, Table


def check_columns(
    table: RawTable, spec: Table, *, only_keys: bool = False, may_drop: bool = False
) -> list[Finding]:
    """Return findings for missing and unknown columns.

    Parameters
    ----------
    only_keys
        Whether other columns may be missing because the catalogue supplies their values.
    may_drop
        Whether the column ``dipakai`` may be there.
    """
    names = [column.name for column in spec.columns]
    optional = [USED] if may_drop else []
    found = []
    if table.headings or table.rows:
        for column in spec.columns:
            needed = column.key and column.required if only_keys else column.required
            if needed and column.name not in table.columns:
                found.append(_missing(table, column))
    for heading in table.headings:
        known = heading.text in names or heading.text in optional
        if not known and not heading.text.startswith(OWN_NOTES):
            hint = did_you_mean(heading.text, [*names, *optional])
            reason = f'Kolom "{heading.text}" tidak dikenal pada lembar {table.name}.{hint}'
            found.append(file_rules.UNKNOWN_COLUMN.at(heading.place, heading.text, reason))
    return found


def _missing(table: RawTable, column: Column) -> Finding:
    hint = did_you_mean(column.name, table.columns)
    reason = f'Kolom wajib "{column.name}" tidak ada pada lembar {table.name}.'
    if hint:
        reason += f" Ada kolom yang mirip:{hint.removeprefix(' Apakah maksud Anda').rstrip('?')}."
    return file_rules.MISSING_COLUMN.at(
        Place(table.place.sheet, "1:1", table.place.file), column.name, reason
    )


def key_of(row: Row, spec: Table) -> tuple[str, ...]:
    """Return what identifies a row, as text; an empty key cell stands for its default."""
    return tuple(row.text(column.name) or column.default for column in spec.keys)


def unique(rows: Sequence[Row], spec: Table) -> tuple[dict[tuple[str, ...], Row], list[Finding]]:
    """Return the rows by key, the first of each, and a finding for every repetition."""
    by_key: dict[tuple[str, ...], Row] = {}
    found = []
    for row in rows:
        key = key_of(row, spec)
        first = by_key.setdefault(key, row)
        if first is not row:
            names = " + ".join(column.name for column in spec.keys)
            cell = row.cell(spec.keys[0].name)
            reason = f"Kunci {names} ini sudah ada pada {first.cell(spec.keys[0].name).place}."
            found.append(DUPLICATE.at(cell.place, " + ".join(filter(None, key)), reason))
    return by_key, found


def read_rows(
    rows: Sequence[Row], spec: Table, columns: Sequence[str]
) -> tuple[tuple[Entry[Any], ...], list[Finding]]:
    """Return the typed rows, of repeated keys the first, and every finding.

    ``columns`` as in :func:`parse_rows`.
    """
    by_key, repeated = unique(rows, spec)
    entries, bad = parse_rows(tuple(by_key.values()), spec, columns)
    return entries, [*repeated, *bad]


def parse_rows(
    rows: Sequence[Row], spec: Table, columns: Sequence[str]
) -> tuple[tuple[Entry[Any], ...], list[Finding]]:
    """Return the rows that could be read, and the findings of every cell.

    Parameters
    ----------
    columns
        Columns that the table has; a required one that is missing altogether is reported for
        the table, not again for each row.
    """
    defaults = {field.name: field for field in dataclasses.fields(spec.record)}
    entries = []
    found: list[Finding] = []
    for row in rows:
        values: dict[str, Any] = {}
        for column in spec.columns:
            declared = defaults[column.name].default
            default = INVALID if declared is dataclasses.MISSING else declared
            if default is INVALID and column.name not in columns:
                values[column.name] = INVALID
                continue
            values[column.name] = parse_cell(column, row.cell(column.name), default, found)
        if all(value is not INVALID for value in values.values()):
            entries.append(Entry(spec.record(**values), row))
    return tuple(entries), found
