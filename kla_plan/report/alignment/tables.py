"""The comparison as tables, for notebooks and workbooks."""

import pandas as pd

from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year
from kla_plan.report.alignment.facts import KINDS, Status
from kla_plan.report.alignment.match import Alignment


def alignment_table(plan: Plan, found: Alignment) -> pd.DataFrame:
    """Return one row per activity, document and planned year.

    Returns
    -------
    pandas.DataFrame
        ``kegiatan, nama, opd, kode`` (finest known), ``program_kode, dokumen, tahun, status,
        opd_lain`` (joined by ``; ``), ``rupiah`` (the plan's spending of that year).
    """
    spent = spent_by_year(plan)
    rows = [
        (
            code,
            plan.pack.activities[code].nama,
            action.opd,
            action.coded.code,
            action.coded.programme,
            match.kind,
            match.year,
            match.status.value,
            "; ".join(match.elsewhere),
            spent[code, match.year],
        )
        for code, action in found.actions.items()
        for match in action.matches
    ]
    columns = [
        "kegiatan", "nama", "opd", "kode", "program_kode", "dokumen", "tahun", "status",
        "opd_lain", "rupiah",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def document_counts(found: Alignment) -> pd.DataFrame:
    """Return one row per document: ``dokumen``, one column per status, ``jumlah`` (activities).

    An activity counts once per document, with its worst status over the years.
    """
    rows = []
    for kind in KINDS:
        seen = [action.status(kind) for action in found.actions.values()]
        rows.append(
            {
                "dokumen": kind,
                **{status.value: seen.count(status) for status in Status},
                "jumlah": len(seen),
            }
        )
    return pd.DataFrame(rows)
