"""What now, after some years of doing: a new start, a new plan, and what changed and why."""

from kla_plan.explain.replan.illustration import as_if_done
from kla_plan.explain.replan.rebase import NoScoreSheetError, rebase, rebase_scenario
from kla_plan.explain.replan.replan import Replan, replan
from kla_plan.explain.replan.steps import Step

__all__ = [
    "NoScoreSheetError",
    "Replan",
    "Step",
    "as_if_done",
    "rebase",
    "rebase_scenario",
    "replan",
]
