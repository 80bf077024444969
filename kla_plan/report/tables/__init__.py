"""Tables of a plan for notebooks, charts and documents; all numbers are the plan's own.

Codes stay in the tables beside the names, so that a row can be found again in the pack. Points
are floats (they are read, not calculated with); rupiah and counts are whole numbers.
"""

from kla_plan.report.tables.kinds import BASE, PLANNED, REALISED, REALISED_FUND, Dimension
from kla_plan.report.tables.matrix import matrix, pagu_column, target_column, year_activities
from kla_plan.report.tables.money import budget, per_year
from kla_plan.report.tables.scores import cluster_path, score_path

__all__ = [
    "BASE",
    "PLANNED",
    "REALISED",
    "REALISED_FUND",
    "Dimension",
    "budget",
    "cluster_path",
    "matrix",
    "pagu_column",
    "per_year",
    "score_path",
    "target_column",
    "year_activities",
]
