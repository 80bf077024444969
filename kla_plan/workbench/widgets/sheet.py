"""``Sheet``: the contents of a grid at one moment; editing returns another one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kla_plan.workbench.widgets.cells import copied, shown
from kla_plan.workbench.widgets.reading import UnreadableError, read_cell

type Row = Mapping[str, Any]
type Address = tuple[int, str]
#: Row, key of the column, text.
type Change = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that was typed and cannot be read: the text, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns, rows of values, and the texts that could not be read.

    Attributes
    ----------
    rows
        One mapping per row; a cell with an unread text keeps its last value.
    unread
        By row and column key.
    """

    columns: Sequence[Mapping[str, Any]]
    rows: tuple[Row, ...]
    unread: Mapping[Address, Unread] = field(default_factory=dict)

    def edit(self, changes: Iterable[Change]) -> "Sheet":
        """Return the sheet with texts written into cells; cells that are read-only stay."""
        specs = {column["key"]: column for column in self.columns}
        rows, unread = [dict(row) for row in self.rows], dict(self.unread)
        for place, key, text in changes:
            column = specs.get(key)
            if column is None or not column["editable"] or not 0 <= place < len(rows):
                continue
            unread.pop((place, key), None)
            try:
                rows[place][key] = read_cell(column, text)
            except UnreadableError as error:
                unread[place, key] = Unread(text, str(error))
        return replace(self, rows=tuple(rows), unread=unread)

    def texts(self) -> list[list[list[str]]]:
        """Return, by row and column, the text shown and the text that is copied."""
        return [
            [self._text(place, row, column) for column in self.columns]
            for place, row in enumerate(self.rows)
        ]

    def _text(self, place: int, row: Row, column: Mapping[str, Any]) -> list[str]:
        key = column["key"]
        wrong = self.unread.get((place, key))
        if wrong is not None:
            return [wrong.text, wrong.text]
        value = row.get(key)
        return [_editable(column["kind"], value), copied(column["kind"], value)]

    def errors(self) -> list[dict[str, Any]]:
        """Return what could not be read: ``row, key, text``, in reading order."""
        order = {column["key"]: n for n, column in enumerate(self.columns)}
        addresses = sorted(self.unread, key=lambda at: (at[0], order.get(at[1], 0)))
        return [{"row": row, "key": key, "text": self._said(row, key)} for row, key in addresses]

    def _said(self, row: int, key: str) -> str:
        column = next(c for c in self.columns if c["key"] == key)
        before = shown(column["kind"], self.rows[row].get(key)) or "kosong"
        return f"{self.unread[row, key].reason} Sementara tetap dipakai: {before}."


def _editable(kind: str, value: object) -> str:
    """Return a value so that it can be read back: no "Rp", and no figure with two readings."""
    text = shown(kind, value)
    return text.replace(".", "") if kind == "angka" else text.removeprefix("Rp")
