"""What each activity is worth: what is lost without it, and how often good plans hold it.

*Lost at once* is exact: the activity falls away, with what needs it, and nothing takes its place.
*Lost after replanning* is what remains lost when the money goes elsewhere; it is sought again and
known within limits. The share of nearly as good plans that hold the activity says how
replaceable it is.
"""

from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.band import Band, loss, measure, unit_of
from kla_plan.explain.leave_out import points_without, with_dependents
from kla_plan.explain.search import GAP, polished, search
from kla_plan.explain.study import Study, planned_volumes, study_of
from kla_plan.explain.variety import Alternatives, alternatives
from kla_plan.indonesian import number, percent, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.problem.case import Case
from kla_plan.solve.door import OnProgress, Stop

#: Seconds below which a search is not begun.
LEAST = 1.5
#: Shares of the time for bettering the plan itself and for nearly as good plans.
POLISH, OTHERS = 0.08, 0.4


@dataclass(frozen=True, slots=True)
class Worth:
    """What one activity of a plan is worth.

    Attributes
    ----------
    activity
        Code.
    cost
        Rupiah of the horizon.
    at_once
        Weighted points lost if it falls away, with what needs it, and nothing takes its place.
    dependents
        Activities of the plan that fall away with it.
    replanned
        What is lost when everything else is planned anew; ``None`` where there was no time.
    share
        Share of the nearly as good plans that hold it.
    """

    activity: str
    cost: int
    at_once: float
    dependents: tuple[str, ...]
    replanned: Band | None
    share: float


@dataclass(frozen=True, slots=True)
class Worths:
    """The ranking of a plan's activities, the most valuable first.

    Attributes
    ----------
    plan
        The plan, or a better one found on the way.
    ranking
        One entry per activity.
    others
        The nearly as good plans that the shares are taken from.
    seconds
        Wall time spent.
    """

    plan: Plan
    ranking: tuple[Worth, ...]
    others: Alternatives
    seconds: float

    def table(self) -> pd.DataFrame:
        """Return the ranking.

        Returns
        -------
        pandas.DataFrame
            ``kegiatan, nama, opd, rupiah, hilang_langsung, hilang_terlihat, paling_sedikit,
            paling_banyak, muncul``; points are weighted.
        """
        return pd.DataFrame([_row(each, self.plan) for each in self.ranking], columns=_COLUMNS)

    def sentences(self) -> list[str]:
        """Say what matters most, what could be missed, and what was left out."""
        return _sentences(self)


_COLUMNS = [
    "kegiatan",
    "nama",
    "opd",
    "rupiah",
    "hilang_langsung",
    "hilang_terlihat",
    "paling_sedikit",
    "paling_banyak",
    "muncul",
]


