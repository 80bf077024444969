"""Fairness, points (``keadilan.min_poin_klaster``): no cluster is left behind.

``Σ_{i in klaster} min(poin_maks[i], Σ_q poin_maks[q]·f[q,tahun_akhir]) >= batas[klaster]``, on the
self-assessed score. Only a floor is asked for, so a column below both the indicator's maximum
and its questions' points stands for the minimum of the two.
"""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, Linear

RULE = "min_poin_klaster"


def add(draft: Draft) -> None:
    """Write one row per cluster with a floor."""
    floors = draft.case.scenario.keadilan.min_poin_klaster
    for cluster, floor in sorted(floors.items()):
        if floor > 0:
            points = _points(draft, cluster, draft.case.years[-1])
            name = f"min_poin_klaster[{cluster}]"
            draft.row(name, points, float(floor), None, Clause(RULE, (cluster,)))


def _points(draft: Draft, cluster: str, year: int) -> Linear:
    instrument = draft.case.pack.instrument
    result = Linear()
    for code, indicator in instrument.indicators.items():
        if indicator.klaster != cluster:
            continue
        points = Linear()
        for question in instrument.questions_of(code):
            top = float(question.poin_maks)
            points.constant += top * float(draft.case.start(question.pertanyaan))
            gain = draft.gains.get((question.pertanyaan, year))
            if gain is not None:
                points.add(gain, top)
        cap = float(indicator.poin_maks)
        if draft.upper_bound(points) > cap:
            earned = draft.column(f"sk[{code},{year}]", 0.0, cap)
            draft.at_most(f"batas_klaster[{code},{year}]", earned, points)
            points = earned
        result.add(points)
    return result
