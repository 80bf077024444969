"""What is known about a difference: what was seen, and the least and the most it can be."""

from dataclasses import dataclass

from kla_plan.explain.search import Answer
from kla_plan.indonesian import number, rupiah
from kla_plan.plan.plan import Plan

#: Differences below this are no difference: points as shown, and whole rupiah.
_SAME = {"poin": 0.005, "rupiah": 0.5}


@dataclass(frozen=True, slots=True)
class Band:
    """A difference between two optima that are each known within a gap.

    Attributes
    ----------
    seen
        Difference between the two plans that were found; ``None`` if one of them was not.
    least, most
        Proven limits of the true difference; infinite or zero where nothing better is known.
    unit
        ``poin`` (weighted points) or ``rupiah``.
    """

    seen: float | None
    least: float
    most: float
    unit: str

    @property
    def exact(self) -> bool:
        """Whether the true difference is known."""
        return self.most - self.least <= _SAME[self.unit]

    @property
    def words(self) -> str:
        """Say the difference with its limits, in Indonesian."""
        if self.exact:
            return f"tepat {measure(self.least, self.unit)}"
        least, most = measure(self.least, self.unit), measure(self.most, self.unit)
        if self.most == float("inf"):
            return f"paling sedikit {least}, batas atasnya belum diketahui"
        return f"paling sedikit {least}, paling banyak {most}"


def measure(value: float, unit: str) -> str:
    """Write points or rupiah."""
    return rupiah(value) if unit == "rupiah" else f"{number(value)} poin"


def unit_of(plan: Plan) -> str:
    """Return the unit of a plan's objective."""
    return "rupiah" if plan.scenario.tujuan == "min_biaya" else "poin"


def improvement(plan: Plan, answer: Answer) -> Band:
    """Return how much better the optimum is when something is loosened.

    Parameters
    ----------
    answer
        The search with the loosened rule; the plan itself is still allowed there.
    """
    sign = -1 if plan.scenario.tujuan == "min_biaya" else 1
    known = plan.proof.objective
    found = known if answer.value is None else answer.value
    better = max(0.0, sign * (found - known))
    most = float("inf") if answer.bound is None else sign * (answer.bound - known)
    bound = plan.proof.bound
    least = 0.0 if bound is None else max(0.0, sign * (found - bound))
    return Band(better, least, max(most, better), unit_of(plan))


def loss(plan: Plan, answer: Answer) -> Band:
    """Return how much worse the optimum is when something is forbidden or demanded.

    Parameters
    ----------
    answer
        The search with the additional rule; what it finds would have been allowed before too.
    """
    sign = -1 if plan.scenario.tujuan == "min_biaya" else 1
    known = plan.proof.objective
    tops = [bound for bound in (answer.bound, plan.proof.bound) if bound is not None]
    least = max([0.0, *(sign * (known - bound) for bound in tops)])
    bound, found = plan.proof.bound, answer.value
    seen = None if found is None else sign * (known - found)
    most = float("inf")
    if found is not None and bound is not None:
        most = max(0.0, sign * (bound - found))
    if answer.impossible:
        return Band(None, float("inf"), float("inf"), unit_of(plan))
    return Band(None if seen is None else max(0.0, seen), least, max(most, least), unit_of(plan))
