"""What deciding by hand leads to, as a place to begin from; nothing where even that fails."""

from kla_plan.pack.model import Pack
from kla_plan.plan.baselines import greedy
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.make import InfeasibleError
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario


def plan_by_hand(pack: Pack, scenario: Scenario) -> Plan | None:
    """Return the greedy plan; it keeps every ceiling, but may miss targets and floors.

    ``None`` if what past deliveries still cost does not fit the ceilings.
    """
    try:
        return greedy(pack, scenario)
    except InfeasibleError:
        return None


def volumes_by_hand(pack: Pack, scenario: Scenario) -> Volumes | None:
    """Return the volumes of the greedy plan, ``None`` if there is none."""
    plan = plan_by_hand(pack, scenario)
    return None if plan is None else plan.volumes
