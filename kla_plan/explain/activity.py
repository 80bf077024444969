"""Why one activity is (not) funded: everything the plan and the rules say about it, on one page."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.activity_words import sentences
from kla_plan.explain.band import Band, loss
from kla_plan.explain.infeasible import Conflict, why_infeasible
from kla_plan.explain.leave_out import points_without, with_dependents
from kla_plan.explain.search import GAP, polished, search
from kla_plan.explain.study import Change, Study, planned_volumes, study_of
from kla_plan.explain.worth import replanned
from kla_plan.findings import Finding, FindingsError, Place, did_you_mean
from kla_plan.plan.evaluate import answers
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.rules.ceilings import matching_years
from kla_plan.solve.door import OnProgress, Stop

#: Share of the time for bettering the plan itself, so that the activity is not credited with it.
POLISH = 0.3


@dataclass(frozen=True, slots=True)
class Earned:
    """What the activity does for one question in the last year: fractions with and without it.

    ``rivals`` are the other activities that raise the same question; those in the plan first.
    """

    question: str
    label: str
    points: float
    with_it: float
    without_it: float
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A ceiling that the activity would draw on: what it allows and what the plan leaves of it."""

    year: int | None
    fund: str
    opd: str
    top: int
    left: int


@dataclass(frozen=True, slots=True)
class Forced:
    """What changes when the activity is forced in, or out.

    Attributes
    ----------
    way
        ``masuk`` or ``keluar``.
    band
        What is lost.
    plan
        The best plan found that way; ``None`` if none was found.
    added, dropped
        Activities that come in and go out with it.
    clash
        The rules that make it impossible, where that is proven.
    """

    way: str
    band: Band
    plan: Plan | None
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    clash: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """The page of one activity.

    Attributes
    ----------
    plan, code
        The plan (or a better one found on the way) and the activity.
    volumes
        Volume by year in which it is active.
    spending
        Rupiah by (year, fund).
    at_once
        Weighted points lost if it simply falls away.
    earned
        Questions that it can raise.
    needs, needed_by
        Prerequisites, and activities of the plan that need it.
    room
        Ceilings that it draws on, the tightest first.
    forced
        What changes if it is forced out (where it is in the plan) or in (where it is not).
    """

    plan: Plan
    code: str
    volumes: Mapping[int, float]
    spending: Mapping[tuple[int, str], int]
    at_once: float
    earned: tuple[Earned, ...]
    needs: tuple[str, ...]
    needed_by: tuple[str, ...]
    room: tuple[Room, ...]
    forced: Forced

    @property
    def funded(self) -> bool:
        """Whether the activity is in the plan."""
        return bool(self.volumes)

    def sentences(self) -> list[str]:
        """Write the page as sentences."""
        return sentences(self)

    def questions(self) -> pd.DataFrame:
        """Return ``pertanyaan, label, fraksi_tanpa, fraksi_dengan, poin, pesaing``."""
        rows = [
            (e.question, e.label, e.without_it, e.with_it, e.points, ";".join(e.rivals))
            for e in self.earned
        ]
        columns = ["pertanyaan", "label", "fraksi_tanpa", "fraksi_dengan", "poin", "pesaing"]
        return pd.DataFrame(rows, columns=columns)

    def ceilings(self) -> pd.DataFrame:
        """Return ``tahun, sumber_dana, opd, batas_atas, sisa_pagu`` of the ceilings it draws on."""
        rows = [(r.year, r.fund, r.opd, r.top, r.left) for r in self.room]
        columns = ["tahun", "sumber_dana", "opd", "batas_atas", "sisa_pagu"]
        return pd.DataFrame(rows, columns=columns)


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
        tuple(_earned(case, plan, code)),
        tuple(p.butuh for p in plan.pack.prerequisites if p.kegiatan == code),
        tuple(sorted(with_dependents(case, code, used) - {code})),
        _room(plan, code),
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


def _earned(case: Case, plan: Plan, code: str) -> list[Earned]:
    """Return the questions it can raise, by what it earns there in the last year."""
    pack, last = case.pack, plan.years[-1]
    mine = dict.fromkeys(e.pertanyaan for e in pack.effects_of(code))
    own = {k: v for k, v in planned_volumes(plan).items() if k[0] != code}
    left = answers(case, {**case.realised, **own}, list(mine))
    in_plan = set(plan.activities)
    result = []
    for question in mine:
        record = pack.instrument.questions[question]
        rivals = {e.kegiatan for e in case.effects.get(question, ())} - {code}
        now, alone = plan.fractions[last, question], left[last, question]
        result.append(
            Earned(
                question,
                record.label,
                float(now - alone) * float(record.poin_maks),
                float(now),
                float(alone),
                tuple(sorted(rivals, key=lambda a: (a not in in_plan, a))),
            )
        )
    return sorted(result, key=lambda e: (-e.points, e.question))


def _room(plan: Plan, code: str) -> tuple[Room, ...]:
    """Return the ceilings that bound what the activity may cost, the tightest first."""
    pack, activity = plan.pack, plan.pack.activities[code]
    funds = {"", *pack.eligible_funds(code)}
    rows = []
    for row in pack.ceilings:
        years = matching_years(row, pack.planned_years)
        applies = row.opd in {"", activity.opd} and row.sumber_dana in funds and years
        if row.batas_atas is None or not applies:
            continue
        top = int(row.batas_atas * plan.scenario.pagu_faktor)
        past = row.tahun is None and not row.sumber_dana
        spent = sum(
            rupiah
            for (a, year, fund), rupiah in plan.spending.items()
            if (year in years or past)
            and row.sumber_dana in {"", fund}
            and row.opd in {"", pack.activities[a].opd}
        )
        rows.append(Room(row.tahun, row.sumber_dana, row.opd, top, top - spent))
    return tuple(sorted(rows, key=lambda r: (r.left / max(1, r.top), r.year or 0, r.fund, r.opd)))
