"""From volumes to a plan: exact costs, answers and funds put together."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kla_plan.plan.evaluate import Evaluation, Volumes, evaluate
from kla_plan.plan.funds import split
from kla_plan.plan.plan import Plan, Proof
from kla_plan.problem.build import Model
from kla_plan.problem.case import Case
from kla_plan.solve import Solution

#: Volumes that need not be whole are kept to this step: fine enough for any unit, and exact.
STEP = Decimal("0.000001")
#: A volume this close to a step is that step with the noise of a solver.
_NUDGE = float(STEP) / 1000
#: Relative loss of points that is noise: far below any step of an answer; and what computing in
#: floating point alone may lose.
_NOISE, _EXACT = 1e-6, 1e-9


def read_volumes(model: Model, solution: Solution) -> dict[tuple[str, int], Decimal]:
    """Return the volumes of a solution: whole where they must be, else in steps of 10⁻⁶.

    A volume that need not be whole is rounded down, so that it does not cost more than the
    solver allowed; what is less than the yearly minimum after that is the yearly minimum. Where
    the millionths that are cut off lose an answer (sums of several deliveries must reach a
    level), volumes are rounded up instead, within what may be delivered at most: first those that
    are more than a solver's noise above a step, then all.
    """
    down = _rounded(model, solution, ROUND_FLOOR, _NUDGE)
    if all(a.bulat for a in model.case.activities) or not _loses(model, solution, down):
        return down
    for nudge in (-_NUDGE, 0.0):
        up = _rounded(model, solution, ROUND_CEILING, nudge)
        if not _loses(model, solution, up):
            return up
    return down


def _loses(model: Model, solution: Solution, volumes: Volumes) -> bool:
    """Whether a year has fewer points than the solution says; with a target, any loss counts."""
    case = model.case
    fractions = evaluate(case, volumes).fractions
    targets = {target.tahun for target in case.scenario.target}
    for year, points in model.points.items():
        sheet = {code: fractions[year, code] for code in case.pack.instrument.questions}
        promised = solution.value(points)
        noise = _EXACT if year in targets else _NOISE
        if float(case.pack.instrument.score(sheet).total) < promised - noise * max(1.0, promised):
            return True
    return False


def _rounded(
    model: Model, solution: Solution, rounding: str, nudge: float
) -> dict[tuple[str, int], Decimal]:
    volumes: dict[tuple[str, int], Decimal] = {}
    left = {a.kegiatan: a.volume_maks for a in model.case.activities if not a.berulang}
    for (code, _), volume in model.case.realised.items():
        if code in left:
            left[code] -= volume
    for (code, year), expression in sorted(model.decisions.volume.items()):
        activity = model.case.pack.activities[code]
        value = solution.value(expression)
        if activity.bulat:
            volume = Decimal(round(value))
        elif value < float(activity.yearly_minimum) / 2 or value < float(STEP):
            volume = Decimal(0)
        else:
            volume = Decimal(repr(value + nudge)).quantize(STEP, rounding)
            most = min(activity.yearly_maximum, left.get(code, activity.yearly_maximum))
            volume = max(min(volume, most), activity.yearly_minimum)
            if code in left:
                left[code] -= volume
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
