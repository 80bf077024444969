"""The oracle: the best plan of a small pack, found by looking at all of them.

Every whole assignment of volumes to the planned years is judged by every rule of contract
section 3 in exact arithmetic; the split over funds is decided by Hoffman's condition
(:mod:`support.brute_funds`). Only rules that concern a single activity prune.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from support.brute_funds import Split, bounds, split
from support.brute_score import Scoring
from support.brute_tables import Frame, Pattern, Way, frame, sound, way, ways


@dataclass(frozen=True, slots=True)
class BruteResult:
    """The best plan.

    Attributes
    ----------
    objective
        Weighted points (``maks_skor``) or rupiah (``min_biaya``), exact.
    cost
        Rupiah of the horizon, facts included; the least among the plans with this objective.
    volumes, spending
        As in :class:`~kla_plan.plan.plan.Plan`; one of possibly several equally good plans.
    fractions
        Answers by (year, question).
    """

    objective: Fraction
    cost: int
    volumes: Mapping[tuple[str, int], int]
    spending: Split
    fractions: Mapping[tuple[int, str], Fraction]


def best(pack: Pack, scenario: Scenario) -> BruteResult | None:
    """Return the best plan by exhaustion, or ``None`` if no plan meets the rules."""
    oracle = Oracle(pack, scenario)
    return oracle.best()


def plans(pack: Pack, scenario: Scenario) -> int:
    """Return how many plans :func:`best` has to look at."""
    number = 1
    for choices in Oracle(pack, scenario).choices:
        number *= len(choices)
    return number


class Oracle:
    """All ways of all activities of one pack, and the judgement of their combinations."""

    def __init__(self, pack: Pack, scenario: Scenario) -> None:
        self.pack, self.scenario = pack, scenario
        self.frame: Frame = frame(pack, scenario)
        self.codes = list(pack.activities)
        self.choices = [ways(self.frame, a) for a in pack.activities.values()]
        self.planned, self.years = self.frame.planned, pack.years
        self.scoring = Scoring(self.frame)
        self.agencies = [a.opd for a in pack.activities.values()]
        self._money()

    def best(self) -> BruteResult | None:
        """Return the best plan: the score first, then the rupiah; or the rupiah alone."""
        top: tuple[int, int] | None = None
        found = None
        for combination in product(*self.choices):
            progress = self.scoring.progress(combination)
            scored = self.scenario.tujuan == "maks_skor"
            spent = sum(sum(chosen.costs) for chosen in combination)
            key = (self.scoring.weighted(progress) if scored else 0, -spent)
            if top is not None and key <= top:
                continue
            if self.allowed(combination) and self.scoring.on_target(progress):
                money = self.fund(combination)
                if money is not None:
                    top, found = key, (combination, money)
        return None if found is None else self._result(*found)

    def judge(self, volumes: Mapping[str, Pattern]) -> Split | None:
        """Return a split of the costs if these volumes keep every rule, otherwise ``None``."""
        activities, chosen = self.pack.activities.values(), self._ways(volumes)
        if not all(sound(self.frame, a, volumes[a.kegiatan]) for a in activities):
            return None
        if not self.allowed(chosen) or not self.scoring.on_target(self.scoring.progress(chosen)):
            return None
        return self.fund(chosen)

    def costs(self, volumes: Mapping[str, Pattern]) -> dict[tuple[str, int], int]:
        """Return the rupiah of every activity and planned year for any volumes."""
        return self._costs(self._ways(volumes))

    def result(self, volumes: Mapping[str, Pattern], money: Split) -> BruteResult:
        """Return what any volumes and any split amount to, whether they keep the rules or not."""
        return self._result(self._ways(volumes), money)

    def _ways(self, volumes: Mapping[str, Pattern]) -> list[Way]:
        return [way(self.frame, a, volumes[a.kegiatan]) for a in self.pack.activities.values()]

    def allowed(self, chosen: Sequence[Way]) -> bool:
        """Whether order, groups and capacities hold."""
        place = {code: i for i, code in enumerate(self.codes)}
        for row in self.pack.prerequisites:
            done = chosen[place[row.butuh]].active
            for year in chosen[place[row.kegiatan]].active:
                if year in self.planned and not any(s + row.jeda <= year for s in done):
                    return False
        groups = [
            self.pack.activities[code].kelompok_eksklusif
            for code, mine in zip(self.codes, chosen, strict=True)
            if any(year in self.years for year in mine.active)
        ]
        named = [group for group in groups if group]
        return len(named) == len(set(named)) and self._within_capacity(chosen)

    def _within_capacity(self, chosen: Sequence[Way]) -> bool:
        for agency in self.pack.opds.values():
            if agency.kapasitas_per_tahun is None:
                continue
            mine = [c for c, o in zip(chosen, self.agencies, strict=True) if o == agency.opd]
            loads = zip(*(c.load for c in mine), strict=True)
            if any(sum(year) > Fraction(agency.kapasitas_per_tahun) for year in loads):
                return False
        return True

    def fund(self, chosen: Sequence[Way]) -> Split | None:
        """Return a split of the costs over funds within every ceiling and floor, if one exists."""
        costs = self._costs(chosen)
        for row in self.bounds:
            if row.fund:
                continue
            fits = [o for o in self.agency if row.agency in ("", self.agency[o])]
            total = sum(costs[a, t] for a in fits for t in self.planned if row.year in (None, t))
            if row.year is None:
                total += sum(self.past.get(a, 0) for a in fits)
            if not row.low <= total <= row.high:
                return None
        named = [row for row in self.bounds if row.fund]
        return split(costs, self.eligible, self.agency, named)

    def _costs(self, chosen: Sequence[Way]) -> dict[tuple[str, int], int]:
        return {
            (code, year): mine.costs[i]
            for code, mine in zip(self.codes, chosen, strict=True)
            for i, year in enumerate(self.planned)
        }

    def _money(self) -> None:
        pack = self.pack
        self.bounds = [
            row
            for row in bounds(pack.ceilings, Fraction(self.scenario.pagu_faktor))
            if row.year is None or row.year in self.planned
        ]
        self.agency = {code: a.opd for code, a in pack.activities.items()}
        named = sorted({row.sumber_dana for row in pack.ceilings if row.sumber_dana})
        self.eligible = {
            code: tuple(f for f in named if not a.sumber_dana or f in a.sumber_dana)
            if named
            else ("APBD",)
            for code, a in pack.activities.items()
        }
        self.past: dict[str, int] = {}
        for row in pack.realised:
            if row.tahun in self.years:
                self.past[row.kegiatan] = self.past.get(row.kegiatan, 0) + row.rupiah

    def _result(self, chosen: Sequence[Way], money: Split) -> BruteResult:
        volumes = {
            (code, year): volume
            for code, mine in zip(self.codes, chosen, strict=True)
            for year, volume in zip(self.planned, mine.pattern, strict=True)
            if volume is not None
        }
        spending = dict(money)
        for row in self.pack.realised:
            if row.tahun in self.years:
                volumes[row.kegiatan, row.tahun] = int(row.volume)
                spending |= {(row.kegiatan, row.tahun, ""): row.rupiah} if row.rupiah else {}
        progress = self.scoring.progress(chosen)
        spent = sum(spending.values())
        points = self.scoring.points_of(progress)
        return BruteResult(
            objective=Fraction(spent) if self.scenario.tujuan == "min_biaya" else points,
            cost=spent,
            volumes=volumes,
            spending=spending,
            fractions=self.scoring.fractions(progress),
        )
