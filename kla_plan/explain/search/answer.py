"""What one search gave: a plan, and what no plan can be better than."""

from dataclasses import dataclass, replace

from kla_plan.explain.study import Study
from kla_plan.plan.plan import Plan
from kla_plan.solve import Solution
from kla_plan.solve.solution import proven


@dataclass(frozen=True, slots=True)
class Answer:
    """What one search gave.

    Attributes
    ----------
    plan
        The best plan found, checked again; ``None`` if none was found.
    bound
        What no plan can be better than, in points or rupiah; ``None`` if nothing was proven, and
        infinitely bad if it is proven that there is no plan.
    """

    plan: Plan | None
    bound: float | None

    @property
    def value(self) -> float | None:
        """Objective of the plan, exact."""
        return None if self.plan is None else self.plan.proof.objective

    @property
    def impossible(self) -> bool:
        """Whether it is proven that no plan exists."""
        return self.plan is None and self.bound is not None and abs(self.bound) == float("inf")


def answer(study: Study, plan: Plan | None, whole: Solution | None, limit: float | None) -> Answer:
    """Put plan and bounds together; the plan's proof says how good it is known to be."""
    sign = study.sign
    bounds = [] if limit is None else [limit]
    if whole is not None and whole.bound is not None:
        bounds.append(whole.bound * study.objective.unit)
    if plan is None:
        return Answer(None, sign * min(sign * bound for bound in bounds) if bounds else None)
    value = plan.proof.objective
    bound = sign * max(min(sign * b for b in bounds), sign * value) if bounds else None
    proof = replace(plan.proof, bound=bound, size=study.model.problem.size)
    proof = replace(proof, status=proven(proof.gap, plan.scenario.pemecah.celah).value)
    return Answer(replace(plan, proof=proof), bound)


def best(study: Study, near: Solution | None, whole: Solution | None) -> Solution | None:
    """Return the better one of two solutions."""
    found = [s for s in (near, whole) if s is not None and s.found]
    return max(found, key=lambda s: study.sign * (s.objective or 0.0), default=None)


def better(study: Study, plan: Plan, other: Plan) -> bool:
    """Whether a plan is strictly better than another one."""
    return study.sign * (plan.proof.objective - other.proof.objective) > 0


def settled(study: Study, near: Solution, limit: float | None, gap: float) -> bool:
    """Whether the neighbourhood already holds a plan within the gap of the relaxation."""
    if limit is None or near.objective is None:
        return False
    value = near.objective * study.objective.unit
    scale = max(abs(value), abs(limit))
    return study.sign * (limit - value) <= gap * scale
