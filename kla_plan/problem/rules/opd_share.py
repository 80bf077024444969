"""Fairness, money (``keadilan.maks_porsi_opd``): no OPD takes more than a share of the spending.

``Σ_{a of opd, t} cost[a,t] <= porsi · Σ_{a,t} cost[a,t]`` over the horizon, realised years
included; the OPD is the responsible one.
"""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules.cluster_share import horizon_spending

RULE = "maks_porsi_opd"


def add(draft: Draft) -> None:
    """Write one row per OPD."""
    case = draft.case
    share = case.scenario.keadilan.maks_porsi_opd
    if share >= 1:
        return
    whole = horizon_spending(draft, lambda _: True)
    for opd in sorted({activity.opd for activity in case.activities}):
        own = horizon_spending(draft, lambda a, o=opd: a.opd == o)  # type: ignore[misc]
        if own.terms or own.constant:
            row = own.add(whole, -float(share))
            draft.row(f"maks_porsi_opd[{opd}]", row, None, 0.0, Clause(RULE, (opd,)))
