"""Plans side by side: one table, one chart, one page, one workbook."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from kla_plan.plan.plan import Plan
from kla_plan.report.charts import save_chart
from kla_plan.report.excel.comparison import write_comparison_workbook
from kla_plan.runs.comparison_chart import comparison_chart
from kla_plan.runs.comparison_page import comparison_page
from kla_plan.runs.gap import table_bytes
from kla_plan.runs.plans import open_plan
from kla_plan.runs.staging import staged_files

TABLE, CHART = "perbandingan.csv", "perbandingan.png"
PAGE, BOOK = "perbandingan.html", "perbandingan.xlsx"


def open_all(directories: Sequence[Path]) -> dict[str, Plan]:
    """Return saved plans by the shortest names that tell their folders apart."""
    folders = [folder.resolve() for folder in directories]
    depth = 1
    while len({folder.parts[-depth:] for folder in folders}) < len(set(folders)):
        depth += 1
    return {"/".join(folder.parts[-depth:]): open_plan(folder) for folder in folders}


def comparison(plans: Mapping[str, Plan]) -> pd.DataFrame:
    """Return one row per plan.

    Returns
    -------
    pandas.DataFrame
        ``rencana, daerah, skenario, tujuan, status, celah`` (relative gap; ``NaN`` if none was
        proven), ``tahun_akhir, mandiri, predikat_mandiri, verifikasi, predikat_verifikasi``
        (last year), ``rupiah`` (whole horizon), ``biaya_setelah_cakrawala, kegiatan_dipakai``.
    """
    return pd.DataFrame([_row(name, plan) for name, plan in plans.items()])


def _row(name: str, plan: Plan) -> dict[str, object]:
    last = plan.years[-1]
    return {
        "rencana": name,
        "daerah": plan.pack.profile.full_name,
        "skenario": plan.scenario.nama,
        "tujuan": plan.scenario.tujuan,
        "status": plan.proof.status,
        "celah": float("nan") if plan.proof.gap is None else plan.proof.gap,
        "tahun_akhir": last,
        "mandiri": float(plan.score(last).total),
        "predikat_mandiri": plan.predicate(last),
        "verifikasi": float(plan.verified_total(last)),
        "predikat_verifikasi": plan.predicate(last, after_verification=True),
        "rupiah": plan.cost(),
        "biaya_setelah_cakrawala": sum(plan.after_horizon.values()),
        "kegiatan_dipakai": len(plan.activities),
    }


def compare(directories: Sequence[Path], target: Path | None = None) -> pd.DataFrame:
    """Return :func:`comparison` of saved plans; with a target also write it there.

    Raises
    ------
    FindingsError
        If one of the folders is no saved plan.
    """
    plans = open_all(directories)
    if target is not None:
        write_comparison(plans, target)
    return comparison(plans)


def write_comparison(plans: Mapping[str, Plan], target: Path) -> tuple[Path, ...]:
    """Write table, chart, page and workbook into a folder and return their paths.

    Raises
    ------
    FindingsError
        If one of the files cannot be replaced.
    """
    with staged_files(target) as work:
        (work / TABLE).write_bytes(table_bytes(comparison(plans)))
        save_chart(comparison_chart(plans), work / CHART)
        (work / PAGE).write_text(comparison_page(plans), encoding="utf-8", newline="\n")
        write_comparison_workbook(plans, work / BOOK)
    return tuple(target / name for name in (PAGE, BOOK, CHART, TABLE))
