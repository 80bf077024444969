"""The levels an answer can still reach, with what each gains and needs (contract 3.5, 3.6)."""

from dataclasses import dataclass, field
from fractions import Fraction

from kla_plan.instrument import TOLERANCE, answered
from kla_plan.problem.ways import Supply, Way, exact, ways


@dataclass(frozen=True, slots=True, eq=False)
class Staircase:
    """Levels above what is sure, in ascending order.

    Attributes
    ----------
    sure
        Gain that needs nothing more.
    gains
        What each level gains beyond ``sure``.
    needs
        Progress that each level takes beyond what is given already.
    """

    sure: float
    gains: tuple[float, ...]
    needs: tuple[Fraction, ...]
    _ways: dict[tuple[Supply, ...], tuple[Way, ...] | None] = field(default_factory=dict)

    def ways(self, supplies: tuple[Supply, ...]) -> tuple[Way, ...] | None:
        """Return the ways to each level, counted once for the same supplies."""
        if supplies not in self._ways:
            self._ways[supplies] = ways(supplies, self.needs)
        return self._ways[supplies]


class Stairs:
    """The scale of one question from its starting value, the same for all years.

    Attributes
    ----------
    start
        *g0*.
    """

    def __init__(self, scale: tuple[Fraction, ...], start: Fraction) -> None:
        self._scale = scale
        self.start = start
        self._known: dict[tuple[float, float], Staircase] = {}

    def between(self, given: float, reachable: float) -> Staircase:
        """Return the levels above the progress that is given and within what is reachable."""
        key = (given, reachable)
        if key not in self._known:
            self._known[key] = self._between(exact(given), exact(reachable))
        return self._known[key]

    def _between(self, given: Fraction, reachable: Fraction) -> Staircase:
        start, scale = self.start, self._scale
        base = answered(start + given, start, scale, stepped=True)
        top = answered(start + reachable, start, scale, stepped=True)
        levels = [level for level in scale if base < level <= top]
        return Staircase(
            float(base - start),
            tuple(float(level - base) for level in levels),
            tuple(level - start - given - TOLERANCE for level in levels),
        )
