"""Sentences and settings that set several plans beside each other."""

from collections.abc import Callable, Mapping

from kla_plan.indonesian import join, number, percent, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import score, wishes
from kla_plan.report.sentences.words import capital, count, listed, points
from kla_plan.report.tables.comparison import Plans, activities_beside, meets
from kla_plan.scenario import Kunci, Scenario, Target

_GOALS = {"maks_skor": "nilai tertinggi", "min_biaya": "biaya terendah"}
_SCALES = {"bertangga": "bertangga", "kontinu": "kontinu (sebanding kemajuan)"}
_NONE = "tidak ada"
#: Shown where a plan has no such year, ceiling, target or activity.
NOTHING = "–"
#: Whether a target is met, in words.
MET = {True: "tercapai", False: "belum"}


def overview(plans: Plans) -> list[str]:
    """Say which plan scores highest, which is cheapest, who meets every target, what differs."""
    if len(plans) < 2:
        return ["Perbandingan memerlukan sekurangnya dua rencana."]
    return [*_best(plans), *_aims(plans), _differ(plans)]


def _best(plans: Plans) -> list[str]:
    totals = {name: float(plan.score(plan.years[-1]).total) for name, plan in plans.items()}
    costs = {name: plan.cost() for name, plan in plans.items()}
    return [
        (
            f"Nilai mandiri tertinggi pada tahun terakhir dicapai {_names(totals, max)}; terendah "
            f"{_names(totals, min)}."
            if len(set(totals.values())) > 1
            else f"Nilai mandiri pada tahun terakhir sama pada semua rencana, yaitu "
            f"{points(next(iter(totals.values())))}."
        ),
        (
            f"Biaya terendah pada {_names(costs, min, rupiah_short)}; tertinggi pada "
            f"{_names(costs, max, rupiah_short)}."
            if len(set(costs.values())) > 1
            else f"Biaya semua rencana sama, yaitu {rupiah_short(next(iter(costs.values())))}."
        ),
    ]


def _names(
    values: Mapping[str, float],
    extreme: Callable[..., float],
    written: Callable[[float], str] = points,
) -> str:
    best = extreme(values.values())
    return f"{join([f'“{name}”' for name, v in values.items() if v == best])} ({written(best)})"


def _aims(plans: Plans) -> list[str]:
    asked = {name: plan for name, plan in plans.items() if plan.scenario.target}
    missed = [
        f"“{name}” ({count(late, 'sasaran')} belum)"
        for name, plan in asked.items()
        if (late := sum(1 for target in plan.scenario.target if not meets(plan, target)))
    ]
    if not asked:
        return ["Tidak satu pun skenario ini menetapkan sasaran."]
    if missed:
        return [f"Belum memenuhi seluruh sasaran skenarionya sendiri: {join(missed)}."]
    return [f"Sasaran skenarionya sendiri dipenuhi oleh {join([f'“{name}”' for name in asked])}."]


def _differ(plans: Plans) -> str:
    rows = activities_beside(plans)
    used = {code for plan in plans.values() for code in plan.activities}
    partly = sum(1 for row in rows if not row.everywhere)
    if not rows:
        return f"Semua rencana memuat {count(len(used), 'kegiatan')} yang sama persis."
    return (
        f"{count(len(used) - len(rows), 'kegiatan', start=True)} direncanakan sama pada semua "
        f"rencana; {count(partly, 'kegiatan')} hanya ada pada sebagian rencana, dan "
        f"{count(len(rows) - partly, 'kegiatan')} ada pada semua tetapi berbeda volume, tahun, "
        "atau biayanya."
    )


def since(year: int | None, lost: int | None) -> str:
    """Write the first year of a predicate, and that it is lost again where it is."""
    if year is None:
        return NOTHING
    return str(year) if lost is None else f"{year} (lepas {lost})"


def wanted(target: Target) -> str:
    """Write what a target asks for: a predicate or points."""
    return target.predikat or points(float(target.poin or 0))


def settings_beside(plans: Plans) -> list[tuple[str, list[str]]]:
    """Return the settings in which the scenarios differ: name, and the value of each plan."""
    rows = [(name, [say(plan) for plan in plans.values()]) for name, say in _SETTINGS.items()]
    return [(name, values) for name, values in rows if len(set(values)) > 1]


def _targets(plan: Plan) -> str:
    wanted = [f"{years}: {wish}" for years, wish in score.targets(plan.scenario)]
    return capital("; ".join(wanted)) or _NONE


def _weights(scenario: Scenario) -> str:
    named = [f"{year}: {number(w)}" for year, w in sorted(scenario.bobot_tahun.items()) if w != 1]
    return "; ".join(named) or "semua 1"


def _locked(scenario: Scenario) -> str:
    named = [
        f"{wish.kegiatan} ({wish.tahun})" if isinstance(wish, Kunci) else wish
        for wish in scenario.kunci
    ]
    return listed(named, 12) or _NONE


_SETTINGS: Mapping[str, Callable[[Plan], str]] = {
    "Tujuan": lambda plan: _GOALS[plan.scenario.tujuan],
    "Sasaran": _targets,
    "Bobot tahun": lambda plan: _weights(plan.scenario),
    "Faktor pagu": lambda plan: number(plan.scenario.pagu_faktor, 2),
    "Inflasi per tahun": lambda plan: percent(plan.scenario.inflasi),
    "Potongan verifikasi": lambda plan: percent(plan.scenario.diskon_verifikasi),
    "Kegiatan wajib": lambda plan: _locked(plan.scenario),
    "Kegiatan dilarang": lambda plan: listed(list(plan.scenario.larang), 12) or _NONE,
    "Skala jawaban": lambda plan: _SCALES[plan.scenario.skala],
    "Keadilan": lambda plan: " ".join(wishes.fairness(plan)) or _NONE,
    "Ketahanan": lambda plan: " ".join(wishes.robustness(plan)) or _NONE,
}
