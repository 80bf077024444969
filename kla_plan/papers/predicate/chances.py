"""How sure each predicate is: probabilities of many simulated courses of the plan."""

from dataclasses import dataclass

from kla_plan.explain.risk import Discount, Simulation, simulate
from kla_plan.explain.risk.uncertainty import usual_uncertainty
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Chances:
    """The simulated courses and the discount they were drawn with."""

    simulation: Simulation

    @property
    def discount(self) -> Discount:
        """What verification takes away, fitted to the regions with both scores known."""
        return self.simulation.uncertainty.discount

    def at_least(self, predicate: str, year: int) -> float:
        """Return the probability of at least this predicate after verification in a year."""
        table = self.simulation.predicates()
        mine = table[(table["tahun"] == year) & (table["predikat"] == predicate)]
        return float(mine["sekurangnya"].iloc[0])


def chances(plan: Plan) -> Chances:
    """Simulate the plan with the usual assumptions; the same plan gives the same numbers."""
    return Chances(simulate(plan, uncertainty=usual_uncertainty()))
