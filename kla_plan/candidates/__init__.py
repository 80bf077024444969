"""From gaps to activities: who can close which gap, how far, at what cost; and what nobody can.

Convention for every cost here (it is a yardstick, not a plan): the smallest volume that earns the
points, delivered as early as the activity allows, with all that follows (instalments, upkeep, and
for activities whose effect lasts one year only, the repetition) until the last year of the
horizon, at the constant prices of the first year. What prerequisites cost is not included; they
are named beside it. Volumes that were realised in the base year or earlier are used up.
"""

from kla_plan.candidates.coverage import coverage, indicator_coverage, uncovered
from kla_plan.candidates.duplicates import near_duplicates
from kla_plan.candidates.integration import activity_values, integrators
from kla_plan.candidates.matching import candidates

__all__ = [
    "activity_values",
    "candidates",
    "coverage",
    "indicator_coverage",
    "integrators",
    "near_duplicates",
    "uncovered",
]
