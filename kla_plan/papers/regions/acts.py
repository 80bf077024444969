"""What is done in a region: its activities with volume and rupiah by year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kla_plan.pack.records import Wilayah
from kla_plan.papers.regions.spread import Spread


@dataclass(frozen=True, slots=True)
class Act:
    """One activity in one region, or in several together.

    Attributes
    ----------
    activity
        Code.
    volumes, rupiah
        By year; only years in which there is any.
    """

    activity: str
    volumes: Mapping[int, Decimal]
    rupiah: Mapping[int, int]

    @property
    def cost(self) -> int:
        """Rupiah of all years."""
        return sum(self.rupiah.values())


def acts(spread: Spread) -> dict[str, tuple[Act, ...]]:
    """Return the acts of every region by its code, in the order of the plan's activities."""
    volumes: dict[str, dict[str, dict[int, Decimal]]] = {}
    rupiah: dict[str, dict[str, dict[int, int]]] = {}
    for (activity, year, code), volume in spread.volumes.items():
        volumes.setdefault(code, {}).setdefault(activity, {})[year] = volume
    for (activity, year, code), amount in spread.rupiah.items():
        rupiah.setdefault(code, {}).setdefault(activity, {})[year] = amount
    regions = (*spread.places.tops, *spread.places.parts)
    return {
        row.wilayah: tuple(
            Act(code, there.get(code, {}), paid.get(code, {}))
            for code in spread.activities
            if code in there or code in paid
        )
        for row in regions
        for there, paid in [(volumes.get(row.wilayah, {}), rupiah.get(row.wilayah, {}))]
    }


def together(spread: Spread, parts: Iterable[Sequence[Act]]) -> tuple[Act, ...]:
    """Add up the acts of several regions, activity by activity."""
    found: dict[str, list[Act]] = {}
    for one in parts:
        for act in one:
            found.setdefault(act.activity, []).append(act)
    return tuple(_sum(code, found[code]) for code in spread.activities if code in found)


def of_kecamatan(
    spread: Spread, known: Mapping[str, Sequence[Act]], top: Wilayah
) -> tuple[Act, ...]:
    """Return the acts of a kecamatan with those of its kelurahan and desa."""
    inside = [known[row.wilayah] for row in spread.places.within(top.wilayah)]
    return together(spread, [known[top.wilayah], *inside])


def _sum(code: str, members: Sequence[Act]) -> Act:
    years = sorted({t for act in members for t in (*act.volumes, *act.rupiah)})
    volumes = {
        t: sum((act.volumes.get(t, Decimal(0)) for act in members), Decimal(0)) for t in years
    }
    rupiah = {t: sum(act.rupiah.get(t, 0) for act in members) for t in years}
    return Act(
        code,
        {t: volume for t, volume in volumes.items() if volume},
        {t: amount for t, amount in rupiah.items() if amount},
    )


def cost_by_year(members: Iterable[Act]) -> dict[int, int]:
    """Return the rupiah of several acts by year."""
    total: dict[int, int] = {}
    for act in members:
        for year, amount in act.rupiah.items():
            total[year] = total.get(year, 0) + amount
    return total
