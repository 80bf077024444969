"""Capacity (contract 3.3): ``Σ_a kapasitas_per_unit·v[a,t] <= kapasitas_per_tahun`` per OPD."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, Linear

RULE = "kapasitas"


def add(draft: Draft) -> None:
    """Write one row per OPD with a capacity and planned year."""
    case = draft.case
    for code, opd in sorted(case.pack.opds.items()):
        if opd.kapasitas_per_tahun is None:
            continue
        users = [a for a in case.activities if a.opd == code and a.kapasitas_per_unit > 0]
        for year in case.planned if users else ():
            load = Linear()
            for activity in users:
                load.add(draft.volume(activity.kegiatan, year), float(activity.kapasitas_per_unit))
            ceiling = float(opd.kapasitas_per_tahun)
            draft.row(f"kapasitas[{code},{year}]", load, None, ceiling, Clause(RULE, (code, year)))
