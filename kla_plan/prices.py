"""Prices by year: contract 3.2, in whole rupiah."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from kla_plan.indonesian import half_up
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario


def price(base: int, inflation: Decimal, years: int) -> int:
    """Return ``base × (1 + inflation)^years``, rounded half up to whole rupiah."""
    return int(half_up(base * _growth(inflation, years))) if base else 0


@lru_cache(maxsize=256)
def _growth(inflation: Decimal, years: int) -> Fraction:
    return (1 + Fraction(inflation)) ** years


class Prices:
    """Unit and fixed price of every activity, by years since delivery and year of payment."""

    def __init__(self, pack: Pack, scenario: Scenario) -> None:
        self._pack = pack
        self._inflation = scenario.inflasi
        self._cache: dict[tuple[str, int, int], tuple[int, int]] = {}

    def at(self, activity: str, lag: int, year: int) -> tuple[int, int]:
        """Return (unit price, fixed price) due ``lag`` years after delivery, paid in ``year``.

        The last row of an activity repeats where it says ``seterusnya``; without a row nothing
        is due.
        """
        key = (activity, lag, year)
        if key not in self._cache:
            self._cache[key] = self._look_up(activity, lag, year)
        return self._cache[key]

    def lags(self, activity: str, until: int) -> Iterator[int]:
        """Yield the years since delivery, up to ``until``, in which something is due."""
        for lag in range(until + 1):
            if self._row(activity, lag) is not None:
                yield lag

    def ends(self, activity: str) -> int | None:
        """Return the last year since delivery that costs anything; ``None`` if it never ends."""
        rows = self._pack.costs_of(activity)
        if rows and rows[-1].seterusnya:
            return None
        return rows[-1].tahun_ke if rows else -1

    def _row(self, activity: str, lag: int) -> tuple[int, int] | None:
        rows = self._pack.costs_of(activity)
        for row in rows:
            if row.tahun_ke == lag:
                return row.biaya_per_unit, row.biaya_tetap
        if rows and rows[-1].seterusnya and lag > rows[-1].tahun_ke:
            return rows[-1].biaya_per_unit, rows[-1].biaya_tetap
        return None

    def _look_up(self, activity: str, lag: int, year: int) -> tuple[int, int]:
        row = self._row(activity, lag)
        if row is None:
            return 0, 0
        passed = year - self._pack.profile.first_year
        return price(row[0], self._inflation, passed), price(row[1], self._inflation, passed)
