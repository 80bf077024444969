"""Why one activity is (not) funded: everything the plan and the rules say about it, on one page."""

from kla_plan.explain.activity.facts import earned, room
from kla_plan.explain.activity.page import ActivityPage, Forced
from kla_plan.explain.band import loss
from kla_plan.explain.infeasible import Conflict, why_infeasible
from kla_plan.explain.leave_out import points_without, with_dependents
from kla_plan.explain.search import GAP, polished, search
from kla_plan.explain.study import Change, Study, planned_volumes, study_of
from kla_plan.explain.worth import replanned
from kla_plan.findings import Finding, FindingsError, Place, did_you_mean
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.solve.door import OnProgress, Stop

#: Share of the time for bettering the plan itself, so that the activity is not credited with it.
POLISH = 0.3


def why_activity(
    plan: Plan,
    code: str,
    *,
    seconds: float = 20.0,
    gap: float = GAP,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> ActivityPage:
    """Return why an activity is, or is not, in a plan, and what would change otherwise.

    Raises
    ------
    FindingsError
        If the pack has no such activity.
    """
    if code not in plan.pack.activities:
        raise FindingsError([_unknown(plan, code)])
    inside = any(a == code for a, _ in planned_volumes(plan))
    study = study_of(plan, seconds, on_progress=on_progress, stop=stop)
    plan = polished(study, plan, study.clock.left * POLISH)
    forced = _out(study, plan, code, gap) if inside else _in(study, plan, code, gap)
    used = sorted({a for a, _ in planned_volumes(plan)})
    case = study.case
    return ActivityPage(
        plan,
        code,
        {year: float(v) for (a, year), v in plan.volumes.items() if a == code},
        {(year, fund): r for (a, year, fund), r in plan.spending.items() if a == code},
        points_without(case, plan, {code}) if inside else 0.0,
        tuple(earned(case, plan, code)),
        tuple(p.butuh for p in plan.pack.prerequisites if p.kegiatan == code),
        tuple(sorted(with_dependents(case, code, used) - {code})),
        room(plan, code),
        forced,
    )


def _unknown(plan: Plan, code: str) -> Finding:
    return Finding(
        "KLA-J-001",
        f'Kegiatan "{code}" tidak ada dalam paket.{did_you_mean(code, plan.pack.activities)}',
        "Pakai kode kegiatan seperti pada lembar kegiatan, misalnya dari matriks.xlsx.",
        Place(sheet="kegiatan"),
        code,
    )


def _out(study: Study, plan: Plan, code: str, gap: float) -> Forced:
    band, other = replanned(study, plan, code, study.clock.left, gap)
    clash: tuple[Conflict, ...] = ()
    if other is None and band.least == float("inf"):
        scenario = study.case.scenario
        banned = scenario.model_copy(update={"larang": (*scenario.larang, code)})
        clash = why_infeasible(plan.pack, banned, stop=study.clock.stop)
    return Forced("keluar", band, other, *_moves(plan, other), clash)


def _in(study: Study, plan: Plan, code: str, gap: float) -> Forced:
    """Lock the activity in; the model is built anew, because a lock is a rule of its own."""
    scenario = study.case.scenario
    locked = scenario.model_copy(update={"kunci": (*scenario.kunci, code)})
    clock = study.clock
    again = Study(
        Case(plan.pack, locked), clock.left, on_progress=study.on_progress, stop=clock.stop
    )
    answer = search(
        again,
        Change(),
        f"Memasukkan kegiatan {code}",
        seconds=again.clock.left,
        start=planned_volumes(plan),
        gap=gap,
    )
    clash: tuple[Conflict, ...] = ()
    if answer.impossible:
        clash = why_infeasible(plan.pack, locked, stop=clock.stop)
    return Forced("masuk", loss(plan, answer), answer.plan, *_moves(plan, answer.plan), clash)


def _moves(plan: Plan, other: Plan | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if other is None:
        return (), ()
    before, after = set(plan.activities), set(other.activities)
    order = plan.pack.activities
    return (
        tuple(code for code in order if code in after - before),
        tuple(code for code in order if code in before - after),
    )