def activity_worth(
    plan: Plan,
    *,
    seconds: float = 60.0,
    others: Alternatives | None = None,
    gap: float = GAP,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Worths:
    """Return what each activity of a plan is worth, as a ranking.

    Parameters
    ----------
    others
        Nearly as good plans, if they are known already; by default five are sought within 1 %.
    gap
        Relative gap at which one search stops.
    """
    if others is None:
        others = alternatives(plan, seconds=seconds * OTHERS, on_progress=on_progress, stop=stop)
        seconds -= others.seconds
    spent = others.seconds
    study = study_of(plan, max(0.0, seconds), on_progress=on_progress, stop=stop)
    plan = polished(study, plan, study.clock.left * POLISH)
    share = others.frequency()
    ranked = sorted(_entries(study.case, plan), key=lambda entry: (-entry[1], entry[0]))
    cost = spent_by_activity(plan)
    worths = []
    for place, (code, lost, dependents) in enumerate(ranked):
        band = None
        if study.clock.left >= LEAST:
            seconds_here = study.clock.share(len(ranked) - place)
            band, _ = replanned(study, plan, code, seconds_here, gap)
        worths.append(Worth(code, cost[code], lost, dependents, band, share.get(code, 0.0)))
    return Worths(plan, tuple(sorted(worths, key=_most)), others, spent + study.clock.elapsed)


def _entries(case: Case, plan: Plan) -> list[tuple[str, float, tuple[str, ...]]]:
    """Return code, points lost at once and dependents of every activity that was decided."""
    used = sorted({code for code, _ in planned_volumes(plan)})
    entries = []
    for code in used:
        gone = with_dependents(case, code, used)
        entries.append((code, points_without(case, plan, gone), tuple(sorted(gone - {code}))))
    return entries


def replanned(
    study: Study, plan: Plan, code: str, seconds: float, gap: float = GAP
) -> tuple[Band, Plan | None]:
    """Return what is lost with an activity ruled out and the rest planned anew, and that plan."""
    case = study.case
    larang = (*case.scenario.larang, code)
    scenario = case.scenario.model_copy(update={"larang": larang})
    used = {a for a, _ in planned_volumes(plan)}
    gone = with_dependents(case, code, used)
    answer = search(
        study,
        study.without(code),
        f"Nilai kegiatan {code}",
        seconds=max(LEAST, seconds),
        case=Case(case.pack, scenario),
        start={key: v for key, v in planned_volumes(plan).items() if key[0] not in gone},
        gap=gap,
        aim="grow",
    )
    return loss(plan, answer), answer.plan


def _most(worth: Worth) -> tuple[bool, float, float, str]:
    band = worth.replanned
    if band is None:
        return (True, -worth.at_once, 0.0, worth.activity)
    seen = band.most if band.seen is None else band.seen
    return (False, -seen, -worth.at_once, worth.activity)


def _row(worth: Worth, plan: Plan) -> dict[str, object]:
    activity, band = plan.pack.activities[worth.activity], worth.replanned
    return {
        "kegiatan": worth.activity,
        "nama": activity.nama,
        "opd": activity.opd,
        "rupiah": worth.cost,
        "hilang_langsung": worth.at_once,
        "hilang_terlihat": None if band is None else band.seen,
        "paling_sedikit": None if band is None else band.least,
        "paling_banyak": None if band is None else band.most,
        "muncul": worth.share,
    }


def _sentences(found: Worths) -> list[str]:
    unit, pack = unit_of(found.plan), found.plan.pack
    lines = []
    for each in [w for w in found.ranking if w.replanned is not None][:3]:
        assert each.replanned is not None  # noqa: S101 - chosen so
        name = f"{each.activity} ({pack.activities[each.activity].nama})"
        if each.replanned.least == float("inf"):
            lines.append(f"Tanpa {name} terbukti tidak ada rencana yang memenuhi semua aturan.")
        elif each.replanned.seen is None:
            lines.append(f"Tanpa {name} belum ditemukan rencana lain dalam waktu yang tersedia.")
        else:
            lines.append(
                f"Tanpa {name} rencana terbaik yang ditemukan kehilangan "
                f"{measure(each.replanned.seen, unit)}; kehilangan sebenarnya "
                f"{each.replanned.words}."
            )
    idle = [w for w in found.ranking if w.at_once <= 0.005]
    if idle:
        lines.append(
            f"{number(len(idle))} kegiatan tidak menambah nilai secara langsung (senilai "
            f"{rupiah(sum(w.cost for w in idle))}); biasanya karena diwajibkan, menjadi prasyarat, "
            "atau memenuhi belanja minimum."
        )
    sure = sum(w.share >= 1 for w in found.ranking)
    rivals = len(found.others.plans)
    lines.append(
        f"{number(sure)} dari {number(len(found.ranking))} kegiatan "
        f"({percent(sure / max(1, len(found.ranking)), 0)}) ada pada semua {number(rivals)} "
        "rencana yang hampir sama baiknya."
    )
    left = sum(w.replanned is None for w in found.ranking)
    if left:
        lines.append(
            f"Untuk {number(left)} kegiatan rencana pengganti belum dicari karena waktunya habis; "
            "yang tercantum hanya kehilangan langsung, yang dihitung tepat."
        )
    return lines
