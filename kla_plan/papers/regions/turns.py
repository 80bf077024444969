"""Whose turn it is: which regions a volume goes to, year by year.

One unit is one turn of one region. An activity that lasts serves every region once before any
region a second time. One that is repeated serves the same regions again every year and adds new
ones as its volume grows; if it shrinks, who was first stays. New regions: the year's number is
shared among the kecamatan by largest remainder, in proportion to the children of the regions
that still wait, or to their number where children are not known for all; within a kecamatan the
region with most children comes first, or the one that this proposal has given the fewest turns,
then the smaller code.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from kla_plan.pack.records import Wilayah
from kla_plan.papers.regions.places import top_of
from kla_plan.papers.regions.shares import share_within


@dataclass(slots=True)
class Turns:
    """The turns of one activity, in the order in which its years are asked for.

    Attributes
    ----------
    regions
        The regions it can serve; at least one.
    repeated
        Whether a delivery serves its year only.
    given
        Turns by region over all activities of the proposal; shared and added to.
    """

    regions: Sequence[Wilayah]
    repeated: bool
    given: Counter[str]
    _served: list[Wilayah] = field(default_factory=list)
    _rounds: Counter[str] = field(default_factory=Counter)

    def take(self, volume: Decimal) -> dict[str, Decimal]:
        """Return the volume by region of the next year, summing to ``volume`` exactly.

        The last turn of a volume that is not whole is the fraction.
        """
        sizes = _sizes(volume)
        chosen = self._again(len(sizes)) if self.repeated else self._further(len(sizes))
        result: dict[str, Decimal] = {}
        for region, size in zip(chosen, sizes, strict=True):
            result[region.wilayah] = result.get(region.wilayah, Decimal(0)) + size
            self.given[region.wilayah] += 1
        return result

    def _again(self, many: int) -> list[Wilayah]:
        whole, rest = divmod(many, len(self.regions))
        new = rest if not whole else len(self.regions)
        known = {region.wilayah for region in self._served}
        waiting = [region for region in self.regions if region.wilayah not in known]
        self._served += self._pick(min(len(waiting), max(0, new - len(known))), waiting)
        return [*self._served * whole, *self._served[:rest]]

    def _further(self, many: int) -> list[Wilayah]:
        chosen: list[Wilayah] = []
        while len(chosen) < many:
            lowest = min(self._rounds[region.wilayah] for region in self.regions)
            waiting = [r for r in self.regions if self._rounds[r.wilayah] == lowest]
            picked = self._pick(min(many - len(chosen), len(waiting)), waiting)
            self._rounds.update(region.wilayah for region in picked)
            chosen += picked
        return chosen

    def _pick(self, many: int, waiting: Sequence[Wilayah]) -> list[Wilayah]:
        counted = by_children(self.regions)
        groups: dict[str, list[Wilayah]] = {}
        for region in waiting:
            groups.setdefault(top_of(region), []).append(region)
        weights = {top: _weight(rows, counted=counted) for top, rows in groups.items()}
        room = {top: len(rows) for top, rows in groups.items()}
        turns = {top: Fraction(self._turns_of(rows), len(rows)) for top, rows in groups.items()}
        seats = share_within(
            many, weights, room, lambda top: (-weights[top] if counted else turns[top], top)
        )
        picked = []
        for top, rows in groups.items():
            order = sorted(rows, key=lambda row: self._rank(row, counted=counted))
            picked += order[: seats[top]]
        return sorted(picked, key=lambda row: self._rank(row, counted=counted))

    def _turns_of(self, rows: Iterable[Wilayah]) -> int:
        return sum(self.given[row.wilayah] for row in rows)

    def _rank(self, row: Wilayah, *, counted: bool) -> tuple[int, str]:
        return (-(row.jumlah_anak or 0) if counted else self.given[row.wilayah], row.wilayah)


def by_children(regions: Sequence[Wilayah]) -> bool:
    """Whether shares follow the number of children: only where it is given for every region."""
    return bool(regions) and all(region.jumlah_anak is not None for region in regions)


def _weight(rows: Sequence[Wilayah], *, counted: bool) -> Fraction:
    return Fraction(sum(row.jumlah_anak or 0 for row in rows) if counted else len(rows))


def _sizes(volume: Decimal) -> list[Decimal]:
    whole = int(volume)
    rest = volume - whole
    return [*[Decimal(1)] * whole, *([rest] if rest else [])]
