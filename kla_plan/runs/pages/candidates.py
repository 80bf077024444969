"""Sentences and selections of notebook 02."""

import math

import pandas as pd

from kla_plan.candidates import candidates, indicator_coverage, uncovered
from kla_plan.indonesian import number, percent
from kla_plan.pack.model import Pack
from kla_plan.report.sentences.words import count
from kla_plan.scenario import Scenario


def reachable(pack: Pack, scenario: Scenario) -> str:
    """Say how many of the missing points the activities could close."""
    table = indicator_coverage(pack, scenario)
    missing, reached = float(table["selisih"].sum()), float(table["terjangkau"].sum())
    if missing <= 0:
        return "Tidak ada kesenjangan poin; tidak ada kegiatan yang perlu dicari."
    left = len(uncovered(pack, scenario))
    text = (
        f"Paket ini memuat {count(len(pack.activities), 'kegiatan calon')}. Dari "
        f"{number(missing, 2)} poin yang belum diraih pada {number(len(table))} indikator, "
        f"**{number(reached, 2)} poin ({percent(reached / missing)})** terjangkau oleh kegiatan "
        "calon bila uang, kapasitas, dan urutan dikesampingkan."
    )
    return (
        f"{text} {count(left, 'pertanyaan', start=True)} masih menyisakan poin." if left else text
    )


def coverage_by_cluster(pack: Pack, scenario: Scenario) -> pd.DataFrame:
    """Return :func:`kla_plan.candidates.indicator_coverage` by cluster, with its name."""
    table = indicator_coverage(pack, scenario)
    sums = table.groupby("klaster")[["selisih", "terjangkau", "sisa"]].sum()
    rows = [
        {"klaster": code, "nama": cluster.nama, **sums.loc[code]}
        for code, cluster in pack.instrument.clusters.items()
        if code in sums.index
    ]
    return pd.DataFrame(rows, columns=["klaster", "nama", "selisih", "terjangkau", "sisa"])


def leading(pack: Pack, scenario: Scenario, gaps: int = 15, each: int = 2) -> pd.DataFrame:
    """Return the best candidates (points first, then points per rupiah) of the largest gaps."""
    table = candidates(pack, scenario)
    ranked = table.sort_values(
        ["selisih", "pertanyaan", "poin", "poin_per_juta"],
        ascending=[False, True, False, False],
        kind="stable",
    )
    largest = list(dict.fromkeys(ranked["pertanyaan"]))[:gaps]
    chosen = ranked[ranked["pertanyaan"].isin(largest)]
    return chosen.groupby("pertanyaan", sort=False).head(each).reset_index(drop=True)


def priced(values: pd.DataFrame) -> pd.DataFrame:
    """Return the activities that cost something and gain points on their own."""
    return values[(values["biaya"] > 0) & (values["poin"] > 0)].reset_index(drop=True)


def free(values: pd.DataFrame) -> pd.DataFrame:
    """Return the activities that gain points without APBD money."""
    return values[values["poin_per_juta"].map(math.isinf)].reset_index(drop=True)


def alternatives(pairs: pd.DataFrame) -> str:
    """Say how many pairs of activities look alike, and how many are known alternatives."""
    if pairs.empty:
        return "Tidak ditemukan kegiatan yang hampir sama pada OPD yang berbeda."
    known = int((pairs["kelompok"] != "").sum())
    text = f"{count(len(pairs), 'pasang kegiatan', start=True)} tampak serupa."
    if known:
        text += (
            f" {count(known, 'pasang', start=True)} di antaranya sudah ditetapkan sebagai pilihan "
            "(paling banyak satu yang dilaksanakan)."
        )
    return text
