"""What has been read of a pack so far, while tables are typed one after another."""

from dataclasses import dataclass, field
from typing import Any

from kla_plan.findings import Finding, errors
from kla_plan.pack.cells import RawTable
from kla_plan.pack.draft import Entry
from kla_plan.pack.tables import parse_rows, read_rows
from kla_plan.schema import Table


@dataclass(slots=True)
class Work:
    """What has been read so far; findings in reading order."""

    raw: dict[str, RawTable] = field(default_factory=dict)
    entries: dict[str, tuple[Entry[Any], ...]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    found: list[Finding] = field(default_factory=list)

    def read(self, table: RawTable, spec: Table, *, distinct: bool = False) -> None:
        """Type one table; ``distinct`` if its repeated keys are already reported."""
        self.raw[table.name] = table
        if distinct:
            entries, found = parse_rows(table.rows, spec, [c.name for c in spec.columns])
        else:
            entries, found = read_rows(table.rows, spec, table.columns)
        self.entries[table.name] = entries
        self.add(table.name, found)

    def add(self, name: str, found: list[Finding]) -> None:
        """Keep findings of a table."""
        self.found.extend(found)
        if errors(found):
            self.broken.add(name)
