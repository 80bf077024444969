"""Mandatory activities (contract 3.4): ``wajib`` means active in at least one year."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause

RULE = "wajib"


def add(draft: Draft) -> None:
    """Write one row per mandatory activity: ``ever[a, tahun_akhir] >= 1``."""
    case = draft.case
    before = case.years[0] - 1
    for activity in case.activities:
        if activity.wajib:
            code = activity.kegiatan
            done = draft.ever(code, case.years[-1], since=before)
            draft.row(f"wajib[{code}]", done, 1.0, None, Clause(RULE, (code,)))
