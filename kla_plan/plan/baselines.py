"""What a plan would be without an optimiser: two usual ways of deciding by hand.

*Greedy* takes, again and again, the step with the most points per rupiah that still fits.
*Even split* gives every cluster the same share of each year's money and fills the shares in the
order of the list. Both keep every ceiling, capacity, prerequisite, group and window; mandatory
activities come first. Both may miss a target or a floor: that belongs to the comparison, and
:func:`kla_plan.plan.verify.verify_plan` says so.
"""

import time
from collections.abc import Iterable

from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.plan.assemble import assemble
from kla_plan.plan.evaluate import Volumes, costs, evaluate, weighted_points
from kla_plan.plan.handwork import Ledger, Step, steps
from kla_plan.plan.make import InfeasibleError
from kla_plan.plan.plan import Plan, Proof
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario


def greedy(pack: Pack, scenario: Scenario) -> Plan:
    """Return the plan of taking the best points per rupiah first, year by year.

    A step is one activity in one year at its largest affordable volume. In each year the steps
    are ranked once by what they add to the score by the end of the horizon, counted alone, per
    rupiah of the horizon; costless steps come first.

    Raises
    ------
    InfeasibleError
        If even what earlier years have committed to does not fit the ceilings.
    """
    begun = time.perf_counter()
    case = Case(pack, scenario)
    ledger = Ledger(case)
    for year, possible in steps(case).items():
        _take_mandatory(ledger, case, year, possible)
        ranked = sorted(possible, key=lambda s: (-_worth(s), s.activity.kegiatan))
        _take(ledger, ranked)
    return _plan(case, ledger, ("rakus", time.perf_counter() - begun))


def rough_start(pack: Pack, scenario: Scenario) -> Volumes:
    """Return the volumes of :func:`greedy` to begin a search from; none where it has no plan."""
    try:
        return greedy(pack, scenario).volumes
    except InfeasibleError:
        return {}


def even_split(pack: Pack, scenario: Scenario) -> Plan:
    """Return the plan of sharing each year's money evenly over the clusters.

    Raises
    ------
    InfeasibleError
        If even what earlier years have committed to does not fit the ceilings.
    """
    begun = time.perf_counter()
    case = Case(pack, scenario)
    ledger = Ledger(case)
    clusters = tuple(pack.instrument.clusters)
    for year, possible in steps(case).items():
        _take_mandatory(ledger, case, year, possible)
        share = ledger.money_left(year) // len(clusters)
        for cluster in clusters:
            in_order = [s for s in possible if _cluster(case, s.activity) == cluster]
            _take(ledger, in_order, share)
    return _plan(case, ledger, ("bagi rata", time.perf_counter() - begun))


def _take(ledger: Ledger, ranked: Iterable[Step], share: int | None = None) -> None:
    spent = 0
    for step in ranked:
        room = None if share is None else share - spent
        spent += ledger.book(step, room)


def _take_mandatory(ledger: Ledger, case: Case, year: int, possible: Iterable[Step]) -> None:
    """Book what must be in, as early as it fits: ``wajib`` and the scenario's ``kunci``."""
    wanted = {a.kegiatan for a in case.activities if a.wajib}
    booked = {code for code, _ in ledger.volumes}
    for lock in case.scenario.kunci:
        if isinstance(lock, str):
            wanted.add(lock)
        elif lock.tahun == year:
            wanted.add(lock.kegiatan)
            booked.discard(lock.kegiatan)
    for step in possible:
        if step.activity.kegiatan in wanted - booked:
            ledger.book(step, anyway=True)


def _worth(step: Step) -> float:
    if step.cost == 0:
        return float("inf") if step.points > 0 else 0.0
    return float(step.points / step.cost)


def _cluster(case: Case, activity: Kegiatan) -> str:
    return case.pack.instrument.cluster_of(activity.indikator)


def _plan(case: Case, ledger: Ledger, made: tuple[str, float]) -> Plan:
    name, seconds = made
    volumes = ledger.volumes
    points = weighted_points(case, evaluate(case, volumes).fractions)
    cost = sum(costs(case, volumes).values())
    value = float(cost if case.scenario.tujuan == "min_biaya" else points)
    proof = Proof("heuristic", value, None, {"menyusun": seconds}, name, {}, {})
    plan = assemble(case, volumes, proof) or assemble(case, volumes, proof, floors=False)
    if plan is None:  # every booking was checked against the funds
        message = f"the {name} baseline broke a ceiling"
        raise AssertionError(message)
    return plan
