"""Lines of one year added up: by agency, by cluster, by fund, by quarter."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.papers.monitoring.line import Line, Status
from kla_plan.papers.monitoring.reported import QUARTERS
from kla_plan.plan.plan import Plan
from kla_plan.report.tables import REALISED_FUND


@dataclass(frozen=True, slots=True)
class Group:
    """Activities of one agency or cluster in one year, or all of them.

    Attributes
    ----------
    lines
        Planned activities first, those outside the plan too.
    """

    code: str
    name: str
    lines: tuple[Line, ...]

    @property
    def planned(self) -> tuple[Line, ...]:
        """The activities of the plan."""
        return tuple(line for line in self.lines if line.planned)

    @property
    def pagu(self) -> int:
        """Planned rupiah."""
        return sum(line.pagu for line in self.lines)

    @property
    def rupiah(self) -> int:
        """Spent rupiah, activities outside the plan included."""
        return sum(line.done.rupiah for line in self.lines)

    @property
    def unplanned(self) -> int:
        """Part of :attr:`rupiah` of activities that the plan does not have in this year."""
        return sum(line.done.rupiah for line in self.lines if not line.planned)

    @property
    def money_share(self) -> Fraction | None:
        """Spent share of the planned rupiah; ``None`` where nothing is planned."""
        return Fraction(self.rupiah, self.pagu) if self.pagu else None

    @property
    def progress(self) -> Fraction | None:
        """Mean of the delivered shares of the planned activities, each at most 1.

        Volumes of different units cannot be added up; every activity counts the same.
        """
        shares = [line.progress for line in self.planned if line.progress is not None]
        return sum(shares, Fraction(0)) / len(shares) if shares else None

    @property
    def statuses(self) -> Mapping[Status, int]:
        """Activities by status; every status has a number."""
        found = Counter(line.status for line in self.lines)
        return {status: found[status] for status in Status}

    @property
    def awaited(self) -> int:
        """Quarterly reports that should be there by now."""
        return sum(0 if line.closed else line.elapsed for line in self.planned)

    @property
    def missing(self) -> int:
        """Those of them that are missing."""
        return sum(len(line.missing) for line in self.lines)


def grouped(
    lines: Iterable[Line], key: Callable[[Line], str], names: Mapping[str, str]
) -> tuple[Group, ...]:
    """Return the groups of lines in the order of ``names``; codes without a name come last."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    order = [*(code for code in names if code in found), *(c for c in found if c not in names)]
    return tuple(Group(code, names.get(code, code), tuple(found[code])) for code in order)


@dataclass(frozen=True, slots=True)
class FundSum:
    """Planned rupiah of a fund, and what is surely spent from it.

    Reports do not name funds: what an activity spent counts here only if the plan pays it from
    this fund alone in that year.
    """

    fund: str
    pagu: int
    rupiah: int


def by_fund(plan: Plan, year: int, lines: Sequence[Line]) -> tuple[tuple[FundSum, ...], int]:
    """Return the sums of each fund that pays in a year, and the rupiah of which it is not known."""
    parts: dict[str, dict[str, int]] = {}
    for (code, when, fund), rupiah in plan.spending.items():
        if when == year and rupiah:
            own = parts.setdefault(code, {})
            own[fund or REALISED_FUND] = own.get(fund or REALISED_FUND, 0) + rupiah
    planned, spent, unknown = Counter[str](), Counter[str](), 0
    for own in parts.values():
        planned.update(own)
    for line in lines:
        funds = tuple(parts.get(line.code, ()))
        if len(funds) == 1:
            spent[funds[0]] += line.done.rupiah
        else:
            unknown += line.done.rupiah
    order = [fund for fund in (*plan.pack.funds, REALISED_FUND) if fund in planned]
    return tuple(FundSum(fund, planned[fund], spent[fund]) for fund in order), unknown


@dataclass(frozen=True, slots=True)
class QuarterSum:
    """One quarter of a year.

    Attributes
    ----------
    reports
        Planned activities with a report.
    rupiah, so_far
        Rupiah of the quarter, and of the year up to its end.
    """

    quarter: int
    reports: int
    rupiah: int
    so_far: int


def by_quarter(lines: Sequence[Line]) -> tuple[QuarterSum, ...]:
    """Return the four quarters; their rupiah add up to all that quarterly reports say."""
    found, so_far = [], 0
    for quarter in QUARTERS:
        amounts = [(line, line.quarters[quarter - 1]) for line in lines]
        rupiah = sum(amount.rupiah for _, amount in amounts if amount is not None)
        so_far += rupiah
        reports = sum(amount is not None and line.planned for line, amount in amounts)
        found.append(QuarterSum(quarter, reports, rupiah, so_far))
    return tuple(found)
