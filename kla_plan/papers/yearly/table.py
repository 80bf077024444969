"""A sheet as columns that each know what to show of a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kla_plan.report.excel.book import Book, Column

type Show = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Field:
    """One column and what it shows of a row."""

    column: Column
    show: Show


def field(head: str, kind: str, width: float, show: Show, *, total: bool = False) -> Field:
    """Return a column that shows something of a row."""
    return Field(Column(head, kind, width, total), show)


def write_table(
    book: Book, name: str, note: str, fields: Sequence[Field], rows: Sequence[object], frozen: int
) -> None:
    """Write a sheet, unless there is nothing to write: an empty sheet only puzzles."""
    if rows:
        cells = [[one.show(row) for one in fields] for row in rows]
        book.sheet(name, note, [one.column for one in fields], cells, frozen=frozen)
