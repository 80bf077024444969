"""When and how much an activity can deliver, and what a delivery costs at constant prices."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from kla_plan.indonesian import half_up
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario

#: Volume by year.
type Delivery = Mapping[int, Decimal]

_STEP = Decimal("0.000001")


def available(pack: Pack, scenario: Scenario) -> tuple[str, ...]:
    """Return the activities that may be used: neither forbidden, nor in need of one that is."""
    out = set(scenario.larang)
    needs = [(row.kegiatan, row.butuh) for row in pack.prerequisites]
    while more := {activity for activity, needed in needs if needed in out} - out:
        out |= more
    return tuple(code for code in pack.activities if code not in out)


def open_years(pack: Pack, activity: str, lag: int = 0) -> tuple[int, ...]:
    """Return the years in which a delivery can still show an effect within the horizon."""
    earliest = pack.activities[activity].mulai_paling_awal or pack.profile.first_year
    return tuple(year for year in pack.years if earliest <= year <= pack.profile.last_year - lag)


def largest_volume(pack: Pack, activity: str, lag: int = 0) -> Decimal:
    """Return the most that can be delivered over the open years, all years together."""
    row = pack.activities[activity]
    total = row.yearly_maximum * len(open_years(pack, activity, lag))
    if row.berulang:
        return total
    used = sum(
        (r.volume for r in pack.realised
         if r.kegiatan == activity and r.tahun <= pack.profile.base_year),
        Decimal(0),
    )  # fmt: skip
    return max(Decimal(0), min(total, row.volume_maks - used))


def round_up(pack: Pack, activity: str, volume: Fraction) -> Decimal:
    """Round a volume up to what the activity can deliver: whole, or six decimals."""
    step = Decimal(1) if pack.activities[activity].bulat else _STEP
    units = -((-volume.numerator * step.as_integer_ratio()[1]) // volume.denominator)
    return (Decimal(units) * step).quantize(step, rounding=ROUND_CEILING)


def deliver_once(pack: Pack, activity: str, volume: Decimal, lag: int = 0) -> Delivery:
    """Deliver a volume once, as early and in as few years as the activity allows."""
    row = pack.activities[activity]
    delivered: dict[int, Decimal] = {}
    for year in open_years(pack, activity, lag):
        piece = max(min(volume, row.yearly_maximum), row.yearly_minimum)
        delivered[year] = piece
        volume -= piece
        if volume <= 0:
            break
    return delivered


def deliver_yearly(pack: Pack, activity: str, volume: Decimal, lag: int = 0) -> Delivery:
    """Deliver a volume in every open year."""
    volume = max(volume, pack.activities[activity].yearly_minimum)
    return dict.fromkeys(open_years(pack, activity, lag), volume)


def cost(pack: Pack, activity: str, delivery: Delivery) -> int:
    """Return the whole rupiah that a delivery costs within the horizon, without inflation.

    Contract 3.2 at constant prices: a volume delivered in year *s* costs ``biaya_per_unit[k]`` per
    unit, and being active ``biaya_tetap[k]``, in year *s + k*; a last row with ``seterusnya``
    repeats each later year.
    """
    total = Fraction(0)
    for year, volume in delivery.items():
        for unit, fixed in _prices(pack, activity, pack.profile.last_year - year):
            total += Fraction(volume) * unit + fixed
    return int(half_up(total))


def _prices(pack: Pack, activity: str, last_offset: int) -> list[tuple[int, int]]:
    rows = pack.costs_of(activity)
    prices = [(r.biaya_per_unit, r.biaya_tetap) for r in rows if r.tahun_ke <= last_offset]
    if rows and rows[-1].seterusnya and rows[-1].tahun_ke < last_offset:
        repeats = last_offset - rows[-1].tahun_ke
        prices += [(rows[-1].biaya_per_unit, rows[-1].biaya_tetap)] * repeats
    return prices
