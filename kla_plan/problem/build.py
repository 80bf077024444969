"""From a case to the problem, and from a solution's values back to decisions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kla_plan.problem.case import Case
from kla_plan.problem.decisions import Decisions
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear, Problem
from kla_plan.problem.objectives import objectives
from kla_plan.problem.rules import OPTIONAL, RULES


@dataclass(frozen=True, slots=True)
class Model:
    """A case written as a problem, with where its decisions and points are found."""

    case: Case
    problem: Problem
    decisions: Decisions
    points: dict[int, Linear]
    gains: dict[tuple[str, int], Linear]


type Wish = Callable[[Draft], None]


def build(case: Case, also: Sequence[Wish] = ()) -> Model:
    """Write the problem of a case: every rule, what is asked for besides, then the objectives."""
    draft = Draft(case)
    for rule in (*RULES, *OPTIONAL):
        rule.add(draft)
    for wish in also:
        wish(draft)
    goals = objectives(draft)
    return Model(
        case, draft.problem(goals), draft.decisions(), dict(draft.points), dict(draft.gains)
    )
