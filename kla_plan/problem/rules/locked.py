"""Locks (scenario ``kunci``): an activity must be in, at all or in a given year."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause
from kla_plan.scenario import Kunci

RULE = "kunci"


def add(draft: Draft) -> None:
    """Write ``y[a,tahun] >= 1``, or ``ever[a, tahun_akhir] >= 1`` where no year is given."""
    case = draft.case
    before = case.years[0] - 1
    for lock in case.scenario.kunci:
        if isinstance(lock, Kunci):
            expression = draft.active(lock.kegiatan, lock.tahun)
            key: tuple[str | int, ...] = (lock.kegiatan, lock.tahun)
        else:
            expression = draft.ever(lock, case.years[-1], since=before)
            key = (lock,)
        name = f"kunci[{','.join(map(str, key))}]"
        draft.row(name, expression, 1.0, None, Clause(RULE, key))
