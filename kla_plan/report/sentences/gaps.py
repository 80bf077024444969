"""Sentences about gaps: per cluster, per agency, about evidence and what money cannot move."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from kla_plan.gaps import NO_OPD, evidence_status, question_gaps
from kla_plan.indonesian import join, number, percent
from kla_plan.pack.model import Pack
from kla_plan.report.sentences.words import cluster_in_text, count, points, series


def cluster_result(cluster: Mapping[Hashable, Any], indicators: pd.DataFrame) -> str:
    """Say what a cluster reached and where its points are missing.

    Parameters
    ----------
    cluster
        One row of :func:`kla_plan.gaps.cluster_gaps`.
    indicators
        The rows of :func:`kla_plan.gaps.indicator_gaps` of this cluster.
    """
    reached, maximum = float(str(cluster["poin"])), float(str(cluster["poin_maks"]))
    missing, share = float(str(cluster["selisih"])), float(str(cluster["capaian"]))
    opening = (
        f"{cluster_in_text(str(cluster['nama']))} meraih {number(reached)} dari {number(maximum)} "
        f"poin atau {percent(share)}"
    )
    if missing <= 0:
        return (
            f"{opening}. Seluruh indikator telah mencapai nilai maksimum, sehingga perhatian "
            "diarahkan pada pemeliharaan capaian dan kelengkapan data dukung."
        )
    parts = [f"{opening}, dengan kesenjangan {points(missing)}.", _where(indicators)]
    full = [str(name) for name in indicators[indicators["selisih"] <= 0]["nama"]]
    if full:
        which = full[0] if len(full) == 1 else f"berikut: {series(full)}"
        parts.append(f"Nilai maksimum telah dicapai pada indikator {which}.")
    return " ".join(parts)


def _where(indicators: pd.DataFrame) -> str:
    open_ones = indicators[indicators["selisih"] > 0].sort_values(
        "selisih", ascending=False, kind="stable"
    )
    named = [
        f"{row['nama']} ({points(row['selisih'])})" for row in open_ones.head(3).to_dict("records")
    ]
    if len(open_ones) == 1:
        return f"Seluruh kesenjangan berada pada indikator {named[0]}."
    return f"Kesenjangan terbesar terdapat pada indikator {series(named)}."


def indicators_most(indicators: pd.DataFrame, limit: int = 5) -> str:
    """Name the indicators with the largest gaps and their share of all missing points."""
    missing = float(indicators["selisih"].sum())
    if missing <= 0:
        return "Seluruh indikator telah mencapai nilai maksimum; tidak ada kesenjangan poin."
    top = indicators[indicators["selisih"] > 0].sort_values(
        "selisih", ascending=False, kind="stable"
    ).head(limit)  # fmt: skip
    names = [f"{row['nama']} ({points(row['selisih'])})" for row in top.to_dict("records")]
    share = percent(float(top["selisih"].sum()) / missing)
    if len(top) == 1:
        return f"Kesenjangan {points(missing)} hanya terdapat pada indikator {names[0]}."
    return (
        f"Kesenjangan seluruhnya {points(missing)}. {count(len(top), 'indikator', start=True)} "
        f"dengan kesenjangan terbesar, yaitu {series(names)}, mencakup {share} dari seluruh "
        "kesenjangan."
    )


def agencies(table: pd.DataFrame) -> str:
    """Say which agencies hold the largest gaps (rows of :func:`kla_plan.gaps.opd_gaps`)."""
    held = table[(table["selisih"] > 0) & (table["opd"] != NO_OPD)].head(3)
    if held.empty:
        return "Tidak ada perangkat daerah yang masih memegang kesenjangan poin."
    names = [f"{row['nama']} ({points(row['selisih'])})" for row in held.to_dict("records")]
    text = (
        "Bila poin setiap pertanyaan dibagi rata kepada perangkat daerah yang disebut instrumen, "
        f"kesenjangan terbesar dipegang oleh {join(names)}."
    )
    unnamed = table[(table["opd"] == NO_OPD) & (table["selisih"] > 0)]
    if not unnamed.empty:
        text += (
            f" Kesenjangan sebesar {points(float(unnamed.iloc[0]['selisih']))} melekat pada "
            "pertanyaan yang tidak menyebut perangkat daerah, terutama tentang kecamatan dan "
            "desa/kelurahan."
        )
    return text


def evidence(pack: Pack) -> str:
    """Say how complete the evidence of the answers is."""
    status = list(evidence_status(pack).values())
    total = len(status)
    if not any(status):
        return (
            f"Status kelengkapan data dukung belum dicatat untuk {number(total)} pertanyaan "
            "instrumen. Pencatatan status tersebut menjadi langkah pertama karena nilai yang tidak "
            "ditopang bukti lazim berkurang pada saat verifikasi."
        )
    done = [
        count(status.count(word), f"pertanyaan {name}")
        for word, name in (
            ("lengkap", "dengan data dukung lengkap"),
            ("sebagian", "dengan data dukung sebagian"),
            ("belum", "tanpa data dukung"),
            ("", "yang statusnya belum dicatat"),
        )
        if status.count(word)
    ]
    return f"Dari {number(total)} pertanyaan instrumen terdapat {join(done)}."


def unreachable(pack: Pack) -> list[str]:
    """Name the questions with a gap that no spending can raise, with the reason."""
    table = question_gaps(pack)
    open_ones = table[(table["selisih"] > 0) & table["pertanyaan"].isin(list(pack.unreachable))]
    return [
        f"{row['pertanyaan']} ({points(row['selisih'])}): {pack.unreachable[row['pertanyaan']]}."
        for row in open_ones.to_dict("records")
    ]


def kinds(pack: Pack) -> str:
    """Say which kinds of questions hold the missing points."""
    table = question_gaps(pack)
    sums = table.groupby("tipe")["selisih"].sum()
    largest = sums[sums > 0].sort_values(ascending=False, kind="stable").head(4)
    if largest.empty:
        return ""
    names = [
        f"{KINDS.get(str(kind), str(kind))} ({points(float(sums[kind]))})" for kind in largest.index
    ]
    return f"Menurut jenis pertanyaan, kesenjangan terbesar menyangkut {series(names)}."


#: Kinds of questions of the instrument as running text calls them.
KINDS = {
    "perda": "peraturan daerah",
    "kebijakan": "kebijakan daerah",
    "anggaran": "ketersediaan anggaran",
    "partisipasi": "suara anak dalam penyusunan kebijakan",
    "sdm_kha": "sumber daya manusia terlatih Konvensi Hak Anak",
    "kemitraan": "kemitraan dengan masyarakat, dunia usaha, dan media",
    "inovasi": "inovasi",
    "lembaga_sarana": "lembaga, sarana, dan layanan",
    "capaian_layanan": "capaian layanan",
    "mekanisme_lain": "mekanisme, prosedur, dan koordinasi",
    "cakupan_wilayah": "cakupan kecamatan dan desa/kelurahan",
}
