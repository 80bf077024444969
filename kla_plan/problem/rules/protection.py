"""Fairness, protection (``keadilan.minimal_perlindungan_khusus``): a floor in every planned year.

``Σ_{a in klaster} cost[a,t] >= rupiah_per_tahun`` and ``>= porsi · Σ_a cost[a,t]``.
"""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, total

RULE = "perlindungan_khusus"


def add(draft: Draft) -> None:
    """Write one row per planned year and kind of floor."""
    case = draft.case
    wish = case.scenario.keadilan.minimal_perlindungan_khusus
    cluster_of = case.pack.instrument.cluster_of
    if not wish.rupiah_per_tahun and not wish.porsi:
        return
    members = [a for a in case.activities if cluster_of(a.indikator) == wish.klaster]
    for year in case.planned:
        own = total(draft.spending(a.kegiatan, year) for a in members)
        if wish.rupiah_per_tahun:
            clause = Clause(RULE, (year, "rupiah"))
            least = wish.rupiah_per_tahun / case.unit
            draft.row(f"perlindungan[{year},rupiah]", own, least, None, clause)
        if wish.porsi:
            whole = total(draft.spending(a.kegiatan, year) for a in case.activities)
            row = own + whole * -float(wish.porsi)
            clause = Clause(RULE, (year, "porsi"))
            draft.row(f"perlindungan[{year},porsi]", row, 0.0, None, clause)
