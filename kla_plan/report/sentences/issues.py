"""Sentences about the strategic issues: per cluster, and all clusters in order."""

from collections.abc import Hashable, Mapping

import pandas as pd

from kla_plan.indonesian import join, percent
from kla_plan.pack.model import Pack
from kla_plan.report.sentences.kinds import kind_words
from kla_plan.report.sentences.problems import candidates_of
from kla_plan.report.sentences.words import apart, cluster_in_text, count, listed, points
from kla_plan.scenario import Scenario

#: Kinds below this share of a cluster's gap are no issue of their own.
_SMALL = 0.12
#: Issues of a cluster, and clusters named.
_NAMED = 3
_TINY = 1e-9


def issues(
    pack: Pack, scenario: Scenario, kinds: pd.DataFrame, questions: pd.DataFrame
) -> list[str]:
    """State the strategic issues of a cluster: a kind of question on the indicator it weighs on.

    Parameters
    ----------
    kinds, questions
        The cluster's rows of :func:`~kla_plan.report.tables.causes.cluster_kinds` and
        :func:`~kla_plan.report.tables.causes.open_questions`.
    """
    missing = float(kinds["selisih"].sum())
    rows = [row for row in kinds.to_dict("records") if float(row["selisih"]) > 0]
    if not rows:
        return []
    chosen = [row for row in rows if float(row["selisih"]) / missing >= _SMALL][:_NAMED] or rows[:1]
    return [
        _issue(pack, scenario, questions[questions["tipe"] == row["tipe"]], str(row["tipe"]))
        for row in chosen
        if (questions["tipe"] == row["tipe"]).any()
    ]


def _issue(pack: Pack, scenario: Scenario, rows: pd.DataFrame, kind: str) -> str:
    sums = rows.groupby("indikator", sort=False)["selisih"].sum()
    largest = sums.sort_values(ascending=False, kind="stable")
    names = [pack.instrument.indicators[str(code)].nama for code in largest.index[:2]]
    where = apart(names)
    more = len(largest) - 2
    where += f"; dan {count(more, 'indikator')} lain" if more > 0 else ""
    codes = [str(code) for code in rows["pertanyaan"]]
    able = len(candidates_of(pack, scenario, set(codes)))
    tools = f"tersedia {count(able, 'kegiatan calon')}" if able else "belum ada kegiatan calon"
    return (
        f"{kind_words(kind).issue} pada {where} perlu dibenahi: "
        f"{points(float(rows['selisih'].sum()))} melekat pada {listed(codes, 4)}; {tools}."
    )


def spread(pack: Pack, clusters: frozenset[str]) -> str:
    """Say where the points per question are shares of a known sum; empty where none are."""
    if not clusters:
        return ""
    if len(clusters) == len(pack.instrument.clusters):
        where = "Nilai setiap pertanyaan"
    else:
        names = [
            cluster_in_text(cluster.nama)
            for code, cluster in pack.instrument.clusters.items()
            if code in clusters
        ]
        where = f"Nilai setiap pertanyaan pada {join(names)}"
    return (
        f"{where} belum diketahui dan untuk sementara disebar sebanding dengan bobot dari nilai "
        "yang diketahui. Karena itu poin yang belum diraih pada bab ini menunjukkan di mana bobot "
        "instrumen berada, bukan temuan; penyebabnya dipertajam setelah lembar penilaian mandiri "
        "diisi."
    )


def summary(clusters: pd.DataFrame, beyond: Mapping[Hashable, float]) -> str:
    """Put the clusters in the order of their gaps and say how much of it can be closed.

    Parameters
    ----------
    clusters
        :func:`kla_plan.gaps.cluster_gaps`.
    beyond
        Points by cluster that no candidate activity reaches.
    """
    missing = float(clusters["selisih"].sum())
    rows = clusters[clusters["selisih"] > 0].sort_values("selisih", ascending=False, kind="stable")
    if rows.empty:
        return (
            "Tidak ada klaster yang masih memiliki kesenjangan poin; isu utamanya adalah menjaga "
            "capaian dan kelengkapan data dukung."
        )
    named = [
        f"{cluster_in_text(str(row['nama']))} ({percent(float(row['selisih']) / missing)})"
        for row in rows.to_dict("records")
    ]
    text = f"Kesenjangan seluruhnya {points(missing)}"
    if len(named) == 1:
        text += f" dan hanya terdapat pada {named[0]}."
    else:
        text += f"; bagian terbesar berada pada {join(named[:_NAMED])}."
    out = sum(beyond.values())
    if out > _TINY:
        text += (
            f" Kegiatan calon dapat menjangkau {points(missing - out)}, sedangkan {points(out)} "
            "berada di luar jangkauannya."
        )
    else:
        text += " Seluruhnya dapat dijangkau oleh kegiatan calon, sejauh pagu mengizinkan."
    return text
