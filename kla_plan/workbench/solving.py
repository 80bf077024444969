"""Solving from the workbench: start, hurry, restart on a change, and explain what is impossible."""

import time
from dataclasses import replace

from kla_plan.explain import cheapest_repair, why_infeasible
from kla_plan.explain.begin import begin_from, unproven
from kla_plan.explain.infeasible.report import learned
from kla_plan.explain.repair import Repair
from kla_plan.explain.study import planned_volumes
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.recall import Recall
from kla_plan.runs.inputs import accept
from kla_plan.scenario import Pemecah, Scenario
from kla_plan.solve.door import OnProgress, Progress, Stop
from kla_plan.workbench.guard import told
from kla_plan.workbench.state import Clash, State
from kla_plan.workbench.store import Store

#: Limits of a quick answer; its second stage (the cheapest of equally good plans) is cut short.
QUICK = Pemecah(celah=0.01, batas_detik=15)
QUICK_SECOND_STAGE = 0.5
#: Seconds for the two halves of an explanation.
WHY_SECONDS, REPAIR_SECONDS = 10.0, 20.0


def solve(store: Store, *, quick: bool = False) -> None:
    """Seek the best plan for the present scenario, beginning from the last plan.

    The plan goes to ``plan``; an impossible scenario to ``clash``, with its explanation after it.
    """
    loaded = store.state.loaded

    def job(on_progress: OnProgress, stop: Stop) -> Plan:
        return best(store.state, on_progress, stop, quick=quick, recall=store.recall)

    def done(plan: Plan) -> None:
        if store.state.loaded is loaded:  # no other pack was opened meanwhile
            store.update(plan=plan, clash=None)

    def failed(error: BaseException) -> None:
        if isinstance(error, InfeasibleError):
            explain(store, error.case.pack, error.case.scenario)
        else:
            store.update(notice=told(error, store.state.folder))

    store.update(notice=None)
    store.worker.start(job, done, failed)


def best(
    state: State,
    on_progress: OnProgress,
    stop: Stop,
    *,
    quick: bool = False,
    recall: Recall | None = None,
) -> Plan:
    """Return the best plan of a state's scenario, begun from its plan where it has one.

    Parameters
    ----------
    quick
        Whether an answer within 1 % in a moment is worth more than a better one later.
    recall
        What the search before has left.

    Raises
    ------
    FindingsError
        If the scenario does not fit the pack; otherwise as ``make_plan``, but a search that was
        stopped too early returns the plan that it began from.
    """
    pack, scenario = _asked(state)
    if quick:
        scenario = scenario.model_copy(update={"pemecah": QUICK})
        if scenario.tujuan == "maks_skor":
            hurry = _Hurry(on_progress, stop)
            on_progress, stop = hurry.on_progress, hurry.stop
    accept(pack, scenario)
    known = state.plan if state.plan is not None and _akin(pack, state.plan) else None
    # A quick answer does not wait for a start that holds: the opening mends the last plan itself.
    hint = planned_volumes(known) if quick and known else begin_from(pack, scenario, known)
    try:
        return make_plan(
            pack, scenario, start=hint, recall=recall, on_progress=on_progress, stop=stop
        )
    except NoPlanInTimeError:
        # Stopped before the solver had looked at anything: a place to begin from is still a plan.
        start = begin_from(pack, scenario, known) if quick else hint
        kept = state.plan if state.current else unproven(pack, scenario, start)
        if kept is None:
            raise
        return kept


def explain(store: Store, pack: Pack, scenario: Scenario) -> None:
    """Seek the rules that clash and the cheapest way out; tell each as soon as it is known."""
    clash = Clash(pack, scenario)
    store.update(clash=clash)

    def job(on_progress: OnProgress, stop: Stop) -> Repair | None:
        found = why_infeasible(pack, scenario, seconds=WHY_SECONDS, stop=stop)
        store.later(tell, replace(clash, conflicts=found))
        return cheapest_repair(
            pack, scenario, seconds=REPAIR_SECONDS, on_progress=on_progress, stop=stop
        )

    def tell(known: Clash) -> None:
        if store.state.clash is not None and _about(store.state.clash, pack, scenario):
            store.update(clash=known)

    def done(repair: Repair | None) -> None:
        if store.state.clash is not None:
            known = store.state.clash
            found = learned(known.conflicts, repair)
            tell(replace(known, conflicts=found, repair=repair, complete=True))

    def failed(error: BaseException) -> None:
        done(None)
        store.update(notice=told(error, store.state.folder))

    store.worker.start(job, done, failed)


def apply(store: Store, pack: Pack, scenario: Scenario) -> None:
    """Take over a suggested change of the ceilings or the scenario, then solve."""
    store.update(pack=pack, scenario=scenario, clash=None)
    if not store.worker.busy:  # a running search is begun again by the change itself
        solve(store)


def follow_changes(store: Store) -> None:
    """Let a change of scenario or ceilings begin a running search again, and drop old clashes."""
    seen: list[State] = [store.state]

    def changed(state: State) -> None:
        before, seen[0] = seen[0], state
        if state.clash is not None and not _about(state.clash, state.pack, state.scenario):
            store.update(clash=None)
        if before.loaded is not state.loaded:
            store.worker.stop()
        elif store.worker.busy and state.scenario is not None:
            solve(store)

    store.on(("pack", "scenario", "loaded"), changed)


class _Hurry:
    """Cuts the second stage short: the score is what a quick answer is about."""

    def __init__(self, on_progress: OnProgress, stop: Stop) -> None:
        self._tell, self._stop = on_progress, stop
        self._second: float | None = None

    def on_progress(self, seen: Progress) -> None:
        """Pass a report on, and notice when the second stage begins."""
        if seen.stage == "biaya" and self._second is None:
            self._second = time.monotonic()
        self._tell(seen)

    def stop(self) -> bool:
        """Whether the planner wants to stop or the second stage has had its time."""
        begun = self._second
        return self._stop() or (begun is not None and time.monotonic() - begun > QUICK_SECOND_STAGE)


def _asked(state: State) -> tuple[Pack, Scenario]:
    if state.pack is None or state.scenario is None:
        message = "a pack must be chosen before a plan is sought"
        raise ValueError(message)
    return state.pack, state.scenario


def _akin(pack: Pack, plan: Plan) -> bool:
    """Whether a plan is about the same activities and years, so that a search may begin from it."""
    return plan.pack.slug == pack.slug and plan.years == pack.years


def _about(clash: Clash, pack: Pack | None, scenario: Scenario | None) -> bool:
    return clash.pack is pack and clash.scenario == scenario
