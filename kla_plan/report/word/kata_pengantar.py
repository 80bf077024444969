"""Kata pengantar."""

from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import activities, budget, score


def kata_pengantar(plan: Plan) -> dict[str, object]:
    """Return the values of the foreword."""
    return {
        "capaian": score.path(plan),
        "anggaran": f"{activities.overview(plan)} {budget.total(plan)}",
    }
