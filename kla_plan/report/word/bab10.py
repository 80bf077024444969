"""BAB X Penutup."""

from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import activities, budget, score


def bab10(plan: Plan) -> dict[str, object]:
    """Return the values of BAB X."""
    parts = (activities.overview(plan), budget.total(plan), score.path(plan))
    return {"ringkasan": " ".join(parts)}
