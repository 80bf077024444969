"""What one plan of a city leaves for the next: its written problem, and where its bound was."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kla_plan.problem.build import Model, Wish, build
from kla_plan.problem.case import Case
from kla_plan.problem.moved import moved
from kla_plan.solve import Memory


@dataclass(slots=True)
class Recall:
    """Kept by whoever seeks plans one after the other, as a planner at a slider does.

    Plans found with it are as good and as well proven as without; a search that begins elsewhere
    may end at another plan within the gap asked for.

    Attributes
    ----------
    memory
        See :class:`kla_plan.solve.Memory`.
    last
        The model written last.
    """

    memory: Memory = field(default_factory=Memory)
    last: Model | None = None

    def model(self, case: Case, also: Sequence[Wish] = ()) -> Model:
        """Return the model of a case, written anew only if more than the ceilings has moved.

        A model with rules beside the scenario's is always written anew, and not kept.
        """
        if also:
            return build(case, also)
        again = None if self.last is None else moved(self.last, case)
        self.last = build(case) if again is None else again
        return self.last
