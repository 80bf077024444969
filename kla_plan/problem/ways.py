"""The least amounts that reach each level of an answer: small integer sets, found by counting.

A question draws on a few *sources*, each a whole number of units worth a fixed rise. A **way** is
an amount of every source that reaches a level and of which no source can spare a unit. However
many fractions of units a relaxation offers, it can only mix ways, so that one 0/1 column per way
describes the answer as tightly as any rows on this question alone can (the convex hull of the
reachable pairs of amounts and gain; Balas, 1998, on unions of polyhedra).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

#: Rises are decimals of few digits; a float is read back as the fraction it stands for.
FINEST = 10**9
#: Questions with more ways than this keep the aggregated row: too many columns for what they gain.
MOST_WAYS = 60


@dataclass(frozen=True, slots=True)
class Supply:
    """What a question can draw from one source.

    Attributes
    ----------
    rise
        Progress per unit.
    most
        The largest number of units.
    least
        The smallest positive number of units.
    """

    rise: float
    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Way:
    """Amounts by source that reach ``level``, the number of a level counted from 0."""

    level: int
    amounts: tuple[int, ...]


def exact(value: float) -> Fraction:
    """Return the fraction with a small denominator that a float stands for."""
    return Fraction(value).limit_denominator(FINEST)


def ways(supplies: tuple[Supply, ...], needs: tuple[Fraction, ...]) -> tuple[Way, ...] | None:
    """Return every way to reach each need, or ``None`` if there are more than ``MOST_WAYS``.

    Parameters
    ----------
    needs
        Progress that each level takes, ascending and positive.
    """
    shares = [exact(supply.rise) for supply in supplies]
    whole = math.lcm(*(share.denominator for share in (*shares, *needs)))
    rises = [int(share * whole) for share in shares]
    found: dict[tuple[int, ...], int] = {}
    for level, need in enumerate(needs):
        reaching: list[tuple[int, ...]] = []
        for amounts in _reaching(supplies, rises, int(need * whole)):
            reaching.append(amounts)
            if len(reaching) > 8 * MOST_WAYS:
                return None
        # A way of a lower level that reaches this one too is as small as any way to it.
        found |= dict.fromkeys(_smallest(reaching), level)
        if len(found) > MOST_WAYS:
            return None
    return tuple(Way(level, amounts) for amounts, level in sorted(found.items(), key=_by_level))


def _by_level(item: tuple[tuple[int, ...], int]) -> tuple[int, tuple[int, ...]]:
    return item[1], item[0]


def _reaching(
    supplies: Sequence[Supply], rises: Sequence[int], need: int
) -> Iterator[tuple[int, ...]]:
    """Yield amounts that reach a need, the last source taking just what is left."""
    if need <= 0:
        yield (0,) * len(supplies)
        return
    if not supplies:
        return
    supply, rise = supplies[0], rises[0]
    rest = sum(r * s.most for s, r in zip(supplies[1:], rises[1:], strict=True))
    fewest = max(0, -((rest - need) // rise))
    enough = max(-(-need // rise), supply.least)
    for amount in range(fewest, min(supply.most, enough) + 1):
        if 0 < amount < supply.least:
            continue
        for others in _reaching(supplies[1:], rises[1:], need - rise * amount):
            yield (amount, *others)


def _smallest(candidates: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Return the candidates that no other one stays below in every source."""
    kept: list[tuple[int, ...]] = []
    for candidate in sorted(candidates, key=lambda amounts: (sum(amounts), amounts)):
        if not any(all(a <= b for a, b in zip(k, candidate, strict=True)) for k in kept):
            kept.append(candidate)
    return kept
