"""What else is nearly as good: different plans within a stated loss."""

from kla_plan.explain.variety.result import Alternative, Alternatives
from kla_plan.explain.variety.verb import alternatives

__all__ = [
    "Alternative",
    "Alternatives",
    "alternatives",
]
