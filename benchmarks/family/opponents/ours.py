"""Our optimiser: the model of :mod:`kla_plan.problem`, solved by :mod:`kla_plan.solve`.

Only the first objective counts, as for every opponent: the second one (the cheapest of equally
good plans) is a question that the others are not asked.
"""

from benchmarks.family.outcome import Ask, Outcome, status_of
from benchmarks.family.trajectory import Trajectory
from kla_plan.pack.model import Pack
from kla_plan.plan.assemble import read_volumes
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Progress, Status, solve


def run(pack: Pack, scenario: Scenario, ask: Ask, seen: Trajectory) -> Outcome:
    """Build, solve and report.

    Raises
    ------
    ValueError
        If more than one thread is asked for: plans are reproducible, so we use one.
    """
    if ask.threads != 1:
        message = "kla-plan solves on one thread"
        raise ValueError(message)
    model = build(Case(pack, scenario))
    objective = model.problem.objectives[0]
    built = seen.seconds()

    def report(progress: Progress) -> None:
        seen.saw(_scaled(progress.objective), _scaled(progress.bound))

    def _scaled(value: float | None) -> float | None:
        return None if value is None else value * objective.unit

    limits = Limits(gap=ask.gap, seconds=max(1.0, ask.seconds - built))
    solution = solve(model.problem, objective, limits, on_progress=report)
    seen.saw(_scaled(solution.objective), _scaled(solution.bound))
    if solution.status is Status.INFEASIBLE:
        return Outcome("mustahil", None, built)
    plan = read_volumes(model, solution) if solution.found else None
    stopped = solution.status is Status.TIME_LIMIT
    return Outcome(status_of(plan, stopped=stopped), plan, built + solution.build_seconds)
