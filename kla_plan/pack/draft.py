"""``Draft``: a pack while it is being read, typed row by row but not yet trusted.

Checks work on a draft, because it still knows from which cell each value came.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kla_plan.findings import Place
from kla_plan.instrument import Instrument
from kla_plan.pack.cells import RawTable, Row
from kla_plan.pack.model import Profil
from kla_plan.schema import Table, table_of


@dataclass(frozen=True, slots=True)
class Entry[T]:
    """One record and the row it was read from."""

    record: T
    row: Row

    def at(self, column: str) -> Place:
        """Return the place of a column of this row."""
        return self.row.cell(column).place

    def text(self, column: str) -> str:
        """Return a column as it is written in the file."""
        return self.row.text(column)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything read so far.

    Attributes
    ----------
    slug
        Short name of the pack.
    raw
        Raw tables by name, the catalogue merged in.
    specs
        Specification of each raw table, by the table's name.
    entries
        Rows that could be read, by table.
    broken
        Names of tables in which something could not be read.
    dropped
        Rows taken out by ``dipakai`` = ``tidak``, theirs or their activity's, by table.
    profile, instrument
        ``None`` where they could not be made.
    """

    slug: str
    raw: Mapping[str, RawTable]
    specs: Mapping[str, Table]
    entries: Mapping[str, tuple[Entry[Any], ...]]
    broken: frozenset[str]
    dropped: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    profile: Profil | None = None
    instrument: Instrument | None = None

    def rows[T](self, record: type[T]) -> tuple[Entry[T], ...]:
        """Return the rows of the table that a record class specifies."""
        return self.entries.get(table_of(record).name, ())

    def codes(self, table: str) -> Mapping[str, None]:
        """Return the key codes of a table, also those of rows that could not be read."""
        raw = self.raw.get(table)
        return {} if raw is None else raw.codes(self.specs[table].keys[0].name)

    @property
    def horizon(self) -> Profil:
        """The profile; checks run only when there is one."""
        assert self.profile is not None  # noqa: S101 - narrows the type for the checks
        return self.profile

    @property
    def scored(self) -> Instrument:
        """The instrument; checks run only when there is one."""
        assert self.instrument is not None  # noqa: S101 - narrows the type for the checks
        return self.instrument
