"""Exclusive groups (contract 3.4): at most one activity of a ``kelompok_eksklusif``.

``Σ_{a in group} ever[a, tahun_akhir] <= 1``; what was realised in the horizon counts, what was
realised before it does not.
"""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, total

RULE = "eksklusif"


def add(draft: Draft) -> None:
    """Write one row per group."""
    case = draft.case
    groups: dict[str, list[str]] = {}
    for activity in case.activities:
        if activity.kelompok_eksklusif:
            groups.setdefault(activity.kelompok_eksklusif, []).append(activity.kegiatan)
    before = case.years[0] - 1
    for group, members in sorted(groups.items()):
        chosen = total(draft.ever(a, case.years[-1], since=before) for a in members)
        draft.row(f"eksklusif[{group}]", chosen, None, 1.0, Clause(RULE, (group,)))
