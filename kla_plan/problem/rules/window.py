"""Windows (contract 3.4): the first active year lies in [mulai_paling_awal, mulai_paling_akhir].

Nothing is delivered before the window: ``Σ_{s<awal} v[a,s] = 0``; and what is delivered after it
continues something begun in it: ``v[a,t] <= volume_maks_per_tahun·started[a,akhir]``, t > akhir.
An activity that was realised before has had its first year; the window says nothing more.
"""

from kla_plan.pack.columns import Kegiatan
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, total

RULE = "jendela"


def add(draft: Draft) -> None:
    """Write the windows of every activity that has one."""
    planned = draft.case.planned
    for activity in draft.case.activities:
        if not planned or draft.case.was_active(activity.kegiatan, planned[0] - 1):
            continue
        _not_before(draft, activity)
        _not_first_after(draft, activity)


def _not_before(draft: Draft, activity: Kegiatan) -> None:
    code, first = activity.kegiatan, activity.mulai_paling_awal
    early = [t for t in draft.case.planned if first is not None and t < first]
    if early:
        expression = (
            total(draft.volume(code, t) for t in early)
            if activity.yearly_minimum > 0
            else total(draft.active(code, t) for t in early)
        )
        draft.row(f"jendela_awal[{code}]", expression, None, 0.0, Clause(RULE, (code, "awal")))


def _not_first_after(draft: Draft, activity: Kegiatan) -> None:
    code, last = activity.kegiatan, activity.mulai_paling_akhir
    if last is None:
        return
    clause = Clause(RULE, (code, "akhir"))
    begun = draft.started(code, last)
    for year in (t for t in draft.case.planned if t > last):
        name = f"jendela_akhir[{code},{year}]"
        if activity.yearly_minimum > 0:
            top = float(activity.yearly_maximum)
            draft.at_most(name, draft.volume(code, year), begun * top, clause)
        else:
            draft.at_most(name, draft.active(code, year), begun, clause)
