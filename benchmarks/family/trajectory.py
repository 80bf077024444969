"""What a solver knew and when: the one thing every opponent delivers, and what is read from it.

Objectives are maximised. The *gap* is common to all: ``(bound - value) / value``, relative to the
best plan found, whatever definition a solver uses for itself.
"""

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: Values of a solver carry noise; a target missed by no more than this share counts as met.
NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Point:
    """Best value and proven bound from ``seconds`` on; ``None`` where there is none yet."""

    seconds: float
    value: float | None
    bound: float | None

    @property
    def gap(self) -> float | None:
        """Relative gap; ``None`` without a value or a bound."""
        return gap(self.value, self.bound)


@dataclass(slots=True)
class Trajectory:
    """Points as they come; the clock starts when the trajectory is made."""

    points: list[Point] = field(default_factory=list)
    _begun: float = field(default_factory=time.perf_counter)

    def seconds(self) -> float:
        """Return the seconds since the start."""
        return time.perf_counter() - self._begun

    def saw(self, value: float | None, bound: float | None) -> None:
        """Take a report; only what is better than before makes a new point."""
        last = self.points[-1] if self.points else Point(0.0, None, None)
        best = max(_known(last.value, value), default=None)
        least = min(_known(last.bound, bound), default=None)
        if (best, least) != (last.value, last.bound):
            self.points.append(Point(self.seconds(), best, least))


def _known(*numbers: float | None) -> list[float]:
    return [number for number in numbers if number is not None and math.isfinite(number)]


def gap(value: float | None, bound: float | None) -> float | None:
    """Return ``(bound - value) / value``; never below 0; ``None`` where it is not known."""
    if value is None or bound is None or value <= 0:
        return None
    return max(0.0, bound - value) / value


def seconds_to_gap(points: Iterable[Point], target: float) -> float | None:
    """Return when a gap was first proven; ``None`` if it never was."""
    limit = target * (1 + NOISE)
    return next((p.seconds for p in points if p.gap is not None and p.gap <= limit), None)


def seconds_to_value(points: Iterable[Point], target: float) -> float | None:
    """Return when a value was first reached; ``None`` if it never was."""
    limit = target * (1 - NOISE)
    return next((p.seconds for p in points if p.value is not None and p.value >= limit), None)


def at(points: Sequence[Point], seconds: float) -> Point:
    """Return what was known after so many seconds."""
    known = [point for point in points if point.seconds <= seconds]
    return known[-1] if known else Point(0.0, None, None)
