"""``min_biaya``, and the second stage of ``maks_skor``: the cheapest of equally good plans."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Objective, total


def objective(draft: Draft) -> Objective:
    """Return the spending of all years in money units; realised spending is a constant."""
    case = draft.case
    spending = total(
        draft.spending(activity.kegiatan, year)
        for activity in case.activities
        for year in case.planned
    )
    past = sum(rupiah for (_, year), rupiah in case.realised_rupiah.items() if year in case.years)
    spending.constant += past / case.unit
    return Objective("biaya", maximise=False, expression=spending, unit=float(case.unit))
