"""Which way a year's needs enter the budget: RKPD, KUA-PPAS, or only the change of the budget."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from kla_plan.pack.columns import Opd
from kla_plan.papers.yearly.line import Line, Year, add_funds
from kla_plan.report.alignment import Alignment, Match, Status
from kla_plan.report.calendar import approval_day, change_day, submission_day

#: Funds that no OPD enters into its RKA: Dana Desa stands in the villages' own budgets, CSR in
#: those of the companies. Names as the packs use them; every one of them is to be confirmed.
OUTSIDE_FUNDS: Final = frozenset({"csr", "dana desa"})


class Stage(Enum):
    """How far the budget of a year has come on a day."""

    UNKNOWN = "hari belum ditentukan"
    OPEN = "KUA-PPAS"
    DISCUSSED = "pembahasan APBD"
    CHANGE = "perubahan APBD"
    CLOSED = "tidak dapat dianggarkan lagi"


def stage(year: int, day: date | None) -> Stage:
    """Return how far the budget of a year has come; the last day of a stage still belongs to it."""
    if day is None:
        return Stage.UNKNOWN
    limits = (
        (submission_day(year), Stage.OPEN),
        (approval_day(year), Stage.DISCUSSED),
        (change_day(year), Stage.CHANGE),
    )
    return next((found for last, found in limits if day <= last), Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class Need:
    """What one agency needs for one sub kegiatan, or for one action without an official code.

    All in whole rupiah; ``needed = outside + listed + lacking``.

    Attributes
    ----------
    code
        Official sub-kegiatan code, or the code of the action where there is none.
    outside
        Part paid by funds that stand in nobody's RKA here (see :data:`OUTSIDE_FUNDS`).
    listed
        Part that the RKPD of the year covers, as far as its rows tell.
    lacking
        What is not in the RKPD, or cannot be shown to be.
    rkpd, renja
        Status against these documents.
    pagu
        Sum of the RKPD's own rows of this agency and code; ``None`` where none says a pagu.
    """

    agency: Opd
    code: str
    coded: bool
    lines: tuple[Line, ...]
    outside: int
    listed: int
    rkpd: Status
    renja: Status
    pagu: int | None

    @property
    def needed(self) -> int:
        """Rupiah of the year."""
        return sum(line.rupiah for line in self.lines)

    @property
    def lacking(self) -> int:
        """Rupiah that must still enter the budget."""
        return self.needed - self.outside - self.listed


def needs(year: Year, found: Alignment) -> tuple[Need, ...]:
    """Return the needs of the agencies of the region's budget, in the order of the lines.

    A row of the RKPD for the very code and agency covers at most its pagu; a row without a pagu,
    or one of a higher level that the plan does not overrun, covers all of it. What the agency
    does beside the plan under the same row is not known, so ``listed`` is the most that can be
    covered.
    """
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in year.lines:
        if not line.outside:
            key = (line.agency.opd, line.code or line.activity.kegiatan)
            groups.setdefault(key, []).append(line)
    return tuple(_need(year.year, tuple(lines), found) for lines in groups.values())


def _need(year: int, lines: tuple[Line, ...], found: Alignment) -> Need:
    first = lines[0]
    rkpd, renja = (_match(found, lines, kind, year) for kind in ("rkpd", "renja"))
    needed = sum(line.rupiah for line in lines)
    outside = sum(rupiah for fund, rupiah in add_funds(lines) if fund.casefold() in OUTSIDE_FUNDS)
    own = _own_pagu(rkpd, first)
    listed = _listed(rkpd, own, needed - outside) if first.code else 0
    return Need(
        first.agency,
        first.code or first.activity.kegiatan,
        bool(first.code),
        lines,
        outside,
        listed,
        rkpd.status if rkpd else Status.UNKNOWN,
        renja.status if renja else Status.UNKNOWN,
        own,
    )


def _match(found: Alignment, lines: Iterable[Line], kind: str, year: int) -> Match | None:
    for line in lines:
        action = found.actions.get(line.activity.kegiatan)
        for match in action.of(kind) if action else ():
            if match.year == year:
                return match
    return None


def _own_pagu(match: Match | None, line: Line) -> int | None:
    known = [
        row.pagu
        for row in (match.lines if match else ())
        if row.kode == line.code and row.opd == line.agency.opd and row.pagu is not None
    ]
    return sum(known) if known else None


def _listed(match: Match | None, own: int | None, wanted: int) -> int:
    if match is None or not match.lines:
        return 0
    if own is not None:
        return min(wanted, own)
    return 0 if match.status is Status.OVER else wanted


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over needs, in whole rupiah."""

    needed: int
    outside: int
    listed: int
    lacking: int


def totals(rows: Sequence[Need]) -> Totals:
    """Add needs up."""
    return Totals(
        sum(row.needed for row in rows),
        sum(row.outside for row in rows),
        sum(row.listed for row in rows),
        sum(row.lacking for row in rows),
    )


def by_agency(rows: Sequence[Need]) -> Mapping[str, tuple[Need, ...]]:
    """Return the needs by agency code, in their order."""
    groups: dict[str, list[Need]] = {}
    for row in rows:
        groups.setdefault(row.agency.opd, []).append(row)
    return {agency: tuple(own) for agency, own in groups.items()}


def ways(where: Stage, lacking: int) -> tuple[int | None, int | None]:
    """Return what goes into KUA-PPAS and what only into the change of the budget.

    Without a day both hold the whole: they are alternatives, not parts. ``None`` marks a way
    that is closed.
    """
    return {
        Stage.UNKNOWN: (lacking, lacking),
        Stage.OPEN: (lacking, None),
        Stage.DISCUSSED: (lacking, None),
        Stage.CHANGE: (None, lacking),
        Stage.CLOSED: (None, None),
    }[where]
