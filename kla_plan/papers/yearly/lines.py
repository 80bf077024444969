"""What one year of a plan does and pays, action by action and sub kegiatan by sub kegiatan."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from kla_plan.indonesian import join, number
from kla_plan.pack.columns import Kegiatan, Opd
from kla_plan.papers.yearly.forward import Forward, forward
from kla_plan.plan.plan import Plan
from kla_plan.report.nomenclature import why_not_official
from kla_plan.report.sentences.words import spans
from kla_plan.report.tables import REALISED_FUND

#: Units that are places themselves.
_PLACES = {
    "kecamatan": ("kecamatan",),
    "kelurahan": ("kelurahan",),
    "desa": ("desa",),
    "desa/kelurahan": ("desa", "kelurahan"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One action in one year; rupiah are whole, volumes those of the plan.

    Attributes
    ----------
    agency
        Who answers for it, and in whose budget it stands.
    why_open
        Why its code cannot be entered into SIPD; empty where the code is official.
    volumes
        Volume of the year before, of the year and of the year after; ``None`` where not active.
    funds
        Rupiah of the year by fund, in the pack's order.
    before, after
        Rupiah of the neighbouring years; ``None`` for a year before the plan. After the last year
        it is what this plan's own deliveries still cost then.
    carried
        Rupiah of the year that earlier years' deliveries cost (upkeep, later instalments);
        ``None`` for a realised year, whose spending is not split.
    deliveries
        Earlier years whose deliveries cost something in this year.
    points, points_max
        Points of the action's indicator at the end of the year, and its maximum.
    """

    activity: Kegiatan
    agency: Opd
    why_open: str
    volumes: tuple[Decimal | None, Decimal | None, Decimal | None]
    funds: tuple[tuple[str, int], ...]
    rupiah: int
    before: int | None
    after: int
    carried: int | None
    deliveries: tuple[int, ...]
    indicator: str
    points: Fraction
    points_max: Decimal
    place: str

    @property
    def code(self) -> str:
        """Official code of the sub kegiatan; empty where there is none."""
        return "" if self.why_open else self.activity.sub_kegiatan

    @property
    def outside(self) -> bool:
        """Whether the agency is none of the region's budget, so that RKPD cannot hold it."""
        return self.agency.jenis != "apbd"

    @property
    def pays_only(self) -> bool:
        """Whether the year delivers nothing and only pays for earlier work."""
        return self.volumes[1] is None

    @property
    def output(self) -> str:
        """Output indicator as entered; the name of the action where none is."""
        return self.activity.indikator_kinerja or f"Terlaksananya {self.activity.nama}"

    def target(self, which: int = 1) -> str:
        """Volume with unit of the year before (0), of the year (1) or after (2), or empty."""
        volume = self.volumes[which]
        return "" if volume is None else f"{number(volume)} {self.activity.satuan}"

    @property
    def note(self) -> str:
        """Say what the year only pays for; empty where it only delivers."""
        if not self.deliveries:
            return ""
        word = "Hanya pembayaran" if self.pays_only else "Termasuk pembayaran"
        return f"{word} lanjutan atau pemeliharaan hasil tahun {spans(self.deliveries)}"


@dataclass(frozen=True, slots=True)
class Sub:
    """The actions of one agency under one official sub-kegiatan code in one year.

    ``before`` and ``after`` are those of the whole sub kegiatan, also of actions that run only
    then: that is what SIPD shows beside the pagu.
    """

    code: str
    agency: Opd
    lines: tuple[Line, ...]
    before: int | None
    after: int

    @property
    def rupiah(self) -> int:
        """Rupiah of the year."""
        return sum(line.rupiah for line in self.lines)

    @property
    def funds(self) -> tuple[tuple[str, int], ...]:
        """Rupiah of the year by fund."""
        return add_funds(self.lines)


@dataclass(frozen=True, slots=True)
class Year:
    """All lines of a year, with the sums of the neighbouring years."""

    plan: Plan
    year: int
    lines: tuple[Line, ...]
    forward: Forward

    def of(self, agency: str) -> tuple[Line, ...]:
        """Return the lines of one agency."""
        return tuple(line for line in self.lines if line.agency.opd == agency)

    @property
    def agencies(self) -> tuple[Opd, ...]:
        """Agencies that act or pay, in the pack's order."""
        used = {line.agency.opd for line in self.lines}
        return tuple(one for code, one in self.plan.pack.opds.items() if code in used)


def year_lines(plan: Plan, year: int) -> Year:
    """Return what a year does and pays, by agency in the pack's order, then by code.

    The rupiah of all lines add up to :meth:`Plan.cost` of the year.

    Raises
    ------
    ValueError
        If the year is not one of the plan's.
    """
    if year not in plan.years:
        message = f"Tahun {year} tidak ada dalam rencana ({plan.years[0]}–{plan.years[-1]})."
        raise ValueError(message)
    known = forward(plan, year)
    spent = _spent(plan)
    acts = {code for code, when in plan.volumes if when == year}
    pays = {code for code, when in spent if when == year}
    order = list(plan.pack.opds)
    codes = [code for code in plan.pack.activities if code in acts | pays]
    indicators = list(plan.pack.instrument.indicators)
    codes.sort(key=lambda code: _order(plan.pack.activities[code], order, indicators))
    points = plan.score(year).indicators
    return Year(
        plan, year, tuple(_line(plan, year, code, spent, known, points) for code in codes), known
    )


