"""Why an activity changed between two plans: the facts about it that are different now."""

from collections.abc import Iterator

from kla_plan.explain.replan.steps import Change
from kla_plan.indonesian import join


def reasons(change: Change, activity: str, year: int) -> str:
    """Return the facts about an activity that changed; empty if only others changed around it."""
    return "; ".join(_facts(change, activity, year))


def _facts(change: Change, code: str, year: int) -> Iterator[str]:
    old, new = change.old.pack, change.started
    if code not in old.activities:
        yield "kegiatan baru dalam paket"
        return
    if code not in new.activities:
        yield "kegiatan tidak ada lagi dalam paket"
        return
    yield from _answers(change, code)
    if set(old.effects_of(code)) != set(new.effects_of(code)):
        yield "dampaknya diubah"
    if _done(change, code) != _promised(change, code):
        yield "realisasinya berbeda dari rencana"
    if old.activities[code] != change.given.activities.get(code):
        yield "data kegiatannya diubah"
    if set(old.costs_of(code)) != set(change.given.costs_of(code)):
        yield "harganya diubah"
    if _ceilings(change, code, year, new=False) != _ceilings(change, code, year, new=True):
        yield f"pagu tahun {year} berubah"


def _answers(change: Change, code: str) -> Iterator[str]:
    """Name the questions whose answer in the new sheet is not the one the old plan foresaw."""
    new, old = change.started, change.old
    if new.profile.base_year == old.pack.profile.base_year:
        return
    questions = dict.fromkeys(row.pertanyaan for row in new.effects_of(code))
    better: list[str] = []
    worse: list[str] = []
    for question in questions:
        foreseen = old.fractions[change.year, question]
        moved = float(new.start(question) - foreseen)
        if abs(moved) > 1e-4:
            (better if moved > 0 else worse).append(question)
    if better:
        yield f"jawaban {join(better)} lebih tinggi daripada perkiraan"
    if worse:
        yield f"jawaban {join(worse)} lebih rendah daripada perkiraan"


def _done(change: Change, code: str) -> float:
    rows = change.given.realised
    return float(sum(r.volume for r in rows if r.kegiatan == code and _past(change, r.tahun)))


def _promised(change: Change, code: str) -> float:
    volumes = change.old.volumes
    return float(sum(v for (a, t), v in volumes.items() if a == code and _past(change, t)))


def _past(change: Change, year: int) -> bool:
    return change.old.years[0] <= year <= change.year


def _ceilings(change: Change, code: str, year: int, *, new: bool) -> set[tuple[str, str, object]]:
    pack = change.given if new else change.old.pack
    scenario = change.scenario if new else change.old.scenario
    opd = pack.activities[code].opd
    return {
        (row.sumber_dana, row.opd, scenario.ceiling(row.batas_atas))
        for row in pack.ceilings
        if row.batas_atas is not None and row.tahun in {None, year} and row.opd in {"", opd}
    }
