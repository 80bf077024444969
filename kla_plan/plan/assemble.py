"""From volumes to a plan: exact costs, answers and funds put together."""

from decimal import ROUND_FLOOR, Decimal

from kla_plan.plan.evaluate import Evaluation, Volumes, evaluate
from kla_plan.plan.funds import split
from kla_plan.plan.plan import Plan, Proof
from kla_plan.problem.build import Model
from kla_plan.problem.case import Case
from kla_plan.solve import Solution

#: Volumes that need not be whole are kept to this step: fine enough for any unit, and exact.
STEP = Decimal("0.000001")


def read_volumes(model: Model, solution: Solution) -> dict[tuple[str, int], Decimal]:
    """Return the volumes of a solution: whole where they must be, else in steps of 10⁻⁶.

    A volume that need not be whole is rounded down, so that it does not cost more than the
    solver allowed; what is less than the yearly minimum after that is the yearly minimum.
    """
    volumes: dict[tuple[str, int], Decimal] = {}
    for (code, year), expression in model.decisions.volume.items():
        activity = model.case.pack.activities[code]
        value = solution.value(expression)
        if activity.bulat:
            volume = Decimal(round(value))
        elif value < float(activity.yearly_minimum) / 2 or value < float(STEP):
            volume = Decimal(0)
        else:
            nudged = Decimal(repr(value + float(STEP) / 1000))
            volume = max(nudged.quantize(STEP, ROUND_FLOOR), activity.yearly_minimum)
        switch = model.decisions.active.get((code, year))
        if volume > 0 or (switch is not None and solution.value(switch) > 0.5):
            volumes[code, year] = volume
    return volumes


def assemble(case: Case, volumes: Volumes, proof: Proof, *, floors: bool = True) -> Plan | None:
    """Return the plan of these volumes; ``None`` if no split of the funds keeps the bounds.

    Without ``floors`` the split keeps the ceilings of the funds only.
    """
    evaluation = evaluate(case, volumes)
    spending = split(case, evaluation.costs, floors=floors)
    return None if spending is None else _plan(case, volumes, evaluation, (spending, proof))


def _plan(
    case: Case,
    volumes: Volumes,
    evaluation: Evaluation,
    rest: tuple[dict[tuple[str, int, str], int], Proof],
) -> Plan:
    spending, proof = rest
    realised = {key: v for key, v in case.realised.items() if key[1] in case.years}
    return Plan(
        pack=case.pack,
        scenario=case.scenario,
        volumes=dict(sorted({**realised, **volumes}.items())),
        spending=dict(sorted(spending.items())),
        fractions=evaluation.fractions,
        after_horizon=evaluation.after_horizon,
        proof=proof,
    )