def _order(record: Kegiatan, agencies: list[str], indicators: list[str]) -> tuple[object, ...]:
    code = record.sub_kegiatan
    return (
        agencies.index(record.opd), not code, code,
        indicators.index(record.indikator), record.kegiatan,
    )  # fmt: skip


def _spent(plan: Plan) -> Mapping[tuple[str, int], Mapping[str, int]]:
    spent: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    for (code, when, fund), rupiah in plan.spending.items():
        spent[code, when][fund] = rupiah
    return spent


def _line(
    plan: Plan,
    year: int,
    code: str,
    spent: Mapping[tuple[str, int], Mapping[str, int]],
    known: Forward,
    points: Mapping[str, Fraction],
) -> Line:
    pack = plan.pack
    record = pack.activities[code]
    indicator = pack.instrument.indicators[record.indikator]
    own = spent.get((code, year), {})
    volume = plan.volumes.get((code, year))
    return Line(
        activity=record,
        agency=pack.opds[record.opd],
        why_open=why_not_official(pack, record.sub_kegiatan),
        volumes=(
            plan.volumes.get((code, year - 1)), volume, plan.volumes.get((code, year + 1)),
        ),
        funds=_in_order(plan, own),
        rupiah=sum(own.values()),
        before=_before(plan, year, [code], spent),
        after=_after(plan, year, [code], spent, known),
        carried=known.carried.get(code, 0) if known.split else None,
        deliveries=known.deliveries.get(code, ()),
        indicator=indicator.nama,
        points=points[record.indikator],
        points_max=indicator.poin_maks,
        place=_place(plan, record.satuan, volume),
    )  # fmt: skip


def _before(
    plan: Plan, year: int, codes: Sequence[str], spent: Mapping[tuple[str, int], Mapping[str, int]]
) -> int | None:
    if year - 1 not in plan.years:
        return None
    return sum(sum(spent.get((code, year - 1), {}).values()) for code in codes)


def _after(
    plan: Plan,
    year: int,
    codes: Sequence[str],
    spent: Mapping[tuple[str, int], Mapping[str, int]],
    known: Forward,
) -> int:
    if year + 1 in plan.years:
        return sum(sum(spent.get((code, year + 1), {}).values()) for code in codes)
    return sum(known.bound[year + 1].get(code, 0) for code in codes)


def _in_order(plan: Plan, own: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    funds = [(fund, own[fund]) for fund in plan.pack.funds if fund in own]
    return (*funds, *([(REALISED_FUND, own[""])] if "" in own else []))


def _place(plan: Plan, unit: str, volume: Decimal | None) -> str:
    """Say where: every kecamatan where the volume is all of them, else the region."""
    region = plan.pack.profile.full_name
    kinds = _PLACES.get(unit)
    if kinds is None or volume is None:
        return region
    known = sum(1 for place in plan.pack.records.regions if place.tingkat in kinds)
    every = "seluruh " if known and volume == known else ""
    text = f"{every}{number(volume)} {unit} di {region}"
    return text[:1].upper() + text[1:]


def add_funds(lines: Sequence[Line]) -> tuple[tuple[str, int], ...]:
    """Add up the rupiah of lines by fund, in the order in which the funds first appear."""
    sums: dict[str, int] = {}
    for line in lines:
        for fund, rupiah in line.funds:
            sums[fund] = sums.get(fund, 0) + rupiah
    return tuple(sums.items())


def fund_text(funds: Sequence[tuple[str, int]], *, amounts: bool = False) -> str:
    """Name the funds; with their rupiah where there are several and ``amounts`` is asked."""
    if amounts and len(funds) > 1:
        return "; ".join(f"{fund} {number(rupiah)}" for fund, rupiah in funds)
    return join([fund for fund, _ in funds])


def subs(year: Year, lines: Sequence[Line]) -> tuple[Sub, ...]:
    """Group lines with an official code by agency and code, in their order."""
    spent = _spent(year.plan)
    coded = [line for line in lines if line.code and not line.outside]
    found = []
    for (_, code), group in groupby(coded, key=lambda line: (line.agency.opd, line.code)):
        rows = tuple(group)
        agency = rows[0].agency
        every = [
            record.kegiatan
            for record in year.plan.pack.activities.values()
            if record.sub_kegiatan == code and record.opd == agency.opd
        ]
        before = _before(year.plan, year.year, every, spent)
        after = _after(year.plan, year.year, every, spent, year.forward)
        found.append(Sub(code, agency, rows, before, after))
    return tuple(found)
