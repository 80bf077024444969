"""Why a plan is as it is, or cannot be."""

from kla_plan.explain.infeasible import Conflict, why_infeasible

__all__ = ["Conflict", "why_infeasible"]
