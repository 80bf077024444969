"""Who gets what in a plan: shares per cluster and OPD, reach over kecamatan and desa."""

from fractions import Fraction

import pandas as pd

from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_agency


def cluster_shares(plan: Plan) -> pd.DataFrame:
    """Return money and points by cluster.

    Returns
    -------
    pandas.DataFrame
        ``klaster, nama, rupiah, bagian`` (of all spending), ``poin_awal, poin, poin_maks`` (points
        at the start and in the last year), ``capaian`` (share of the maximum).
    """
    instrument, whole = plan.pack.instrument, plan.cost()
    begin, end = plan.pack.start_score(), plan.score(plan.years[-1])
    rows = []
    for code, cluster in instrument.clusters.items():
        spent = sum(
            rupiah
            for (activity, _, _), rupiah in plan.spending.items()
            if instrument.cluster_of(plan.pack.activities[activity].indikator) == code
        )
        most = float(cluster.poin_maks)
        points = float(end.clusters[code])
        rows.append(
            (
                code,
                cluster.nama,
                spent,
                spent / whole if whole else 0.0,
                float(begin.clusters[code]),
                points,
                most,
                points / most if most else 1.0,
            )
        )
    names = "klaster nama rupiah bagian poin_awal poin poin_maks capaian"
    return pd.DataFrame(rows, columns=names.split())


def agency_shares(plan: Plan) -> pd.DataFrame:
    """Return the money by responsible OPD, largest first: opd, nama, rupiah, bagian."""
    whole = plan.cost()
    spent = spent_by_agency(plan)
    rows = [
        (code, plan.pack.opds[code].nama, rupiah, rupiah / whole)
        for code, rupiah in sorted(spent.items(), key=lambda item: (-item[1], item[0]))
    ]
    return pd.DataFrame(rows, columns=["opd", "nama", "rupiah", "bagian"])


def area_reach(plan: Plan) -> pd.DataFrame:
    """Return how far the activities that serve areas reach in the end.

    The tables count kecamatan and desa/kelurahan but do not name them: which ones are served is
    not known, only how many.

    Returns
    -------
    pandas.DataFrame
        ``kegiatan, nama, satuan, jangkauan, wilayah, bagian``; for an activity that is repeated,
        the smallest reach of its active years.
    """
    units = plan.scenario.keadilan.sebaran_kecamatan.satuan
    rows = []
    for code in plan.activities:
        record = plan.pack.activities[code]
        if record.satuan not in units:
            continue
        delivered = {t: v for (a, t), v in plan.volumes.items() if a == code}
        if record.berulang:
            reached, whole = Fraction(min(delivered.values())), Fraction(record.yearly_maximum)
        else:
            past = {r.tahun: r.volume for r in plan.pack.realised if r.kegiatan == code}
            reached = sum(map(Fraction, {**past, **delivered}.values()), Fraction(0))
            whole = Fraction(record.volume_maks)
        share = float(reached / whole) if whole else 1.0
        rows.append((code, record.nama, record.satuan, float(reached), float(whole), share))
    names = ["kegiatan", "nama", "satuan", "jangkauan", "wilayah", "bagian"]
    return pd.DataFrame(rows, columns=names)
