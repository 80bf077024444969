"""Which region, plan, pack and agency a form belongs to; and the seal of a row."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from kla_plan.feedback.form import SEALED
from kla_plan.pack.model import Pack
from kla_plan.pack.text import text_of
from kla_plan.plan.plan import Plan
from kla_plan.schema import table_of

#: Says that a workbook is a form of ours, and in which layout.
LAYOUT: Final = "kla-plan usulan OPD 1"
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the hidden sheet of a form says.

    Attributes
    ----------
    bentuk
        Layout of the form.
    kode_wilayah, slug, opd
        Region, pack and agency.
    rencana, paket
        Fingerprints of the plan and of the data that its changes are measured against.
    baris_usulan, baris_pagu
        How many locked rows the two sheets have.
    """

    bentuk: str
    kode_wilayah: str
    slug: str
    opd: str
    rencana: str
    paket: str
    baris_usulan: str
    baris_pagu: str

    def rows(self) -> list[tuple[str, str]]:
        """Return the rows of the sheet."""
        return [(one.name, getattr(self, one.name)) for one in fields(self)]


def identity_of(facts: Mapping[str, str]) -> Identity | None:
    """Return the identity that a sheet holds; ``None`` if it holds none of this layout."""
    names = [one.name for one in fields(Identity)]
    if facts.get("bentuk") != LAYOUT or any(name not in facts for name in names):
        return None
    return Identity(**{name: facts[name] for name in names})


@dataclass(frozen=True, slots=True)
class Marks:
    """Fingerprints of a plan and of its pack."""

    plan: str
    pack: str


def marks_of(plan: Plan) -> Marks:
    """Return both fingerprints; they are the same for every agency."""
    return Marks(plan_mark(plan), pack_mark(plan.pack))


def plan_mark(plan: Plan) -> str:
    """Return the fingerprint of a plan: its volumes and its rupiah."""
    lines = [f"{a};{t};{text_of(v)}" for (a, t), v in sorted(plan.volumes.items())]
    lines += [f"{a};{t};{f};{r}" for (a, t, f), r in sorted(plan.spending.items())]
    return _digest([pack_mark(plan.pack), *lines])


def pack_mark(pack: Pack) -> str:
    """Return the fingerprint of what a form asks about.

    Activities, prices, prerequisites, ceilings and agencies count; answers, evidence and
    realisation of quarters may have been added since without making a form outdated.
    """
    head = [pack.profile.code, *(str(year) for year in pack.planned_years)]
    tables: tuple[Iterable[Any], ...] = (
        pack.opds.values(),
        pack.activities.values(),
        pack.costs,
        pack.prerequisites,
        pack.ceilings,
    )
    rows = [_line(record) for records in tables for record in records]
    return _digest([*head, *sorted(rows)])


def seal(table: str, row: object) -> str:
    """Return the fingerprint of the locked cells of a row."""
    return _digest([text_of(getattr(row, name)) for name in SEALED[table]])


def _line(record: Any) -> str:
    spec = table_of(type(record))
    return "\x1f".join([spec.name, *(text_of(getattr(record, c.name)) for c in spec.columns)])


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()[:_DIGITS]
