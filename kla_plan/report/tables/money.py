"""Rupiah by agency, cluster, fund and year."""

from collections import defaultdict

import pandas as pd

from kla_plan.plan.plan import Plan
from kla_plan.report.tables.kinds import REALISED_FUND, Dimension, year_kind


def budget(plan: Plan, by: Dimension) -> pd.DataFrame:
    """Return rupiah by agency, cluster or fund and year.

    Returns
    -------
    pandas.DataFrame
        ``kode, nama``, one whole-rupiah column per year (named by the year, an integer) and
        ``jumlah``. Clusters and funds in the pack's order, agencies by falling sum; only those
        that spend. The columns add up to :meth:`Plan.cost`.
    """
    sums: dict[str, dict[int, int]] = defaultdict(lambda: dict.fromkeys(plan.years, 0))
    for (activity, year, fund), rupiah in plan.spending.items():
        sums[_group(plan, by, activity, fund)][year] += rupiah
    order = _order(plan, by, {code: sum(years.values()) for code, years in sums.items()})
    rows = [
        {
            "kode": code,
            "nama": _name(plan, by, code),
            **sums[code],
            "jumlah": sum(sums[code].values()),
        }
        for code in order
    ]
    return pd.DataFrame(rows, columns=["kode", "nama", *plan.years, "jumlah"])


def _group(plan: Plan, by: Dimension, activity: str, fund: str) -> str:
    if by == "sumber_dana":
        return fund or REALISED_FUND
    record = plan.pack.activities[activity]
    return record.opd if by == "opd" else plan.pack.instrument.cluster_of(record.indikator)


def _order(plan: Plan, by: Dimension, sums: dict[str, int]) -> list[str]:
    if by == "opd":
        return sorted(sums, key=lambda code: (-sums[code], code))
    known = plan.pack.instrument.clusters if by == "klaster" else (*plan.pack.funds, REALISED_FUND)
    return [code for code in known if code in sums]


def _name(plan: Plan, by: Dimension, code: str) -> str:
    if by == "opd":
        return plan.pack.opds[code].nama
    return plan.pack.instrument.clusters[code].nama if by == "klaster" else code


def per_year(plan: Plan) -> pd.DataFrame:
    """Return ``tahun, jenis`` (realisasi or rencana), ``kegiatan`` (active ones), ``rupiah``."""
    rows = [
        {
            "tahun": year,
            "jenis": year_kind(plan, year),
            "kegiatan": sum(1 for (_, t) in plan.volumes if t == year),
            "rupiah": plan.cost(year),
        }
        for year in plan.years
    ]
    return pd.DataFrame(rows)
