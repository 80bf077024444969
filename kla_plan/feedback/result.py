"""What becomes of the answers: changes to apply, conflicts to decide, wishes no table can hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kla_plan.findings import Place
from kla_plan.pack.cells import RawTable


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of the pack that becomes another one.

    Attributes
    ----------
    table, key, column
        Where: the table of the pack, the key of its row, the column.
    subject
        What the row is about, in Indonesian: code and name of an activity, year and fund.
    old, new
        Content in canonical form, as in a data file; empty: nothing was there.
    who, why
        Agencies that proposed it, and their reasons.
    place
        Cell of the form that it comes from.
    """

    table: str
    key: tuple[str, ...]
    column: str
    subject: str
    old: str
    new: str
    who: str
    why: str
    place: Place

    @property
    def cell(self) -> tuple[str, tuple[str, ...], str]:
        """What identifies the cell of the pack."""
        return self.table, self.key, self.column


@dataclass(frozen=True, slots=True)
class Side:
    """What one party says in a conflict: who, what, why, and in which cell of its form."""

    who: str
    says: str
    why: str = ""
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that is not applied until somebody has decided.

    Attributes
    ----------
    kind
        What sort of conflict, in Indonesian.
    subject, current
        What it is about, and how it stands now.
    sides
        What each party says, side by side.
    decision
        The decision needed.
    by
        Who decides.
    """

    kind: str
    subject: str
    current: str
    sides: tuple[Side, ...]
    decision: str
    by: str


@dataclass(frozen=True, slots=True)
class Note:
    """A wish that needs no row of the pack, or that no row can express, and why."""

    subject: str
    side: Side
    reason: str


@dataclass(frozen=True, slots=True)
class CeilingSum:
    """Ceilings of all agencies of one year and fund, added up.

    Attributes
    ----------
    name
        Year and fund, in Indonesian.
    before, after
        Whole rupiah now, and with every proposal.
    limit
        The region's own ceiling; ``None``: there is none.
    """

    name: str
    before: int
    after: int
    limit: int | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What one part of the answers comes to."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[Note, ...] = ()
    dropped: tuple[Change, ...] = ()
    rows: Mapping[str, tuple[Mapping[str, "Filled"], ...]] = field(default_factory=dict)
    sums: tuple[CeilingSum, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The content of a cell of a new row, and the cell of the form that it comes from."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Tally:
    """How an agency answered: rows by answer, and what else it proposed.

    ``returned`` is empty where no form of the agency was read.
    """

    opd: str
    name: str
    returned: str
    yes: int = 0
    change: int = 0
    refuse: int = 0
    silent: int = 0
    additions: int = 0
    ceilings: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that came of the returned forms.

    Attributes
    ----------
    region
        Full name of the region.
    changes
        Cells that change; activities that are taken out are changes of ``dipakai``.
    conflicts, notes
        What has to be decided, and what no table holds.
    sums
        Ceilings of the agencies added up, where one of them is to change.
    tallies
        How each agency answered.
    tables
        The pack's own raw tables with the changes in them.
    """

    region: str
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    notes: tuple[Note, ...]
    sums: tuple[CeilingSum, ...]
    tallies: tuple[Tally, ...]
    tables: Mapping[str, RawTable]
