"""Sharing whole numbers out in proportion, the sum kept: the largest remainder."""

from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction
from typing import Any


def share[K: Hashable](
    whole: int, weights: Mapping[K, Fraction], first: Callable[[K], Any]
) -> dict[K, int]:
    """Share a whole number out in proportion to weights.

    Every share is its exact quota rounded down, or that plus one; what rounding down leaves goes
    one by one to the largest fractions (method of Hamilton). Equal fractions: ``first`` decides.

    Parameters
    ----------
    whole
        What is shared, not negative: units, rupiah.
    weights
        Not negative; where all are zero the shares are equal.
    """
    if not weights:
        return {}
    total = sum(weights.values(), Fraction(0))
    even = {key: Fraction(1) for key in weights}
    parts, total = (weights, total) if total else (even, Fraction(len(even)))
    exact = {key: whole * weight / total for key, weight in parts.items()}
    shares = {key: quota.numerator // quota.denominator for key, quota in exact.items()}
    order = sorted(exact, key=lambda key: (shares[key] - exact[key], first(key)))
    for key in order[: whole - sum(shares.values())]:
        shares[key] += 1
    return shares


def share_within[K: Hashable](
    whole: int,
    weights: Mapping[K, Fraction],
    room: Mapping[K, int],
    first: Callable[[K], Any],
) -> dict[K, int]:
    """Share as :func:`share` does, none getting more than its room.

    Whose quota exceeds its room gets just that; what is left is shared among the others anew.

    Raises
    ------
    ValueError
        If the rooms together are too small.
    """
    if whole > sum(room.values()):
        message = f"{whole} tidak muat dalam {sum(room.values())}."
        raise ValueError(message)
    fixed: dict[K, int] = {}
    while True:
        left = whole - sum(fixed.values())
        open_keys = {key: weight for key, weight in weights.items() if key not in fixed}
        shares = share(left, open_keys, first)
        over = {key: room[key] for key, part in shares.items() if part > room[key]}
        if not over:
            return fixed | shares
        fixed |= over
