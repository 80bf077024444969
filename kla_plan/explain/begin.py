"""Where the search for a changed scenario begins, when a plan for another one is known."""

from kla_plan.explain.fill import filled
from kla_plan.explain.study import planned_volumes
from kla_plan.pack.model import Pack
from kla_plan.plan.assemble import assemble
from kla_plan.plan.baselines import rough_start
from kla_plan.plan.evaluate import Volumes, costs, evaluate, weighted_points
from kla_plan.plan.plan import Plan, Proof
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario


def begin_from(pack: Pack, scenario: Scenario, known: Plan | None = None) -> Volumes:
    """Return volumes for a search to begin from.

    A known plan that keeps every rule of the scenario is taken whole, and what money is left is
    spent by hand. One that does not is no place to begin from: a solver spends longer on mending
    it than on what :func:`kla_plan.plan.baselines.rough_start` offers, which is then returned.
    """
    if known is None:
        return rough_start(pack, scenario)
    case = Case(pack, scenario)
    volumes = planned_volumes(known)
    same = assemble(case, volumes, known.proof)
    if same is None or verify_plan(same):
        return rough_start(pack, scenario)
    return filled(case, same) if scenario.tujuan == "maks_skor" else volumes


def unproven(pack: Pack, scenario: Scenario, volumes: Volumes) -> Plan | None:
    """Return the plan of known volumes, of which nothing is proven; ``None`` if it breaks a rule.

    It is what a search that was stopped at once leaves behind: the place it began from.
    """
    case = Case(pack, scenario)
    if scenario.tujuan == "min_biaya":
        value = float(sum(costs(case, volumes).values()))
    else:
        value = float(weighted_points(case, evaluate(case, volumes).fractions))
    proof = Proof("heuristic", value, None, {}, "rencana awal pencarian", {}, {})
    plan = assemble(case, volumes, proof)
    return None if plan is None or verify_plan(plan) else plan
