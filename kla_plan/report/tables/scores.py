"""Both scores by year, and the points of the clusters."""

import pandas as pd

from kla_plan.gaps.verification import verified_points
from kla_plan.instrument import verified
from kla_plan.plan.plan import Plan
from kla_plan.report.tables.kinds import BASE, year_kind


def score_path(plan: Plan) -> pd.DataFrame:
    """Return both scores and their predicates, from the base year to the last year.

    Returns
    -------
    pandas.DataFrame
        ``tahun, jenis`` (dasar, realisasi, rencana), ``mandiri, predikat_mandiri, verifikasi,
        predikat_verifikasi, rupiah``.
    """
    pack = plan.pack
    start = pack.start_score().total
    checked = verified_points(pack, pack.start_score(), plan.scenario.diskon_verifikasi).total
    assert checked is not None  # noqa: S101 - a discount leaves nothing unknown
    rows: list[dict[str, object]] = [
        {
            "tahun": pack.profile.base_year,
            "jenis": BASE,
            "mandiri": float(start),
            "predikat_mandiri": pack.instrument.predicate(start),
            "verifikasi": float(checked),
            "predikat_verifikasi": pack.instrument.predicate(checked),
            "rupiah": 0,
        }
    ]
    rows += [
        {
            "tahun": year,
            "jenis": year_kind(plan, year),
            "mandiri": float(total),
            "predikat_mandiri": pack.instrument.predicate(total),
            "verifikasi": float(after),
            "predikat_verifikasi": pack.instrument.predicate(after),
            "rupiah": plan.cost(year),
        }
        for year in plan.years
        for total in (plan.score(year).total,)
        for after in (verified(total, plan.scenario.diskon_verifikasi),)
    ]
    return pd.DataFrame(rows)


def cluster_path(plan: Plan) -> pd.DataFrame:
    """Return self-assessed points by cluster: ``klaster, nama, poin_maks``, then one column per
    year from the base year on (named by the year).
    """  # noqa: D205 - one sentence, too long for one line
    scores = {plan.pack.profile.base_year: plan.pack.start_score()}
    scores |= {year: plan.score(year) for year in plan.years}
    rows = [
        {
            "klaster": code,
            "nama": cluster.nama,
            "poin_maks": float(cluster.poin_maks),
            **{year: float(score.clusters[code]) for year, score in scores.items()},
        }
        for code, cluster in plan.pack.instrument.clusters.items()
    ]
    return pd.DataFrame(rows)
