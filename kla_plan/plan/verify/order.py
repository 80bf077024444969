"""Contract 3.4 and the scenario's locks: what may start when, what must and what may not be."""

from collections.abc import Iterator

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import join
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import found
from kla_plan.plan.verify.deeds import Deeds
from kla_plan.scenario import Kunci

_HERE = Place(sheet="volume")


def check_order(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    """Yield a finding for every breach of windows, order, groups, duties and locks."""
    yield from _windows(plan, deeds)
    yield from _prerequisites(plan, deeds)
    yield from _groups(plan, deeds)
    yield from _mandatory(plan, deeds)
    yield from _locked(plan, deeds)
    yield from _forbidden(plan, deeds)


def _windows(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    for code, years in deeds.volume.items():
        activity, first = plan.pack.activities[code], min(years)
        if first <= deeds.last_fact:
            continue  # a start that is a fact cannot be judged any more
        early, late = activity.mulai_paling_awal, activity.mulai_paling_akhir
        if early is not None and first < early:
            yield found("KLA-P-010", f"Kegiatan {code} mulai {first}; paling awal {early}.", _HERE)
        if late is not None and first > late:
            yield found("KLA-P-011", f"Kegiatan {code} mulai {first}; paling akhir {late}.", _HERE)


def _prerequisites(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    for row in plan.pack.prerequisites:
        before = deeds.of(row.butuh)
        for year in deeds.of(row.kegiatan):
            if year <= deeds.last_fact or any(done <= year - row.jeda for done in before):
                continue
            first = f"baru mulai {min(before)}" if before else "tidak pernah dilaksanakan"
            yield found(
                "KLA-P-012",
                f"Kegiatan {row.kegiatan} tahun {year} membutuhkan {row.butuh} paling lambat "
                f"{year - row.jeda}, tetapi {row.butuh} {first}.",
                _HERE,
            )


def _groups(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    groups: dict[str, list[str]] = {}
    for code, activity in plan.pack.activities.items():
        if activity.kelompok_eksklusif and deeds.in_horizon(code):
            groups.setdefault(activity.kelompok_eksklusif, []).append(code)
    for group, members in groups.items():
        if len(members) > 1:
            yield found(
                "KLA-P-013",
                f"Kelompok {group}: {join(members)} dilaksanakan; paling banyak satu kegiatan.",
                _HERE,
            )


def _mandatory(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    for code, activity in plan.pack.activities.items():
        if activity.wajib and not deeds.in_horizon(code):
            yield found(
                "KLA-P-014",
                f"Kegiatan wajib {code} tidak dilaksanakan; seharusnya sekurangnya satu tahun.",
                _HERE,
            )


def _locked(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    for lock in plan.scenario.kunci:
        if isinstance(lock, Kunci):
            held = lock.tahun in plan.pack.years and lock.tahun in deeds.of(lock.kegiatan)
            wish = f"Kegiatan {lock.kegiatan} dikunci pada tahun {lock.tahun}"
        else:
            held, wish = deeds.in_horizon(lock), f"Kegiatan {lock} dikunci"
        if not held:
            yield found("KLA-P-015", f"{wish}, tetapi tidak dilaksanakan.", _HERE)


def _forbidden(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    for code in plan.scenario.larang:
        for year in deeds.of(code):
            if year > deeds.last_fact:
                yield found(
                    "KLA-P-016",
                    f"Kegiatan {code} dilarang skenario, tetapi direncanakan tahun {year}.",
                    _HERE,
                )
