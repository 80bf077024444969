"""Prerequisites (contract 3.4).

``y[a,t] = 1`` only if ``butuh`` has been active in some year ``<= t − jeda``. Because "has been
active" never goes back, the same is said by ``started[a,t] <= ever[butuh, t − jeda]``, which
needs no yearly switch for one-off activities and is as tight. An activity that was realised
before keeps the yearly form, since it has already started.
"""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause

RULE = "prasyarat"


def add(draft: Draft) -> None:
    """Write one row per prerequisite and planned year."""
    case = draft.case
    for need in sorted(case.pack.prerequisites, key=lambda p: (p.kegiatan, p.butuh)):
        clause = Clause(RULE, (need.kegiatan, need.butuh))
        one_off = not case.pack.activities[need.kegiatan].berulang
        for year in case.planned:
            before = draft.ever(need.butuh, year - need.jeda)
            if before.is_constant and before.constant >= 1:
                continue
            begun = draft.started if one_off else draft.active
            name = f"prasyarat[{need.kegiatan},{need.butuh},{year}]"
            draft.at_most(name, begun(need.kegiatan, year), before, clause)
