"""One "what if": the best plan of a study's model under a change, from a plan that is known.

Three steps, each cheap beside the next. The relaxation gives a proven bound in milliseconds. Then
everything in which the relaxation and the known plan agree is kept, and the rest is optimised
(relaxation induced neighbourhood search; Danna, Rothberg and Le Pape, 2005): a small problem that
finds good plans fast. The whole problem comes last, from there, for better plans and a better
bound. What is found is put together exactly and checked outside the solver against the *changed*
pack; what could not be settled keeps its gap.
"""

from dataclasses import replace

from kla_plan.explain.clock import Clock
from kla_plan.explain.search.answer import Answer, best, better, settled
from kla_plan.explain.search.answer import answer as answered
from kla_plan.explain.search.checked import plan_of
from kla_plan.explain.search.run import GAP, Aim, Run
from kla_plan.explain.study import Change, Study, planned_volumes
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.start import start_values
from kla_plan.solve import Status

#: Seconds below which the whole problem says no more than the relaxation.
WHOLE = 1.0
#: Shares of the time for bettering the plan itself, so that nothing else is credited with that:
#: for a plan known to be within this gap, and for any other.
POLISH, NARROW, POLISH_WIDE = 0.1, 0.01, 0.25


def search(  # noqa: PLR0913 - every wish has a name
    study: Study,
    change: Change,
    label: str,
    *,
    seconds: float,
    case: Case | None = None,
    start: Volumes | None = None,
    gap: float = GAP,
    aim: Aim = "free",
) -> Answer:
    """Search for the best plan under a change.

    Parameters
    ----------
    label
        What the search is about, for those who watch.
    seconds
        Time for this search; never more than the study's clock has left.
    case
        The pack and the scenario in which the change is made, for the exact check; the study's
        own where the change only narrows what is allowed.
    start
        Volumes of a plan to begin from; it need not keep the changed rules.
    gap
        Relative gap at which the search stops.
    aim
        Where to look first: at plans that hold all of the known one (``grow``), at parts of it
        (``shrink``), or anywhere near it.
    """
    study.tell(label)
    clock = Clock(min(seconds, study.clock.left), study.clock.stop)
    run = Run(study, change, label, clock, gap)
    limit = study.limit(change)
    worst = -study.sign * float("inf")
    if limit == worst:
        return Answer(None, worst)
    values = None if start is None else start_values(study.model, start)
    near = None if values is None else run.near(values, study.relaxation.point, aim)
    whole = None
    if near is None or (clock.left > WHOLE and not settled(study, near, limit, gap)):
        whole = run.whole(values if near is None else near.values)
        if whole.status is Status.INFEASIBLE and near is None:
            return Answer(None, worst)
    plan = run.plan(best(study, near, whole), case or study.case)
    if plan is None and start is not None:
        plan = plan_of(case or study.case, start)  # what is known may hold as it is
    return answered(study, plan, whole, limit)


def polish_share(plan: Plan) -> float:
    """Return the share of the time for bettering a plan first: more where its gap is wide."""
    gap = plan.proof.gap
    return POLISH if gap is not None and gap <= NARROW else POLISH_WIDE


def polished(study: Study, plan: Plan, seconds: float) -> Plan:
    """Return the plan, or a better one that a short search from it finds.

    A plan that was stopped early can be bettered without any change of rules; without this step
    that would be taken for the price of the first rule looked at.
    """
    if plan.proof.status == Status.OPTIMAL.value:
        return plan
    answer = search(
        study,
        Change(),
        "Memperbaiki rencana pembanding",
        seconds=seconds,
        start=planned_volumes(plan),
    )
    bounds = [b for b in (plan.proof.bound, answer.bound) if b is not None]
    chosen = plan
    if answer.plan is not None and better(study, answer.plan, plan):
        chosen = answer.plan
    value = chosen.proof.objective
    bound = min((study.sign * b for b in bounds), default=None)
    if bound is not None:
        bound = study.sign * max(bound, study.sign * value)
    return replace(chosen, proof=replace(chosen.proof, bound=bound, stages=()))
