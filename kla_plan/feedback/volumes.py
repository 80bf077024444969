"""Proposed volumes as bounds of an activity.

A pack knows no volume of a single year: the optimiser chooses it between bounds. With *v[t]* the
planned and *w[t]* the proposed volumes (*w = v* where nothing is proposed), and *R* the realised
volume:

- ``volume_maks_per_tahun`` becomes ``max w`` where that is above the bound (raised) or below
  ``max v`` (even the largest year is too much);
- ``volume_maks`` becomes ``R + Σ w`` where that is above it, or where every year is lowered; of a
  repeated activity, whose ``volume_maks`` bounds each year, it is only raised with the other one;
- ``volume_min_per_tahun`` becomes ``min w`` where that is below it.

What the bounds cannot say (less in one year than in another) is left to the meeting.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kla_plan.pack.columns import Kegiatan


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds that change, by column; and the lowered years that they do not express."""

    columns: Mapping[str, Decimal]
    unsaid: tuple[int, ...]


def bounds(
    activity: Kegiatan,
    planned: Mapping[int, Decimal],
    wished: Mapping[int, Decimal],
    realised: Decimal = Decimal(0),
) -> Bounds:
    """Return the bounds that follow from proposed volumes.

    Parameters
    ----------
    planned
        Planned volume by year, of all years still to be decided.
    wished
        Proposed volume by year, of some of them.
    realised
        Volume that is realised already; counts for an activity that is not repeated.
    """
    after = {year: wished.get(year, volume) for year, volume in planned.items()}
    lowered = [year for year, volume in planned.items() if after[year] < volume]
    largest = max(after.values())
    peak_too_high = largest < max(planned.values())
    yearly = activity.yearly_maximum
    if largest > yearly or peak_too_high:
        yearly = largest
    whole = _whole(activity, after, yearly, realised, every=len(lowered) == len(planned))
    wanted = {
        "volume_maks_per_tahun": (activity.yearly_maximum, yearly),
        "volume_maks": (activity.volume_maks, whole),
        "volume_min_per_tahun": (
            activity.yearly_minimum, min(activity.yearly_minimum, *after.values()),
        ),
    }  # fmt: skip
    columns = {name: new for name, (old, new) in wanted.items() if new != old}
    said = {year for year in lowered if peak_too_high and after[year] == largest}
    return Bounds(columns, tuple(year for year in lowered if year not in said))


def _whole(
    activity: Kegiatan,
    after: Mapping[int, Decimal],
    yearly: Decimal,
    realised: Decimal,
    *,
    every: bool,
) -> Decimal:
    if activity.berulang:
        return max(activity.volume_maks, yearly)
    total = realised + sum(after.values())
    return total if total > activity.volume_maks or every else activity.volume_maks
