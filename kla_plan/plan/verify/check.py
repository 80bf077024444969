"""Every rule of the contract, recomputed on a plan."""

from kla_plan.findings import Finding
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.ceilings import check_ceilings
from kla_plan.plan.verify.claims import check_claims
from kla_plan.plan.verify.deeds import read_deeds
from kla_plan.plan.verify.fairness import check_fairness
from kla_plan.plan.verify.money import check_money
from kla_plan.plan.verify.order import check_order
from kla_plan.plan.verify.progress import answers
from kla_plan.plan.verify.scores import check_answers, check_scores, check_targets
from kla_plan.plan.verify.toughness import check_toughness
from kla_plan.plan.verify.volumes import check_volumes


def verify_plan(plan: Plan) -> tuple[Finding, ...]:
    """Re-check a plan against the contract, in integers and fractions, without the solver.

    Parameters
    ----------
    plan
        The plan; its pack is taken as it is.

    Returns
    -------
    tuple of Finding
        All breaches, volumes first; empty if the plan holds.
    """
    deeds = read_deeds(plan)
    earned = answers(deeds, plan.scenario)
    return (
        *check_volumes(plan, deeds),
        *check_order(plan, deeds),
        *check_money(plan, deeds),
        *check_ceilings(plan, deeds),
        *check_answers(plan, earned),
        *check_scores(plan, earned),
        *check_targets(plan, earned),
        *check_fairness(plan, deeds, earned),
        *check_toughness(plan, deeds, earned),
        *check_claims(plan, earned),
    )
