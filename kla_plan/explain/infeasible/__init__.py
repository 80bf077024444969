"""Why no plan is possible: the smallest set of rules that clash, and what would resolve it."""

from kla_plan.explain.infeasible.conflict import Conflict, findings
from kla_plan.explain.infeasible.sentences import head, sentences, smallest
from kla_plan.explain.infeasible.verb import why_infeasible

__all__ = ["Conflict", "findings", "head", "sentences", "smallest", "why_infeasible"]
