"""What else is nearly as good: different plans within a stated loss, and what all have in common.

One after another, each new plan leaves out as many activities of *every* plan before it as the
loss allows (a max–min distance), and is then made as cheap as that distance allows, so that
nothing is in it only to look different. The search begins from what can be left out by hand;
where it finds nothing farther in its time, the money set free is spent on other things. Where no
activity can be left out, deliveries in single years are counted in place of activities.
"""

from kla_plan.explain.study import study_of
from kla_plan.explain.variety.away import LEAST, Search
from kla_plan.explain.variety.result import Alternative, Alternatives
from kla_plan.plan.plan import Plan
from kla_plan.solve.door import OnProgress, Stop


def alternatives(
    plan: Plan,
    count: int = 5,
    loss: float = 0.01,
    *,
    seconds: float = 60.0,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Alternatives:
    """Return up to ``count`` genuinely different plans that lose at most ``loss``.

    Parameters
    ----------
    loss
        Share of the plan's objective that an alternative may lose (cost more, where the plan
        seeks the least cost).
    """
    study = study_of(plan, seconds, on_progress=on_progress, stop=stop)
    search = Search(study, plan, loss)
    found: list[Alternative] = []
    complete = False
    while len(found) < count and study.clock.left >= LEAST:
        study.tell(f"Mencari rencana lain {len(found) + 1} dari {count}")
        plans = [plan, *(other.plan for other in found)]
        other, complete = search.next(plans, study.clock.share(count - len(found)))
        if other is None:
            break
        found.append(other)
    return Alternatives(plan, tuple(found), loss, complete, study.clock.elapsed)
