"""One "what if": the best plan of a study's model under a change."""

from kla_plan.explain.search.answer import Answer
from kla_plan.explain.search.checked import checked_plan, plan_of
from kla_plan.explain.search.run import GAP, Aim
from kla_plan.explain.search.verb import polish_share, polished, search

__all__ = [
    "GAP",
    "Aim",
    "Answer",
    "checked_plan",
    "plan_of",
    "polish_share",
    "polished",
    "search",
]
