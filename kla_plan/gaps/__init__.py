"""From scores to gaps: where the points are missing, who holds them, what is not proven yet.

Every verb takes a pack and returns a table. Points are computed exactly and returned as floats,
because these tables are read and drawn, not calculated with.

Verified points stand where the pack has them (``poin_verifikasi``). Where it has none they are
unknown (``NaN``), unless a verification discount is given: then they are the expected ones,
``points × (1 − discount)`` as in contract 3.6, and ``verifikasi`` says ``perkiraan``.
"""

from kla_plan.gaps.agencies import NO_OPD, opd_gaps
from kla_plan.gaps.evidence import evidence_gaps, evidence_status
from kla_plan.gaps.points import cluster_gaps, indicator_gaps, kind_gaps, question_gaps
from kla_plan.gaps.predicates import predicate_gaps

__all__ = [
    "NO_OPD",
    "cluster_gaps",
    "evidence_gaps",
    "evidence_status",
    "indicator_gaps",
    "kind_gaps",
    "opd_gaps",
    "predicate_gaps",
    "question_gaps",
]
