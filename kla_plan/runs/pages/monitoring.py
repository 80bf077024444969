"""Sentences, tables and charts of notebook 10: how a plan is carried out."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas as pd

from kla_plan.indonesian import percent
from kla_plan.pack.read import load_pack
from kla_plan.papers.monitoring import Monitoring, as_if_reported, monitor
from kla_plan.papers.monitoring.line import TROUBLED, Status
from kla_plan.papers.monitoring.reported import QUARTER_NAMES
from kla_plan.papers.monitoring.sums import Group
from kla_plan.papers.monitoring.words import (
    late,
    points_words,
    quarter_words,
    scored_words,
    summary,
)
from kla_plan.papers.monitoring.words import rule_words as rules
from kla_plan.plan.plan import Plan
from kla_plan.runs.plans import require_same_region

__all__ = [
    "activities", "agencies", "clusters", "follow", "matrix", "origin", "points", "points_words",
    "quarter_words", "quarters", "rules", "scored_words", "statuses", "summary_words", "troubled",
]  # fmt: skip


def follow(
    plan: Plan, reports: str | Path = "", year: int = 0, quarter: int = 2, share: float = 1.0
) -> Monitoring:
    """Hold the reports of a pack against a plan; without any, an illustration.

    Parameters
    ----------
    reports
        The pack with the reports; empty: the pack saved with the plan.
    year
        Year of the illustration; 0 is the second year of the plan.
    quarter, share
        Last quarter of the illustration, and what part of the plan it carries out.

    Raises
    ------
    FindingsError
        If the pack has errors or belongs to another region.
    """
    pack = load_pack(reports) if str(reports) else plan.pack
    require_same_region(pack, plan)
    found = monitor(plan, pack)
    if str(reports) or found.known.last is not None:
        return found
    shown = year or plan.pack.planned_years[min(1, len(plan.pack.planned_years) - 1)]
    made_up = as_if_reported(plan, shown, quarter, Decimal(str(share)))
    return monitor(plan, made_up)


def origin(found: Monitoring) -> str:
    """Say whether the reports are data or an illustration."""
    if any("Ilustrasi" in row.keterangan for row in found.known.rows.values()):
        return (
            "**Angka realisasi pada halaman ini ilustrasi, bukan data.** Paket belum memuat "
            f"laporan; tahun sebelum {found.year} dianggap terlaksana persis menurut rencana, dan "
            f"tahun {found.year} dianggap berjalan rata setiap triwulan. Isi lembar "
            "`realisasi_triwulan` pada paket untuk melihat keadaan yang sebenarnya."
        )
    if found.known.last is None:
        return "Paket belum memuat laporan realisasi."
    return f"Realisasi menurut laporan pada paket, sampai dengan tahun {found.year}."


def summary_words(found: Monitoring) -> list[str]:
    """Say what is reported, done and spent."""
    return [text for text in (*summary(found), late(found)) if text]


def quarters(found: Monitoring) -> pd.DataFrame:
    """Return the reported rupiah of the year by quarter."""
    pagu = found.whole(found.year).pagu
    rows = [
        (f"Triwulan {QUARTER_NAMES[one.quarter]}", one.reports, one.rupiah, one.so_far,
         percent(one.so_far / pagu) if pagu else "–")
        for one in found.quarters(found.year)
    ]  # fmt: skip
    heads = ["Triwulan", "Kegiatan yang melapor", "Realisasi (Rp)", "Sampai triwulan itu (Rp)",
             "Terhadap anggaran"]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)


def agencies(found: Monitoring) -> pd.DataFrame:
    """Return plan and realisation of the year by agency."""
    return _groups(found.agencies(found.year))


def clusters(found: Monitoring) -> pd.DataFrame:
    """Return plan and realisation of the year by cluster."""
    return _groups(found.clusters(found.year))


def statuses(found: Monitoring) -> pd.DataFrame:
    """Return how many activities of the year stand how, by status."""
    known = found.whole(found.year).statuses
    rows = [(status.value, known[status]) for status in Status if known[status]]
    return pd.DataFrame(rows, columns=["status", "Kegiatan"])


def _groups(groups: tuple[Group, ...]) -> pd.DataFrame:
    rows = [
        (one.name, len(one.planned), one.pagu, one.rupiah, _share(one.money_share),
         _share(one.progress), sum(one.statuses[status] for status in TROUBLED))
        for one in groups
    ]  # fmt: skip
    heads = ["Nama", "Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "Belanja", "Volume",
             "Perlu perhatian"]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)


def activities(found: Monitoring) -> pd.DataFrame:
    """Return every activity of the year: target, delivered, pagu, spent, status, notes."""
    rows = [
        (one.code, one.activity.nama, one.activity.opd, one.target, one.done.volume,
         one.activity.satuan, one.pagu, one.done.rupiah, one.status.value, "; ".join(one.notes))
        for one in found.of(found.year)
    ]  # fmt: skip
    heads = ["kegiatan", "nama", "opd", "Target", "Terlaksana", "satuan", "Anggaran (Rp)",
             "Realisasi (Rp)", "status", "Keterangan"]  # fmt: skip
    return pd.DataFrame(rows, columns=heads, dtype=object)


def matrix(found: Monitoring) -> pd.DataFrame:
    """Return the activities of the year without notes, as the printed matrix sums them up."""
    return activities(found).drop(columns="Keterangan")


def troubled(found: Monitoring) -> pd.DataFrame:
    """Return those that need attention, the worst first, large ones first among equals."""
    table = activities(found)
    order = {status.value: place for place, status in enumerate(TROUBLED)}
    part = table[table["status"].isin(list(order))].copy()
    part["urutan"] = part["status"].map(order)
    part = part.sort_values(["urutan", "Anggaran (Rp)"], ascending=[True, False], kind="stable")
    return part.drop(columns="urutan").reset_index(drop=True)


def points(found: Monitoring) -> pd.DataFrame:
    """Return the points of every year: planned, of the score sheet, expected."""
    rows = [
        (one.year, float(one.planned.total),
         float(one.reached.score.total) if one.reached else None,
         float(one.expected.total) if one.expected else None)
        for one in found.points
    ]  # fmt: skip
    heads = ["tahun", "Poin rencana", "Lembar skor", "Perkiraan"]
    return pd.DataFrame(rows, columns=heads, dtype=object)


def _share(value: Fraction | None) -> str:
    return "–" if value is None else percent(value)
