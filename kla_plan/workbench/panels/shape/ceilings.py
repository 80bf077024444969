"""Ceilings as lines of a grid, and a pack with other ceilings; the pack's file stays as it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import rupiah_short
from kla_plan.pack.cells import Row
from kla_plan.pack.checks.ceilings import NO_BOUND, floor_above, unbounded
from kla_plan.pack.checks.money import small_money
from kla_plan.pack.columns import Pagu
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.model import Pack

#: What stands beside an amount that a planner typed: nobody has given a source for it yet.
SHAPED: Final = "Diubah perencana di meja kerja; cocokkan dengan pagu resmi."
#: Key and heading of the column for amounts over the whole horizon.
WHOLE: Final = "semua"
_ZERO: Final = "Tulis 0 bila dananya tidak ada."

type Bound = Literal["batas_atas", "batas_bawah"]
#: Year (``None``: all together), fund, OPD.
type Key = tuple[int | None, str, str]
type Amounts = Mapping[Key, int | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a grid: a fund, an OPD, or both; empty means all."""

    fund: str
    opd: str

    @property
    def label(self) -> str:
        """How the line is called."""
        return " · ".join(filter(None, (self.opd, self.fund))) or "Seluruh belanja"


def key_of(row: Pagu) -> Key:
    """Return what identifies a row of ``pagu``."""
    return (row.tahun, row.sumber_dana, row.opd)


def lines_of_funds(*packs: Pack) -> tuple[Line, ...]:
    """Return a line for each fund, and for all money where it is bounded as a whole.

    Lines stand in the order of the first pack, so that they stay where they are while the second
    one is shaped.
    """
    rows = [row for pack in packs for row in pack.ceilings if not row.opd]
    return tuple(dict.fromkeys(Line(row.sumber_dana, "") for row in rows))


def lines_of_opds(*packs: Pack) -> tuple[Line, ...]:
    """Return a line for each OPD with a ceiling, then for the others that spend money."""
    found: list[Line] = []
    for pack in packs:
        found += [Line(row.sumber_dana, row.opd) for row in pack.ceilings if row.opd]
        spenders = {a.opd for code, a in pack.activities.items() if pack.costs_of(code)}
        found += [Line("", opd) for opd in pack.opds if opd in spenders]
    return tuple(dict.fromkeys(found))


def periods(loaded: Pack, pack: Pack, lines: Sequence[Line]) -> tuple[int | None, ...]:
    """Return the years still to be planned; first all together, where a line is bounded so."""
    rows = (*loaded.ceilings, *pack.ceilings)
    has = {(row.sumber_dana, row.opd) for row in rows if row.tahun is None}
    whole: tuple[int | None, ...] = (None,)
    shown = any((line.fund, line.opd) in has for line in lines)
    return (*(whole if shown else ()), *pack.planned_years)


def amounts(pack: Pack, bound: Bound) -> dict[Key, int]:
    """Return the amounts of one bound by key."""
    found = {key_of(row): getattr(row, bound) for row in pack.ceilings}
    return {key: amount for key, amount in found.items() if amount is not None}


def with_amounts(pack: Pack, loaded: Pack, changes: Mapping[Bound, Amounts]) -> Pack:
    """Return the pack with other bounds.

    Parameters
    ----------
    pack, loaded
        The pack in use, and as it was read: an amount that is back at the one read gets its
        source back too.
    changes
        New amounts by bound and key; ``None`` takes a bound away.
    """
    read = {key_of(row): row for row in loaded.ceilings}
    rows = {key_of(row): row for row in pack.ceilings}
    for bound, wanted in changes.items():
        for key, amount in wanted.items():
            row = rows.get(key) or _empty(key)
            if getattr(row, bound) != amount:
                rows[key] = _changed(row, bound, amount)
    kept = {key: _with_source(row, read.get(key)) for key, row in rows.items() if _bounds(row)}
    order = [*(key for key in read if key in kept), *(key for key in kept if key not in read)]
    return replace(pack, ceilings=tuple(kept[key] for key in order))


def _empty(key: Key) -> Pagu:
    year, fund, opd = key
    return Pagu(tahun=year, sumber_dana=fund, opd=opd)


def _changed(row: Pagu, bound: Bound, amount: int | None) -> Pagu:
    if bound == "batas_atas":
        return replace(row, batas_atas=amount, sumber="", asumsi=SHAPED)
    return replace(row, batas_bawah=amount, sumber="", asumsi=SHAPED)


def _bounds(row: Pagu) -> bool:
    return row.batas_atas is not None or row.batas_bawah is not None


def _with_source(row: Pagu, read: Pagu | None) -> Pagu:
    if read is None or (row.batas_atas, row.batas_bawah) != (read.batas_atas, read.batas_bawah):
        return row
    return read


def ceiling_findings(pack: Pack, loaded: Pack) -> Iterator[Finding]:
    """Yield what the pack's own checks say about its ceilings; the place's cell is the row.

    A fund of the pack as it was read that no ceiling names any more is a fault, too: nothing
    could be paid from it.
    """
    entries = tuple(Entry(row, Row({}, Place("pagu", place_of(row)))) for row in pack.ceilings)
    draft = Draft(
        slug=pack.slug,
        raw={},
        specs={},
        entries={"pagu": entries},
        broken=frozenset(),
        profile=pack.profile,
    )
    yield from floor_above(draft)
    yield from unbounded(draft)
    yield from small_money(draft)
    for fund in loaded.funds:
        if fund not in pack.funds:
            lost = f"Sumber dana {fund} tidak punya pagu lagi."
            yield NO_BOUND.at(Place("pagu", fund), fund, lost, _ZERO)


def place_of(row: Pagu) -> str:
    """Return how a row of ``pagu`` is called in a finding."""
    return f"{Line(row.sumber_dana, row.opd).label} {row.tahun or 'semua tahun'}"


def totals(lines: Sequence[Line], top: Amounts, years: Sequence[int | None]) -> dict[str, str]:
    """Return the sum over the lines by column key, as written; nothing where one is unbounded."""
    found = {}
    for year in years:
        column = [top.get((year, line.fund, line.opd)) for line in lines]
        bounded = [amount for amount in column if amount is not None]
        complete = len(bounded) == len(column)
        found[column_key(year)] = rupiah_short(sum(bounded)) if complete else "tanpa batas"
    return found


def column_key(year: int | None) -> str:
    """Return the key of a year's column."""
    return WHOLE if year is None else str(year)
