"""BAB VII Penutup."""

from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import activities, budget, score


def bab7(plan: Plan) -> dict[str, object]:
    """Return the values of BAB VII."""
    parts = (activities.overview(plan), budget.total(plan), score.path(plan))
    return {"ringkasan": " ".join(parts)}
