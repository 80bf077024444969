"""From a solution or volumes to a plan that was checked outside the solver."""

from dataclasses import replace

from kla_plan.plan.assemble import assemble, read_volumes
from kla_plan.plan.evaluate import Volumes, weighted_points
from kla_plan.plan.plan import Plan, Proof
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.build import Model
from kla_plan.problem.case import Case
from kla_plan.solve import Solution
from kla_plan.solve.door import solver_version


def checked_plan(model: Model, solution: Solution, case: Case) -> Plan | None:
    """Return the plan of a solution, put together exactly; ``None`` if the check rejects it."""
    return plan_of(case, read_volumes(model, solution))


def plan_of(case: Case, volumes: Volumes) -> Plan | None:
    """Return the plan of these volumes, without a bound; ``None`` if the check rejects it."""
    unknown = Proof("time_limit", float("nan"), None, {}, solver_version("highs"), {}, {})
    plan = assemble(case, volumes, unknown)
    if plan is None:
        return None
    cheapest = case.scenario.tujuan == "min_biaya"
    value = plan.cost() if cheapest else weighted_points(case, plan.fractions)
    plan = replace(plan, proof=replace(unknown, objective=float(value)))
    return None if verify_plan(plan) else plan
