"""Which units of volume are regions: the table ``tingkat_satuan.csv`` of the catalogue."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kla_plan import resources

_FILE: Final = "tingkat_satuan.csv"
#: Why an activity of an unlisted unit stays with the region as a whole.
NOT_A_REGION: Final = "satuannya tidak menghitung wilayah"


@dataclass(frozen=True, slots=True)
class Level:
    """What one unit of volume means on the map.

    Attributes
    ----------
    kinds
        Kinds of regions (``tingkat`` of the table ``wilayah``) of which one unit serves one;
        empty: the unit is no region, the activity stays with the kabupaten or kota.
    indicator
        Indicator that counts these regions.
    reason
        Why it stays, in Indonesian.
    assumed
        What the row takes for granted, in Indonesian.
    """

    kinds: tuple[str, ...] = ()
    indicator: str = ""
    reason: str = NOT_A_REGION
    assumed: str = ""


@cache
def levels() -> Mapping[str, Level]:
    """Return the level of every listed unit of volume."""
    path = resources.catalogue() / _FILE
    with path.open(encoding="utf-8", newline="") as file:
        return {row["satuan"]: _level(row) for row in csv.DictReader(file)}


def level_of(unit: str) -> Level:
    """Return the level of a unit of volume; one that is not listed is no region."""
    return levels().get(unit, Level())


def indicators() -> Mapping[tuple[str, ...], str]:
    """Return the indicator by kinds of regions, the widest kinds of each indicator."""
    found: dict[str, tuple[str, ...]] = {}
    for level in levels().values():
        if level.indicator and len(level.kinds) > len(found.get(level.indicator, ())):
            found[level.indicator] = level.kinds
    return {kinds: indicator for indicator, kinds in found.items()}


def _level(row: Mapping[str, str]) -> Level:
    kinds = tuple(filter(None, row["tingkat"].split(";")))
    return Level(kinds, row["indikator"], row["alasan"], row["asumsi"])
