"""From a case to the problem, and from a solution's values back to decisions."""

from dataclasses import dataclass

from kla_plan.problem.case import Case
from kla_plan.problem.draft import Decisions, Draft
from kla_plan.problem.linear import Linear, Problem
from kla_plan.problem.objectives import objectives
from kla_plan.problem.rules import RULES


@dataclass(frozen=True, slots=True)
class Model:
    """A case written as a problem, with where its decisions and points are found."""

    case: Case
    problem: Problem
    decisions: Decisions
    points: dict[int, Linear]
    gains: dict[tuple[str, int], Linear]


def build(case: Case) -> Model:
    """Write the problem of a case: every rule, then the objectives."""
    draft = Draft(case)
    for rule in RULES:
        rule.add(draft)
    goals = objectives(draft)
    return Model(
        case, draft.problem(goals), draft.decisions(), dict(draft.points), dict(draft.gains)
    )
