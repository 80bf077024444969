"""Medians where some values are missing because they are too large to have been seen."""

import math
from collections.abc import Iterable
from statistics import median


def middle(values: Iterable[float | None]) -> float | None:
    """Return the median, missing values counting as largest; ``None`` if it is one of them."""
    found = [math.inf if value is None else value for value in values]
    centre = median(found) if found else math.inf
    return centre if math.isfinite(centre) else None
