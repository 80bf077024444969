"""What running programmes mean for the plan: money that serves already, doubles, beneficiaries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kla_plan.pack.model import Pack
from kla_plan.pack.records import ProgramBerjalan
from kla_plan.papers.integration.match import LIKE, Match, likeness, matches, words
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year


@dataclass(frozen=True, slots=True)
class Tagged:
    """Rupiah of running programmes in one year, by what is known of them.

    The three parts add up to all that ``program_berjalan`` names for the year; a programme whose
    budget is not known adds nothing.
    """

    year: int
    serving: int
    presumed: int
    other: int

    @property
    def whole(self) -> int:
        """Everything that the programmes of the year spend."""
        return self.serving + self.presumed + self.other


@dataclass(frozen=True, slots=True)
class Overlap:
    """An activity of the plan that a programme runs already, in one year.

    Attributes
    ----------
    planned
        Rupiah that the plan gives it in the year.
    running
        Rupiah of the running programmes that are surely the same work.
    """

    activity: str
    year: int
    planned: int
    running: int

    @property
    def covered(self) -> int:
        """The most that running money can take over: the smaller of the two."""
        return min(self.planned, self.running)


@dataclass(frozen=True, slots=True)
class Double:
    """Two programmes of one year, of different agencies, that look like one."""

    one: ProgramBerjalan
    other: ProgramBerjalan
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """Programmes for one group of beneficiaries in one year.

    How far their beneficiaries are the same people is not known: numbers are never added up.
    """

    name: str
    year: int
    rows: tuple[ProgramBerjalan, ...]

    @property
    def largest(self) -> int | None:
        """Most beneficiaries that one of them names; ``None`` if none names any."""
        numbers = [row.jumlah_sasaran for row in self.rows if row.jumlah_sasaran is not None]
        return max(numbers, default=None)

    @property
    def agencies(self) -> tuple[str, ...]:
        """Codes of the agencies, each once."""
        return tuple(dict.fromkeys(row.opd for row in self.rows))

    @property
    def funds(self) -> tuple[str, ...]:
        """Names of the funds, each once."""
        return tuple(dict.fromkeys(row.sumber_dana for row in self.rows if row.sumber_dana))

    @property
    def rupiah(self) -> int:
        """Rupiah of all of them."""
        return sum(row.pagu or 0 for row in self.rows)


@dataclass(frozen=True, slots=True)
class Integration:
    """Everything that the paper tells.

    Attributes
    ----------
    unserved
        Codes of indicators that miss points at the end of the base year and that no running
        programme serves.
    """

    matches: tuple[Match, ...]
    tagged: tuple[Tagged, ...]
    overlaps: tuple[Overlap, ...]
    doubles: tuple[Double, ...]
    groups: tuple[Group, ...]
    unserved: tuple[str, ...]


def integration(plan: Plan, current: Pack) -> Integration:
    """Match the running programmes of ``current`` with the plan."""
    found = matches(current)
    return Integration(
        found,
        tagged(found),
        overlaps(plan, found),
        doubles(found),
        groups(current.records.running),
        _unserved(plan, found),
    )


def tagged(found: Sequence[Match]) -> tuple[Tagged, ...]:
    """Return the sums of each year."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for match in found:
        kind = 2 if not match.indicators else 0 if match.sure else 1
        sums[match.programme.tahun][kind] += match.programme.pagu or 0
    return tuple(Tagged(year, *sums[year]) for year in sorted(sums))


def overlaps(plan: Plan, found: Sequence[Match]) -> tuple[Overlap, ...]:
    """Return planned activities that run already, by the surest matches only.

    A programme that is the same work as several activities is not divided among them: its money
    counts for the first of them that the plan pays in that year.
    """
    planned = spent_by_year(plan)
    running: dict[tuple[str, int], int] = defaultdict(int)
    for match in found:
        keys = [(code, match.programme.tahun) for code in match.activities]
        paid = [key for key in keys if planned.get(key)]
        if match.sure and paid and match.programme.pagu:
            running[paid[0]] += match.programme.pagu
    return tuple(
        Overlap(activity, year, planned[activity, year], rupiah)
        for (activity, year), rupiah in sorted(running.items())
    )


def doubles(found: Sequence[Match]) -> tuple[Double, ...]:
    """Return pairs of programmes of different agencies in one year that look like one."""
    pairs = []
    for one, other in combinations(found, 2):
        first, second = one.programme, other.programme
        if first.tahun != second.tahun or first.opd == second.opd:
            continue
        why = _same(one, other)
        if why:
            pairs.append(Double(first, second, why))
    return tuple(pairs)


def _same(one: Match, other: Match) -> str:
    if set(one.activities) & set(other.activities):
        return "kegiatan RAD KLA yang sama"
    first, second = one.programme, other.programme
    if likeness(words(first.nama), words(second.nama)) >= LIKE:
        return "nama mirip"
    same_people = first.sasaran and words(first.sasaran) == words(second.sasaran)
    if same_people and set(one.indicators) & set(other.indicators):
        return "sasaran dan indikator sama"
    return ""


def groups(rows: Sequence[ProgramBerjalan]) -> tuple[Group, ...]:
    """Return programmes that name the same beneficiaries in the same year."""
    found: dict[tuple[int, str], list[ProgramBerjalan]] = defaultdict(list)
    for row in rows:
        if row.sasaran:
            found[row.tahun, words(row.sasaran)].append(row)
    return tuple(
        Group(members[0].sasaran, year, tuple(members))
        for (year, _), members in sorted(found.items())
    )


def _unserved(plan: Plan, found: Sequence[Match]) -> tuple[str, ...]:
    served = {code for match in found for code in match.indicators}
    score = plan.pack.start_score()
    return tuple(
        code
        for code, row in plan.pack.instrument.indicators.items()
        if code not in served and score.indicators[code] < row.poin_maks
    )
