"""Fairness, money (``keadilan.min_porsi_klaster``): a share of the spending for a cluster.

``Σ_{a in klaster, t} cost[a,t] >= porsi · Σ_{a,t} cost[a,t]`` over the horizon, realised years
included. An activity belongs to the cluster of its ``indikator``.
"""

from collections.abc import Callable

from kla_plan.pack.columns import Kegiatan
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, Linear

RULE = "min_porsi_klaster"


def add(draft: Draft) -> None:
    """Write one row per cluster with a share."""
    case = draft.case
    shares = {c: s for c, s in sorted(case.scenario.keadilan.min_porsi_klaster.items()) if s > 0}
    if not shares:
        return
    whole = horizon_spending(draft, lambda _: True)
    cluster_of = case.pack.instrument.cluster_of
    for cluster, share in shares.items():
        own = horizon_spending(draft, lambda a, c=cluster: cluster_of(a.indikator) == c)  # type: ignore[misc]
        row = own.add(whole, -float(share))
        draft.row(f"min_porsi_klaster[{cluster}]", row, 0.0, None, Clause(RULE, (cluster,)))


def horizon_spending(draft: Draft, chosen: Callable[[Kegiatan], bool]) -> Linear:
    """Return the spending of the chosen activities in all years, realised ones included."""
    case = draft.case
    result = Linear()
    for activity in case.activities:
        if chosen(activity):
            for year in case.planned:
                result.add(draft.spending(activity.kegiatan, year))
    for (code, year), rupiah in case.realised_rupiah.items():
        if year in case.years and chosen(case.pack.activities[code]):
            result.constant += rupiah / case.unit
    return result
