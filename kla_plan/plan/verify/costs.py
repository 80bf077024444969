"""Contract 3.2: what deliveries cost, in whole rupiah of the year in which they are paid."""

from collections.abc import Sequence
from fractions import Fraction

from kla_plan.pack.columns import Biaya
from kla_plan.plan.verify.deeds import Deeds
from kla_plan.scenario import Scenario


def half_up(amount: Fraction) -> int:
    """Round to whole rupiah, halves up; ``amount`` is not negative."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def price(base: int, year: int, first_year: int, inflation: Fraction) -> int:
    """Return a price of ``first_year`` in the prices of ``year``, rounded to whole rupiah."""
    return half_up(base * (1 + inflation) ** (year - first_year))


def row_due(rows: Sequence[Biaya], age: int) -> Biaya | None:
    """Return the row that applies so many years after a delivery, if any does.

    ``rows`` are those of one activity by ascending ``tahun_ke``; with ``seterusnya`` the last one
    applies to every later year as well.
    """
    for row in rows:
        if row.tahun_ke == age:
            return row
    if rows and rows[-1].seterusnya and age > rows[-1].tahun_ke:
        return rows[-1]
    return None


def due(deeds: Deeds, scenario: Scenario, activity: str, year: int) -> int:
    """Return the rupiah that an activity costs in a year: all its deliveries up to that year.

    Realised deliveries count too (upkeep and later instalments), however early they were. The
    sum of all terms is rounded once.
    """
    first, inflation = deeds.pack.profile.first_year, Fraction(scenario.inflasi)
    rows = deeds.pack.costs_of(activity)
    total = Fraction(0)
    for delivered, volume in deeds.of(activity).items():
        row = row_due(rows, year - delivered)
        if row is not None:
            total += price(row.biaya_per_unit, year, first, inflation) * volume
            total += price(row.biaya_tetap, year, first, inflation)
    return half_up(total)
