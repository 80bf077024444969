"""Sentences about the condition of a cluster: how it stands among the others, what is proven."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from kla_plan.gaps import evidence_status
from kla_plan.indonesian import join, number, percent
from kla_plan.pack.model import Pack
from kla_plan.report.sentences import gaps
from kla_plan.report.sentences.words import amount, count, points

#: Shares closer than this are alike to a reader: half a percentage point.
_ALIKE = 0.005


def standing(cluster: str, clusters: pd.DataFrame, *, spread: bool) -> str:
    """Say how a cluster's result compares with the others'; empty where it cannot.

    Parameters
    ----------
    clusters
        :func:`kla_plan.gaps.cluster_gaps` of the whole instrument.
    spread
        Whether the points are shares of a known sum, so that a comparison would say nothing.
    """
    if spread or len(clusters) < 2:
        return ""
    row = clusters[clusters["klaster"] == cluster].iloc[0]
    whole = float(clusters["poin"].sum()) / float(clusters["poin_maks"].sum())
    return f"{_rank(row, clusters)} {_against(float(row['capaian']), whole)} {_load(row, clusters)}"


def _rank(row: pd.Series, clusters: pd.DataFrame) -> str:
    parts = count(len(clusters), "bagian instrumen")
    higher = int((clusters["capaian"] > float(row["capaian"])).sum())
    lower = int((clusters["capaian"] < float(row["capaian"])).sum())
    if not higher:
        return f"Capaian ini tertinggi di antara {parts},"
    if not lower:
        return f"Capaian ini terendah di antara {parts},"
    return f"Capaian ini menempati urutan ke-{number(higher + 1)} dari {parts},"


def _against(share: float, whole: float) -> str:
    apart = share - whole
    if abs(apart) < _ALIKE:
        return f"setara dengan capaian seluruh instrumen ({percent(whole)})."
    side = "di atas" if apart > 0 else "di bawah"
    return (
        f"{number(abs(apart) * 100, 1)} poin persentase {side} capaian seluruh instrumen "
        f"({percent(whole)})."
    )


def _load(row: pd.Series, clusters: pd.DataFrame) -> str:
    weight = float(row["poin_maks"]) / float(clusters["poin_maks"].sum())
    missing = float(clusters["selisih"].sum())
    if missing <= 0 or float(row["selisih"]) <= 0:
        return f"Bobotnya {percent(weight)} dari seluruh poin instrumen."
    share = float(row["selisih"]) / missing
    if abs(share - weight) < 2 * _ALIKE:
        return (
            f"Bagiannya dalam seluruh kesenjangan ({percent(share)}) sepadan dengan bobotnya "
            f"dalam instrumen ({percent(weight)})."
        )
    if share > weight:
        return (
            f"Dengan bobot {percent(weight)} dari seluruh poin instrumen, bagian ini menyumbang "
            f"{percent(share)} dari seluruh kesenjangan."
        )
    return (
        f"Meskipun memuat {percent(weight)} dari seluruh poin instrumen, bagiannya dalam "
        f"seluruh kesenjangan hanya {percent(share)}."
    )


def answers(pack: Pack, cluster: str) -> str:
    """Say how many questions of a cluster are full, partly answered, or without points."""
    codes = _questions(pack, cluster)
    full = [code for code in codes if pack.start(code) >= 1]
    none = [code for code in codes if pack.start(code) == 0]
    part = len(codes) - len(full) - len(none)
    if len(full) == len(codes):
        return f"Seluruh {number(len(codes))} pertanyaannya sudah bernilai penuh."
    said = [
        f"{amount(how_many)} {what}"
        for how_many, what in (
            (len(full), "sudah bernilai penuh"),
            (part, "baru terpenuhi sebagian"),
            (len(none), "belum bernilai sama sekali"),
        )
        if how_many
    ]
    return f"Dari {count(len(codes), 'pertanyaan')}, {join(said)}."


def proven(pack: Pack, cluster: str) -> str:
    """Say how complete the evidence of a cluster is; empty where none is recorded."""
    codes = [code for code in _questions(pack, cluster) if pack.start(code) > 0]
    known = evidence_status(pack)
    status = Counter(known[code] for code in codes)
    if not any(status[word] for word in ("lengkap", "sebagian", "belum")):
        return ""
    said = [
        f"{amount(status[word])} {what}"
        for word, what in (
            ("lengkap", "ditopang data dukung lengkap"),
            ("sebagian", "baru sebagian"),
            ("belum", "belum memiliki data dukung"),
            ("", "belum dicatat statusnya"),
        )
        if status[word]
    ]
    risk = sum(
        float(pack.answers[code].poin) for code in codes if known[code] in {"sebagian", "belum"}
    )
    tail = f"; {points(risk)} berisiko berkurang pada saat verifikasi" if risk else ""
    return f"Dari {count(len(codes), 'pertanyaan')} yang sudah bernilai, {join(said)}{tail}."


def verified(row: Mapping[Hashable, Any]) -> str:
    """Say what verification left of a cluster's points; empty where it is not known."""
    checked = float(str(row["poin_verifikasi"]))
    if checked != checked:  # noqa: PLR0124 - NaN is the only value unlike itself
        return ""
    less = float(str(row["poin"])) - checked
    if abs(less) < _ALIKE:
        return f"Verifikasi mengakui seluruh nilai itu ({points(checked)})."
    word = "berkurang" if less > 0 else "bertambah"
    return f"Pada verifikasi nilainya {word} {points(abs(less))} menjadi {points(checked)}."


def condition(
    pack: Pack, row: Mapping[Hashable, Any], clusters: pd.DataFrame, inside: pd.DataFrame,
    *, spread: bool,
) -> list[str]:  # fmt: skip
    """Describe a cluster at the end of the base year in short paragraphs.

    Parameters
    ----------
    row
        The cluster's row of :func:`kla_plan.gaps.cluster_gaps`.
    clusters
        That whole table.
    inside
        The cluster's rows of :func:`kla_plan.gaps.indicator_gaps`.
    """
    code = str(row["klaster"])
    said = [gaps.cluster_result(row, inside), standing(code, clusters, spread=spread)]
    said += [] if spread else [answers(pack, code)]
    proof = [proven(pack, code), verified(row)]
    paragraphs = (" ".join(text for text in part if text) for part in (said, proof))
    return [text for text in paragraphs if text]


def _questions(pack: Pack, cluster: str) -> list[str]:
    """Return the questions of a cluster."""
    return [
        code
        for code, question in pack.instrument.questions.items()
        if pack.instrument.cluster_of(question.indikator) == cluster
    ]
