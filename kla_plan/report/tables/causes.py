"""Where points are missing and by which kind of question, cluster by cluster."""

from fractions import Fraction

import pandas as pd

from kla_plan.gaps import question_gaps
from kla_plan.pack.model import Pack
from kla_plan.pack.spread import SPREAD


def open_questions(pack: Pack) -> pd.DataFrame:
    """Return the questions whose better answer would add to the total, the heaviest first.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`kla_plan.gaps.question_gaps`; only rows with ``selisih_efektif``
        above 0, sorted by ``selisih`` within each cluster.
    """
    table = question_gaps(pack)
    table = table[table["selisih_efektif"] > 0]
    return table.sort_values("selisih", ascending=False, kind="stable", ignore_index=True)


def cluster_kinds(pack: Pack) -> pd.DataFrame:
    """Return what each kind of question (``tipe``) misses in each cluster.

    Returns
    -------
    pandas.DataFrame
        ``klaster, tipe, pertanyaan`` (questions of the kind), ``belum_penuh`` (below their
        maximum), ``nol`` (of these, without any point), ``poin_maks, poin, selisih``; sums over
        the questions, without the caps of indicators; the largest gap of a cluster first.
    """
    table = question_gaps(pack)
    table["belum_penuh"] = (table["selisih"] > 0).astype(int)
    table["nol"] = ((table["selisih"] > 0) & (table["poin"] <= 0)).astype(int)
    table["pertanyaan"] = 1
    columns = ["pertanyaan", "belum_penuh", "nol", "poin_maks", "poin", "selisih"]
    sums = table.groupby(["klaster", "tipe"], sort=False)[columns].sum().reset_index()
    order = {code: place for place, code in enumerate(pack.instrument.clusters)}
    return sums.sort_values(
        ["klaster", "selisih"],
        ascending=[True, False],
        key=lambda values: values.map(order) if values.name == "klaster" else values,
        kind="stable",
        ignore_index=True,
    )


def cluster_holders(pack: Pack) -> dict[str, list[tuple[str, float]]]:
    """Return agencies by the missing points of each cluster, the largest first.

    A question's missing points are shared equally among the agencies it names; questions that
    name none are left out.
    """
    score = pack.start_score()
    held: dict[str, dict[str, Fraction]] = {code: {} for code in pack.instrument.clusters}
    for code, question in pack.instrument.questions.items():
        missing = Fraction(question.poin_maks) - score.questions[code]
        own = held[pack.instrument.cluster_of(question.indikator)]
        for opd in question.opd:
            own[opd] = own.get(opd, Fraction(0)) + missing / len(question.opd)
    return {
        cluster: [
            (opd, float(points))
            for opd, points in sorted(own.items(), key=lambda item: (-item[1], item[0]))
            if points > 0
        ]
        for cluster, own in held.items()
    }


def spread_clusters(pack: Pack) -> frozenset[str]:
    """Return the clusters whose answers are all shares of a known sum.

    There the missing points of a question only mirror its weight: they say nothing about what the
    region has or lacks.
    """
    known = {
        pack.instrument.cluster_of(question.indikator)
        for code, question in pack.instrument.questions.items()
        if question.poin_maks and not pack.answers[code].asumsi.startswith(SPREAD)
    }
    return frozenset(pack.instrument.clusters) - known
