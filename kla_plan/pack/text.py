"""Typed values and raw cells as the text of a data file, one way only (the canonical form).

Numbers have a decimal point and no grouping, flags are ``ya``/``tidak``, lists are joined by
semicolons. A cell that cannot be read keeps the text it has.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from kla_plan.indonesian import parse_tanggal, plain_number
from kla_plan.pack.catalogue import USED_COLUMN
from kla_plan.pack.cells import Cell, CellKind, RawTable
from kla_plan.pack.columns import CATALOGUE_TABLES
from kla_plan.pack.parse import number_in
from kla_plan.pack.refuse import NUMERIC
from kla_plan.pack.source import TABLES, spec_of
from kla_plan.schema import Column, Kind


def text_of(value: Any) -> str:
    """Write a typed value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Fraction):
        return _fraction(value)
    if isinstance(value, int | Decimal):
        return plain_number(value)
    if isinstance(value, tuple):
        return ";".join(text_of(part) for part in value)
    # A date writes itself as 2026-03-31.
    return str(value)


def _fraction(value: Fraction) -> str:
    """Write a level exactly: as a decimal where it has an end, else as ``2/3``."""
    text = plain_number(value)
    return text if Fraction(text) == value else f"{value.numerator}/{value.denominator}"


def canonical(column: Column | None, cell: Cell) -> str:
    """Write a raw cell; ``column`` is ``None`` where the heading is not ours."""
    if column is None or cell.empty:
        return cell.text
    if column.kind is Kind.FLAG and cell.kind is CellKind.FLAG:
        return text_of(cell.text == "TRUE")
    try:
        if column.kind in NUMERIC:
            return text_of(number_in(column, cell))
        if column.kind is Kind.DATE:
            return text_of(parse_tanggal(cell.text))
    except ValueError:  # what no column can read stays as it is written
        return cell.text
    return cell.text


def sheet_columns(name: str, table: RawTable | None) -> dict[str, Column | None]:
    """Return the columns that a table has when it is written: ours first, then any others."""
    spec = spec_of(name)
    columns: dict[str, Column | None] = {}
    if spec is not None:
        columns |= {column.name: column for column in spec.columns}
    if name in _MAY_DROP:
        columns[USED_COLUMN.name] = USED_COLUMN
    for heading in table.columns if table is not None else ():
        columns.setdefault(heading, None)
    return columns


def canonical_rows(columns: Mapping[str, Column | None], table: RawTable) -> list[list[str]]:
    """Return the rows of a raw table in canonical form."""
    return [
        [canonical(column, row.cell(name)) for name, column in columns.items()]
        for row in table.rows
    ]


def by_sheet_order(names: Mapping[str, object]) -> list[str]:
    """Return table names in the order of the specification, dated and unknown ones after."""
    order = {name: position for position, name in enumerate(TABLES)}
    return sorted(
        names, key=lambda name: (order.get(name.partition("_")[0] if _dated(name) else name,
                                           len(order)), name)
    )  # fmt: skip


def _dated(name: str) -> bool:
    return name not in TABLES and spec_of(name) is not None


_MAY_DROP: Final = frozenset(spec.name for spec in CATALOGUE_TABLES)
