"""Raw tables: every cell as it stands in the file, with its place.

CSV files and workbooks are read into the same objects, so that everything after the readers
(catalogue, parsing, checks) knows neither.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from openpyxl.utils import get_column_letter

from kla_plan.findings import Finding, Place


class CellKind(StrEnum):
    """What a cell is in its file; a CSV file knows only empty and text."""

    EMPTY = "kosong"
    TEXT = "teks"
    NUMBER = "bilangan"
    DATE = "tanggal"
    FLAG = "benar/salah"
    ERROR = "galat"
    FORMULA = "rumus tanpa nilai"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: kind, content as trimmed text (numbers with a decimal point), and place."""

    kind: CellKind
    text: str
    place: Place

    @property
    def empty(self) -> bool:
        """Whether nothing is in the cell."""
        return self.kind is CellKind.EMPTY


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column name, and the place of its first cell."""

    cells: Mapping[str, Cell]
    place: Place

    def cell(self, column: str) -> Cell:
        """Return the cell of a column; an empty one at the row's place where there is none."""
        found = self.cells.get(column)
        return found if found is not None else Cell(CellKind.EMPTY, "", self.place)

    def text(self, column: str) -> str:
        """Return the content of a cell as text."""
        return self.cell(column).text


@dataclass(frozen=True, slots=True)
class RawTable:
    """One sheet or CSV file: headings and non-empty rows, in file order."""

    name: str
    place: Place
    headings: tuple[Cell, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(cell.text for cell in self.headings)

    def codes(self, column: str) -> dict[str, None]:
        """Return the distinct contents of a column, in file order."""
        return dict.fromkeys(text for row in self.rows if (text := row.text(column)))

    def renamed(self, name_of: Callable[[str], str]) -> "RawTable":
        """Return the table with other names of its columns."""
        headings = tuple(replace(cell, text=name_of(cell.text)) for cell in self.headings)
        rows = tuple(
            Row({name_of(name): cell for name, cell in row.cells.items()}, row.place)
            for row in self.rows
        )
        return RawTable(self.name, self.place, headings, rows)


@dataclass(frozen=True, slots=True)
class RawPack:
    """Every table of a folder or workbook by name, and what was wrong on the way in."""

    slug: str
    path: Path
    tables: Mapping[str, RawTable] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def table_name(text: str) -> str:
    """Return the table that a sheet or file name stands for: case and outer spaces are ignored."""
    return text.strip().casefold()


def column_name(text: str) -> str:
    """Return the column that a heading stands for: case and outer spaces are ignored."""
    return " ".join(text.split()).casefold()


def clean(text: str) -> str:
    """Trim a text as a reader sees it: outer spaces (also non-breaking), one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip().strip("\ufeff\u200b").strip()


@lru_cache(maxsize=4096)
def address(row: int, column: int) -> str:
    """Return the address of a cell, both numbers from 1: ``C7``."""
    return f"{get_column_letter(column)}{row}"


def not_empty(cells: Iterable[Cell]) -> bool:
    """Whether a row holds anything."""
    return any(not cell.empty for cell in cells)
