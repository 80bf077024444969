"""``maks_skor``: maximise ``Σ_t bobot_tahun[t]·total[t]``."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear, Objective


def objective(draft: Draft) -> Objective:
    """Return the weighted points; those of realised years are constants."""
    weighted = Linear()
    for year, points in draft.points.items():
        weighted.add(points, float(draft.case.scenario.weight(year)))
    return Objective("skor", maximise=True, expression=weighted)
