"""The fewest exceptions that keep a plan nearly as good: the counting half of two verbs."""

import dataclasses
from collections.abc import Callable, Mapping

from kla_plan.explain.wishes import FewChanges, NoMore
from kla_plan.pack.model import Pack
from kla_plan.plan.assemble import read_volumes
from kla_plan.plan.evaluate import Volumes
from kla_plan.problem.build import Wish, build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Linear, Objective, total
from kla_plan.problem.start import start_values
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Solution, solve

#: Share of the scenario's time for a plan to begin from.
SHARE = 0.4
#: Relative slack of the objective that is kept, for floating-point noise.
NOISE = 1e-7


def fewest[K](
    pack: Pack,
    scenario: Scenario,
    wish: Wish,
    counted: Callable[[], Mapping[K, Linear]],
    *,
    worst: float,
    start: Volumes,
) -> frozenset[K] | None:
    """Return the smallest set of exceptions with an objective not worse than ``worst``.

    Parameters
    ----------
    wish
        Writes the rows that the exceptions loosen.
    counted
        The 0/1 columns of the exceptions, once the wish is written.
    worst
        Points (at least) or rupiah (at most) in the scenario's objective.

    Returns
    -------
    frozenset or None
        The exceptions; ``None`` if none was found in the scenario's time.
    """
    model = build(Case(pack, scenario), [wish])
    first, columns = model.problem.objectives[0], dict(counted())
    keep = first.kept("cukup_baik", worst / first.unit, NOISE)
    count = Objective("pengecualian", maximise=False, expression=total(columns.values()))
    problem = dataclasses.replace(model.problem, rows=(*model.problem.rows, keep))
    solver = scenario.pemecah
    limits = Limits(solver.nama, solver.celah, solver.batas_detik)
    solution = solve(problem, count, limits, start=start_values(model, start))
    return _chosen(solution, columns) if solution.found else None


def nearest(pack: Pack, scenario: Scenario, volumes: Volumes) -> Volumes:
    """Return what can be kept of known volumes under the rules, with few changes; to begin from.

    Only less is tried, never more: a far smaller search than a new plan. If it finds nothing in
    a part of the scenario's time, the volumes themselves are returned.
    """
    near = FewChanges(volumes)
    model = build(Case(pack, scenario), [near, NoMore(volumes)])
    count = Objective("perubahan", maximise=False, expression=total(near.changed.values()))
    solver = scenario.pemecah
    limits = Limits(solver.nama, 0.05, solver.batas_detik * SHARE)
    solution = solve(model.problem, count, limits, start=start_values(model, volumes))
    return read_volumes(model, solution) if solution.found else volumes


def _chosen[K](solution: Solution, columns: Mapping[K, Linear]) -> frozenset[K]:
    return frozenset(key for key, column in columns.items() if solution.value(column) > 0.5)
