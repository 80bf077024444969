"""What is known of one aim of a frontier: the cheapest plan, its bound, and a word on both."""

from dataclasses import dataclass

from kla_plan.explain.aims import Aim
from kla_plan.plan.plan import Plan

#: Relative gap at which a cell counts as settled.
GAP = 0.005


@dataclass(frozen=True, slots=True)
class Cell:
    """The cheapest way to one aim.

    Attributes
    ----------
    aim
        Predicate, first year and score.
    plan
        The cheapest plan found; ``None`` if none is known.
    bound
        Rupiah that every such plan costs at least; infinite if it is proven that there is none.
    most
        Highest self-assessed total that is possible in the first year, where the aim was not
        reached; it is proven by the relaxation.
    """

    aim: Aim
    plan: Plan | None
    bound: float
    most: float | None = None

    @property
    def cost(self) -> int | None:
        """Rupiah of the horizon of the cheapest plan found."""
        return None if self.plan is None else self.plan.cost()

    @property
    def total(self) -> float | None:
        """Self-assessed total of the first year in the plan found."""
        return None if self.plan is None else float(self.plan.score(self.aim.year).total)

    @property
    def impossible(self) -> bool:
        """Whether it is proven that no plan reaches the aim."""
        return self.plan is None and self.bound == float("inf")

    @property
    def gap(self) -> float | None:
        """How far the plan may be from the cheapest, relatively."""
        if self.plan is None:
            return None
        cost = self.plan.cost()
        return max(0.0, cost - self.bound) / cost if cost else 0.0

    @property
    def status(self) -> str:
        """Say in a word or two what is known."""
        if self.impossible:
            return "terbukti tidak mungkin"
        if self.plan is None:
            return "belum ditemukan"
        return "terbukti termurah" if (self.gap or 0.0) <= GAP else "ditemukan"
