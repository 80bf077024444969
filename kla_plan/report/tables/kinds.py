"""Words that the tables share."""

from typing import Literal

from kla_plan.plan.plan import Plan

type Dimension = Literal["opd", "klaster", "sumber_dana"]

#: Name of the fund of realised years, whose spending is not split by fund.
REALISED_FUND = "Realisasi (sumber dana tidak dirinci)"
#: What a year is: a fact that closes the base year, a fact of the horizon, or a plan.
BASE, REALISED, PLANNED = "dasar", "realisasi", "rencana"


def year_kind(plan: Plan, year: int) -> str:
    """Say whether a year of the horizon is a fact or a plan."""
    return REALISED if year <= plan.pack.last_realised_year else PLANNED
