"""Why one activity is (not) funded: its page."""

from kla_plan.explain.activity.page import ActivityPage, Earned, Forced, Room
from kla_plan.explain.activity.verb import why_activity

__all__ = [
    "ActivityPage",
    "Earned",
    "Forced",
    "Room",
    "why_activity",
]
