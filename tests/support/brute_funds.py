"""Whether costs can be split over funds within every bound, exactly, without LP or max-flow.

A circulation with whole lower and upper bounds exists if and only if no set of nodes must send
out more than may come in: sum of lower bounds out <= sum of upper bounds in, for every set of
nodes (A. J. Hoffman, 1960; bounds whole, so a whole circulation exists too). The graphs here have
at most nine nodes, so all sets are looked at. The same sums give the exact range of one arc, and
fixing one arc after the other gives a circulation.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from kla_plan.pack.columns import Pagu

#: More than any test pack can spend.
PLENTY = 10**15

type Costs = Mapping[tuple[str, int], int]
type Split = dict[tuple[str, int, str], int]


@dataclass(frozen=True, slots=True)
class Bound:
    """A row of ``pagu`` with its factor applied: whole rupiah, both ends included."""

    year: int | None
    fund: str
    agency: str
    low: int
    high: int


def bounds(rows: Iterable[Pagu], factor: Fraction) -> list[Bound]:
    """Return the rows as whole bounds."""
    return [
        Bound(
            row.tahun,
            row.sumber_dana,
            row.opd,
            row.batas_bawah or 0,
            PLENTY if row.batas_atas is None else floor(row.batas_atas * factor),
        )
        for row in rows
    ]


type Arc = tuple[int, int, int, int]


def circulation(nodes: int, arcs: Sequence[Arc]) -> list[int] | None:
    """Return a flow on each arc (tail, head, low, high) that conserves at every node, if any."""
    low, high = [a[2] for a in arcs], [a[3] for a in arcs]
    if any(at > most for at, most in zip(low, high, strict=True)):
        return None
    cuts = []
    for chosen in range(1, 2**nodes - 1):
        out = [i for i, a in enumerate(arcs) if chosen >> a[0] & 1 and not chosen >> a[1] & 1]
        into = [i for i, a in enumerate(arcs) if chosen >> a[1] & 1 and not chosen >> a[0] & 1]
        cuts.append((out, into))
    if any(sum(low[i] for i in out) > sum(high[i] for i in into) for out, into in cuts):
        return None
    for arc in range(len(arcs)):
        most = high[arc]
        for out, into in cuts:
            if arc in out:
                room = sum(high[i] for i in into) - sum(low[i] for i in out if i != arc)
                most = min(most, room)
        low[arc] = high[arc] = most
    return low


def split(
    costs: Costs,
    eligible: Mapping[str, tuple[str, ...]],
    agency: Mapping[str, str],
    rows: Sequence[Bound],
) -> Split | None:
    """Return rupiah by (activity, year, fund) that pay all costs within all fund bounds, if any.

    ``rows`` are the bounds that name a fund. With one or two funds they may name any mix of year
    and agency; with more only a year and a fund.
    """
    spent = {pair: amount for pair, amount in costs.items() if amount}
    if any(not eligible[activity] for activity, _ in spent):
        return None
    funds = sorted({fund for group in eligible.values() for fund in group} | {b.fund for b in rows})
    if len(funds) <= 2:
        return _two(spent, eligible, agency, rows, funds)
    return _many(spent, eligible, rows, funds)


def _two(
    spent: Costs,
    eligible: Mapping[str, tuple[str, ...]],
    agency: Mapping[str, str],
    rows: Sequence[Bound],
    funds: list[str],
) -> Split | None:
    """Split over at most two funds: how much of each (agency, year) does the first one pay?

    A bound of the second fund is a bound of the first one on the same cells. Bounds on cells, on
    agencies, on years and on everything are a circulation: start -> agency -> year -> start.
    """
    first = funds[0]
    agencies, years = sorted(set(agency.values())), sorted({year for _, year in spent})
    cells = {(o, t): [0, 0, 0] for o in agencies for t in years}
    for (activity, year), amount in spent.items():
        own = eligible[activity]
        kind = 2 if len(own) == 2 else 0 if own == (first,) else 1
        cells[agency[activity], year][kind] += amount
    ends: dict[tuple[str | None, int | None], list[int]] = {}
    for (o, t), (fixed, _, free) in cells.items():
        ends[o, t] = [fixed, fixed + free]
    for row in rows:
        key = (row.agency or None, row.year)
        here = [a for (o, t), a in cells.items() if key[0] in (None, o) and key[1] in (None, t)]
        total = sum(sum(amounts) for amounts in here)
        low, high = (row.low, row.high)
        if row.fund != first:
            low, high = total - row.high, total - row.low
        old = ends.get(key, [-PLENTY, PLENTY])
        ends[key] = [max(old[0], low), min(old[1], high)]
    number = {o: i + 1 for i, o in enumerate(agencies)}
    number_of_year = {t: len(agencies) + 1 + i for i, t in enumerate(years)}
    arcs: list[Arc] = [(number[o], number_of_year[t], *ends[o, t]) for o, t in cells]
    free_range = [-PLENTY, PLENTY]
    sink = len(agencies) + len(years) + 1
    arcs += [(0, number[o], *ends.get((o, None), free_range)) for o in agencies]
    arcs += [(number_of_year[t], sink, *ends.get((None, t), free_range)) for t in years]
    arcs.append((sink, 0, *ends.get((None, None), free_range)))
    if _unmatched(ends, agencies, years):
        return None
    flow = circulation(sink + 1, arcs)
    if flow is None:
        return None
    left = {cell: flow[i] - cells[cell][0] for i, cell in enumerate(cells)}
    result: Split = {}
    for (activity, year), amount in spent.items():
        own = eligible[activity]
        cell = (agency[activity], year)
        paid = min(amount, left[cell]) if len(own) == 2 else amount if own == (first,) else 0
        left[cell] -= paid if len(own) == 2 else 0
        result |= {(activity, year, first): paid} if paid else {}
        result |= {(activity, year, own[-1]): amount - paid} if amount > paid else {}
    return result


def _unmatched(
    ends: Mapping[tuple[str | None, int | None], list[int]], agencies: list[str], years: list[int]
) -> bool:
    """Whether a bound on a year or agency without any cost asks for money there."""
    return any(
        not low <= 0 <= high
        for (o, t), (low, high) in ends.items()
        if (o is not None and o not in agencies) or (t is not None and t not in years)
    )


def _many(
    spent: Costs, eligible: Mapping[str, tuple[str, ...]], rows: Sequence[Bound], funds: list[str]
) -> Split | None:
    """Split over any number of funds, year by year: groups of equal eligibility -> funds."""
    if any(row.agency or row.year is None for row in rows):
        message = "with three funds or more only rows of one year and one fund are supported"
        raise ValueError(message)
    result: Split = {}
    for year in {row.year for row in rows} | {year for _, year in spent}:
        due = {a: amount for (a, t), amount in spent.items() if t == year}
        groups = sorted({eligible[a] for a in due})
        position = {fund: len(groups) + 1 + i for i, fund in enumerate(funds)}
        arcs: list[Arc] = []
        for i, group in enumerate(groups, start=1):
            need = sum(amount for a, amount in due.items() if eligible[a] == group)
            arcs += [(i, position[fund], 0, need) for fund in group]
            arcs.append((0, i, need, need))
        for fund in funds:
            mine = [row for row in rows if row.year == year and row.fund == fund]
            low = max((row.low for row in mine), default=0)
            arcs.append((position[fund], 0, low, min((r.high for r in mine), default=PLENTY)))
        flow = circulation(len(groups) + len(funds) + 1, arcs)
        if flow is None:
            return None
        stock = {(a[0], a[1]): amount for a, amount in zip(arcs, flow, strict=True)}
        for activity, amount in due.items():
            need = amount
            for fund in eligible[activity]:
                key = (groups.index(eligible[activity]) + 1, position[fund])
                paid = min(need, stock[key])
                stock[key] -= paid
                need -= paid
                if paid:
                    result[activity, year or 0, fund] = paid
    return result
