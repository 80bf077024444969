"""Whether a plan is one of a scenario and a pack."""

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario


def same_wishes(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios ask for the same; their names and the solver's limits may differ."""
    return one == other.model_copy(update={"nama": one.nama, "pemecah": one.pemecah})


def belongs(plan: Plan | None, pack: Pack | None, scenario: Scenario | None) -> bool:
    """Whether a plan was made for this pack (with its ceilings) and these wishes."""
    if plan is None or scenario is None:
        return False
    return plan.pack == pack and same_wishes(plan.scenario, scenario)
