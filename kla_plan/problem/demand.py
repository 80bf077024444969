"""Demands: rows ``Σ d·a <= Σ r·v`` in which answers ``a`` take what volumes ``v`` supply."""

import math
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kla_plan.problem.linear import Row
from kla_plan.problem.links import Links

#: A need this small, in units, is what arithmetic with floats has left of none.
NOTHING = 1e-9
#: A need so little above a whole number is rounded to it where rows are added, never where they
#: are replaced: an added row may say less, but not more than the numbers do.
NOISE = 1e-6
#: Demands with more sources than this are left as they are: too many subsets for what they gain.
MOST_SOURCES = 12


@dataclass(frozen=True, slots=True)
class Demand:
    """What answers take: ``needs[j]`` in all once ``answers[j]`` is 1.

    Attributes
    ----------
    nested
        Whether each answer is at most the one before; otherwise at most one of them is 1.
    """

    answers: tuple[int, ...]
    needs: tuple[float, ...]
    nested: bool

    def beyond(self, given: float, rise: float = 1.0, *, whole: bool = False) -> "Demand":
        """Return what is left to take, in units of a rise, where so much is given."""
        needs = [max(0.0, need - given) / rise for need in self.needs]
        if whole:
            needs = [float(math.ceil(need - NOISE)) for need in needs]
        return Demand(self.answers, tuple(needs), nested=self.nested)

    @property
    def any(self) -> bool:
        """Whether anything is taken at all."""
        return max(self.needs) > NOTHING

    @property
    def heads(self) -> tuple[int, ...]:
        """The answers of which at most one is 1, and one is wherever anything is taken."""
        taking = [a for a, need in zip(self.answers, self.needs, strict=True) if need > NOTHING]
        return tuple(taking[:1] if self.nested else taking)

    @property
    def terms(self) -> dict[int, float]:
        """Coefficients by answer whose sum is what is taken."""
        steps = (
            (more - less for less, more in pairwise((0.0, *self.needs)))
            if self.nested
            else self.needs
        )
        return {a: step for a, step in zip(self.answers, steps, strict=True) if step > NOTHING}


def demand_of(row: Row, known: Links) -> Demand | None:
    """Return the demand of a row, or ``None`` if it is none."""
    if row.lower is not None or row.upper is None or row.upper < 0.0:
        return None
    sources = [column for column, value in row.terms.items() if value < 0]
    if not 0 < len(sources) <= MOST_SOURCES or not known.tells(sources):
        return None
    answers = tuple(column for column, value in row.terms.items() if value > 0)
    if not answers or not all(known.binary[answer] for answer in answers):
        return None
    takes = tuple(row.terms[answer] for answer in answers)
    if known.nested(answers):
        return Demand(answers, tuple(accumulate(takes)), nested=True)
    return Demand(answers, takes, nested=False) if known.rivals(answers) else None
