"""Robustness, effects (``ketahanan.jawaban_gagal``): targets hold when k answers do not rise.

The k most valuable gains of a target's year are lost, ``d[q] = poin_maks[q]·(f[q,t] − g0[q])``
(Bertsimas and Sim, 2004)::

    total[t] − (k·z + Σ_q p[q]) >= needed,   z + p[q] >= d[q],   z, p >= 0

Where an indicator is capped, less than *d* is lost: the rule is then on the safe side.
"""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, Linear
from kla_plan.problem.rules.targets import needed

RULE = "tahan_jawaban"


def add(draft: Draft) -> None:
    """Protect every target."""
    case = draft.case
    k = case.scenario.ketahanan.jawaban_gagal
    for number, target in enumerate(case.scenario.target if k else (), 1):
        year = target.tahun
        label = f"{number},{year}"
        z = draft.column(f"gagal_z[{label}]")
        sure = Linear().add(draft.points[year]).add(z, -float(k))
        for (question, when), gain in sorted(draft.gains.items()):
            if when == year:
                worth = float(case.pack.instrument.questions[question].poin_maks)
                share = draft.column(f"gagal_p[{label},{question}]")
                draft.at_most(f"gagal_d[{label},{question}]", gain * worth, z + share)
                sure.add(share, -1.0)
        clause = Clause(RULE, (number,))
        draft.row(f"tahan_target[{label}]", sure, float(needed(case, target)), None, clause)
