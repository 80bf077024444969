"""Tables of notebooks 03 and 04 that put figures of a plan side by side."""

from collections.abc import Mapping

import pandas as pd
from IPython.display import display

from kla_plan.indonesian import percent, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.activities import cluster_plan
from kla_plan.report.tables import matrix
from kla_plan.runs.pages.show import say, show


def largest(plan: Plan) -> pd.DataFrame:
    """Return the activities of the plan by falling rupiah, with their share of the whole."""
    table = matrix(plan)
    if table.empty:
        return table
    whole = plan.cost()
    share = [percent(int(r) / whole) if whole else percent(0) for r in table["pagu_total"]]
    table = table.assign(porsi=share)
    return table.sort_values("pagu_total", ascending=False, kind="stable", ignore_index=True)


def against(plan: Plan, others: Mapping[str, Plan]) -> pd.DataFrame:
    """Return the plan beside other ways of choosing: score of the last year, sum, rupiah.

    Returns
    -------
    pandas.DataFrame
        ``cara, mandiri, verifikasi`` (last year), ``jumlah_nilai`` (all years, weighted as the
        scenario wants), ``rupiah, kegiatan_dipakai``.
    """
    rows = [_row(name, each) for name, each in {"rencana ini": plan, **others}.items()]
    return pd.DataFrame(rows)


def _row(name: str, plan: Plan) -> dict[str, object]:
    last = plan.years[-1]
    weighted = sum(
        float(plan.scenario.weight(year)) * float(plan.score(year).total) for year in plan.years
    )
    return {
        "cara": name,
        "mandiri": float(plan.score(last).total),
        "verifikasi": float(plan.verified_total(last)),
        "jumlah_nilai": weighted,
        "rupiah": plan.cost(),
        "kegiatan_dipakai": len(plan.activities),
    }


def chapters(plan: Plan) -> None:
    """Show every cluster: heading with its rupiah, what the document says, the short matrix."""
    table = matrix(plan)
    for code, cluster in plan.pack.instrument.clusters.items():
        rows = table[table["klaster"] == code] if len(table) else table
        amount = int(rows["pagu_total"].sum()) if len(rows) else 0
        display(say(f"### {cluster.nama} ({rupiah(amount)})", *cluster_plan(plan, code, rows)))
        if len(rows):
            display(show(rows, *_SHORT_MATRIX, headings={"nama": "Kegiatan"}))


_SHORT_MATRIX = ("indikator", "kegiatan", "nama", "satuan", "pagu_total", "sumber_dana", "opd")
