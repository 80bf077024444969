"""The objectives of contract 3.7, one per file."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Objective
from kla_plan.problem.objectives import least_cost, most_points


def objectives(draft: Draft) -> tuple[Objective, ...]:
    """Return the objectives of the scenario, from the most to the least important."""
    if draft.case.scenario.tujuan == "min_biaya":
        return (least_cost.objective(draft),)
    return (most_points.objective(draft), least_cost.objective(draft))
