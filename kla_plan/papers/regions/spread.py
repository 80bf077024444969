"""The plan spread over the regions: a proposal, exact to the unit and the rupiah."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kla_plan.papers.regions.levels import level_of
from kla_plan.papers.regions.money import shared_money
from kla_plan.papers.regions.places import Places
from kla_plan.papers.regions.turns import Turns
from kla_plan.plan.plan import Plan

type Volumes = Mapping[tuple[str, int, str], Decimal]


@dataclass(frozen=True, slots=True)
class Spread:
    """Where a plan's volumes and rupiah go.

    Attributes
    ----------
    places
        The regions.
    activities
        Activities of the plan that are spread, in the plan's order.
    volumes
        Volume by (kegiatan, tahun, wilayah) of the years that are planned.
    rupiah
        Whole rupiah by (kegiatan, tahun, wilayah), paid in that year.
    city
        Whole rupiah by (kegiatan, tahun) that stay with the kabupaten or kota.
    stays
        Why an activity is not spread, by its code, in Indonesian.
    """

    places: Places
    activities: tuple[str, ...]
    volumes: Volumes
    rupiah: Mapping[tuple[str, int, str], int]
    city: Mapping[tuple[str, int], int]
    stays: Mapping[str, str]

    def volume(self, codes: Iterable[str], year: int | None = None, activity: str = "") -> Decimal:
        """Return the volume of regions, of one year or all, of one activity or all."""
        wanted = set(codes)
        return sum(
            (
                volume
                for (a, t, code), volume in self.volumes.items()
                if code in wanted and year in {None, t} and activity in {"", a}
            ),
            Decimal(0),
        )

    def money(self, codes: Iterable[str], year: int | None = None, activity: str = "") -> int:
        """Return the rupiah of regions, of one year or all, of one activity or all."""
        wanted = set(codes)
        return sum(
            rupiah
            for (a, t, code), rupiah in self.rupiah.items()
            if code in wanted and year in {None, t} and activity in {"", a}
        )

    def years(self, activity: str, code: str) -> tuple[int, ...]:
        """Return the years in which an activity serves a region."""
        return tuple(sorted(t for (a, t, c) in self.volumes if (a, c) == (activity, code)))


def spread_plan(plan: Plan, places: Places) -> Spread:
    """Spread what is still to be done over the regions.

    Realised years are facts whose places the tables do not name: they stay with the whole.
    """
    stays = {code: why for code in plan.activities if (why := _stays(plan, places, code))}
    chosen = tuple(code for code in plan.activities if code not in stays)
    volumes = _volumes(plan, places, chosen)
    rupiah, city = shared_money(plan, chosen, volumes)
    return Spread(places, chosen, volumes, rupiah, city, stays)


def _stays(plan: Plan, places: Places, code: str) -> str:
    level = level_of(plan.pack.activities[code].satuan)
    if not level.kinds:
        return level.reason
    kinds = " atau ".join(level.kinds)
    return "" if places.of(level.kinds) else f"tidak ada {kinds} dalam tabel wilayah"


def _volumes(plan: Plan, places: Places, chosen: Iterable[str]) -> Volumes:
    given: Counter[str] = Counter()
    turns = {}
    for code in chosen:
        record = plan.pack.activities[code]
        regions = places.of(level_of(record.satuan).kinds)
        turns[code] = Turns(regions, record.berulang, given)
    return {
        (code, year, region): volume
        for year in plan.pack.planned_years
        for code in turns
        if (code, year) in plan.volumes
        for region, volume in turns[code].take(plan.volumes[code, year]).items()
    }
