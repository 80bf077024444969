"""Greedy: the most points per rupiah first, without any proof (``kla_plan.greedy``)."""

from benchmarks.family.outcome import Ask, Outcome
from benchmarks.family.trajectory import Trajectory
from kla_plan import greedy
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError
from kla_plan.scenario import Scenario


def run(pack: Pack, scenario: Scenario, ask: Ask, seen: Trajectory) -> Outcome:  # noqa: ARG001
    """Choose; it stops by itself and knows no bound."""
    try:
        plan = greedy(pack, scenario)
    except InfeasibleError:
        return Outcome("tanpa_solusi", None, 0.0)
    seen.saw(plan.proof.objective, None)
    return Outcome("selesai", plan.volumes, 0.0)
