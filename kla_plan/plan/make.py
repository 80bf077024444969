"""``make_plan``: the whole way from a pack and a scenario to a checked plan."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kla_plan.findings import Finding
from kla_plan.pack.model import Pack
from kla_plan.plan.assemble import assemble, read_volumes
from kla_plan.plan.evaluate import Volumes, costs, evaluate, weighted_points
from kla_plan.plan.plan import Plan, Proof
from kla_plan.plan.recall import Recall
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.build import Model, Wish
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Objective, Problem
from kla_plan.problem.rules import MONEY_RULES
from kla_plan.problem.start import start_values
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Solution, Status
from kla_plan.solve.door import OnProgress, Stop, solver_version
from kla_plan.solve.lexicographic import solve_in_order
from kla_plan.solve.solution import proven

#: Rounding a solver's almost-whole volumes can overrun a ceiling by some rupiah. If it does, the
#: plan is sought again with ceilings drawn in by so many money units.
MARGINS = (0.0, 1e-3, 1e-1)
#: Seconds that the search has in any case; and what is sought again, which begins from what was
#: found: its decisions are good, only their last millionths have to give way.
LEAST_SECONDS, LEAST_AGAIN = 1.0, 2.0


class InfeasibleError(Exception):
    """No plan can meet the rules; :func:`kla_plan.explain.why_infeasible` tells which clash.

    Attributes
    ----------
    case
        The pack under the scenario that cannot be met.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        super().__init__(f"no plan meets every rule of {case.pack.slug}")


class NoPlanInTimeError(Exception):
    """The solver found no plan in the time it had; there may be one."""


class RejectedPlanError(Exception):
    """A plan did not pass the check outside the solver and must not be shown.

    Attributes
    ----------
    findings
        What the check found.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))


def make_plan(
    pack: Pack,
    scenario: Scenario,
    *,
    start: Volumes | None = None,
    also: Sequence[Wish] = (),
    recall: Recall | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Plan:
    """Return the best plan found for a scenario, re-checked outside the solver.

    Parameters
    ----------
    start
        Volumes of a known plan, by (kegiatan, tahun), to begin the search from.
    also
        Rules beside those of the scenario, each a function that writes rows into the draft. The
        proof is then about the plans that keep them too.
    recall
        What the plan before this one has left.
    on_progress, stop
        See :func:`kla_plan.solve.solve`.

    Raises
    ------
    InfeasibleError
        If no plan can meet the rules.
    NoPlanInTimeError
        If none was found within the scenario's time limit.
    RejectedPlanError
        If what was found does not hold when recomputed exactly.
    """
    begun = time.perf_counter()
    case, solver = Case(pack, scenario), scenario.pemecah
    recall = Recall() if recall is None else recall
    model = recall.model(case, also)
    built = time.perf_counter() - begun
    spent = {"menyusun": built}
    rejected: tuple[Finding, ...] = ()
    bound: float | None = None
    known = None if start is None else start_values(model, start)
    for margin in MARGINS:
        drawn_in = replace(model, problem=draw_in(model.problem, margin))
        left = solver.batas_detik - (time.perf_counter() - begun - built)
        seconds = max(left, LEAST_AGAIN if margin else LEAST_SECONDS)
        solutions = solve_in_order(
            drawn_in.problem,
            Limits(solver.nama, solver.celah, seconds),
            pieces=tuple(model.gains.values()),
            start=known,
            memory=recall.memory,
            on_progress=on_progress,
            stop=stop,
        )
        if margin == 0.0:
            _raise_without_solution(case, solutions[0])
            bound = solutions[0].bound  # drawn-in ceilings prove nothing about the real ones
        _add_seconds(spent, model, solutions)
        plan, rejected = _best(drawn_in, solutions, bound, spent)
        if plan is not None:
            return plan
        known = next((s.values for s in reversed(solutions) if s.found), known)
    raise RejectedPlanError(rejected)


def _raise_without_solution(case: Case, first: Solution) -> None:
    if first.status is Status.INFEASIBLE:
        raise InfeasibleError(case)
    if not first.found:
        raise NoPlanInTimeError(first.status)


def draw_in(problem: Problem, margin: float) -> Problem:
    """Return the problem with every ceiling lowered and every floor raised by a margin."""
    if margin == 0.0:
        return problem
    rows = tuple(
        replace(
            row,
            upper=None if row.upper is None else row.upper - margin,
            lower=None if row.lower is None else row.lower + margin,
        )
        if row.clause is not None and row.clause.rule in MONEY_RULES
        else row
        for row in problem.rows
    )
    return replace(problem, rows=rows)


def _best(
    model: Model,
    solutions: tuple[Solution, ...],
    bound: float | None,
    spent: Mapping[str, float],
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Return the plan of the last stage that holds exactly, or why none does."""
    rejected: tuple[Finding, ...] = ()
    read = [read_volumes(model, solution) for solution in solutions if solution.found]
    valued = [(volumes, _value(model.case, volumes)) for volumes in read]
    for volumes, value in reversed(valued):
        if model.case.scenario.tujuan == "maks_skor" and value < valued[0][1]:
            continue  # rounding lost points that the first stage has
        plan = assemble(model.case, volumes, _proof(model, solutions, (value, bound), spent))
        if plan is None:
            continue
        rejected = verify_plan(plan)
        if not rejected:
            return plan, ()
    return None, rejected


def _add_seconds(spent: dict[str, float], model: Model, solutions: tuple[Solution, ...]) -> None:
    """Add what an attempt took, whether or not its plan holds: by stage, and for handing over."""
    for objective, solution in _staged(model, solutions):
        part = f"memecahkan_{objective.name}"
        spent[part] = spent.get(part, 0.0) + solution.seconds
        spent["menyusun"] += solution.build_seconds


def _value(case: Case, volumes: Volumes) -> float:
    if case.scenario.tujuan == "min_biaya":
        return float(sum(costs(case, volumes).values()))
    return float(weighted_points(case, evaluate(case, volumes).fractions))


def _proof(
    model: Model,
    solutions: tuple[Solution, ...],
    reached: tuple[float, float | None],
    spent: Mapping[str, float],
) -> Proof:
    """Return the proof of a plan's exact value; its status says no more than the gap does."""
    value, limit = reached
    objective, solver = model.problem.objectives[0], model.case.scenario.pemecah
    bound = None
    if limit is not None:
        limit *= objective.unit
        bound = max(limit, value) if objective.maximise else min(limit, value)
    proof = Proof(
        status=Status.TIME_LIMIT.value,
        objective=value,
        bound=bound,
        seconds=dict(spent),
        solver=solver_version(solver.nama),
        options={**solver.model_dump(), "utas": 1},
        size=model.problem.size,
        stages=tuple(_stage(o.name, o.unit, s) for o, s in _staged(model, solutions)),
    )
    return replace(proof, status=proven(proof.gap, solver.celah).value)


def _staged(model: Model, solutions: tuple[Solution, ...]) -> list[tuple[Objective, Solution]]:
    return list(zip(model.problem.objectives, solutions, strict=False))


def _stage(name: str, unit: float, solution: Solution) -> Mapping[str, object]:
    return {
        "nama": name,
        "status": str(solution.status),
        "objective": None if solution.objective is None else solution.objective * unit,
        "bound": None if solution.bound is None else solution.bound * unit,
        "gap": solution.gap,
        "seconds": solution.seconds,
    }
