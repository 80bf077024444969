"""Finds what one year of a plan does and pays: every action, and every sub kegiatan."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from kla_plan.indonesian import number
from kla_plan.pack.columns import Kegiatan
from kla_plan.papers.yearly.forward import Forward, forward
from kla_plan.papers.yearly.line import Line, Sub, Year
from kla_plan.plan.plan import Plan
from kla_plan.report.nomenclature import why_not_official
from kla_plan.report.tables import REALISED_FUND

#: Units that are places themselves.
_PLACES = {
    "kecamatan": ("kecamatan",),
    "kelurahan": ("kelurahan",),
    "desa": ("desa",),
    "desa/kelurahan": ("desa", "kelurahan"),
}


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
