"""Sentences about what the activities of a cluster do to its score, and what stays open."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from kla_plan.indonesian import join, number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import (
    amount,
    cluster_in_text,
    count,
    listed,
    points,
    uncapital,
)
from kla_plan.report.tables.progress import Rise
from kla_plan.report.tables.strategies import cluster_of_activity

_NAMED = 3
#: Points below this are nothing to a reader.
_NOTHING = 0.005


def level(fraction: float) -> str:
    """Write an answer as a share of its points: ``75 %``; a decimal only where it is needed."""
    whole = abs(fraction * 100 - round(fraction * 100)) < _NOTHING * 10
    return percent(fraction, 0 if whole else 1)


def raised(plan: Plan, cluster: str, found: Sequence[Rise]) -> str:
    """Say how many questions of a cluster rise, which gain most, and who raises them."""
    if not found:
        return "Tidak ada pertanyaan pada bagian ini yang jawabannya dinaikkan oleh rencana."
    full = sum(1 for rise in found if rise.end >= 1)
    text = f"{count(len(found), 'pertanyaan', start=True)} naik"
    if full == len(found):
        text += (
            " sampai bernilai penuh." if full == 1 else " dan seluruhnya menjadi bernilai penuh."
        )
    elif full:
        text += f", {amount(full)} di antaranya sampai bernilai penuh."
    else:
        text += ", tetapi belum ada yang sampai bernilai penuh."
    ranked = sorted(found, key=lambda rise: -rise.points)[:_NAMED]
    if len(found) > 1:
        named = [
            f"{rise.question} (dari {level(float(rise.start))} menjadi {level(float(rise.end))}, "
            f"bertambah {points(float(rise.points))})"
            for rise in ranked
        ]
        text += f" Kenaikan terbesar terjadi pada {join(named)}."
    outside = [r for r in found if not any(cluster_of_activity(plan, a) == cluster
                                           for a in r.activities)]  # fmt: skip
    if outside:
        homes = dict.fromkeys(cluster_of_activity(plan, a) for r in outside for a in r.activities)
        names = [cluster_in_text(plan.pack.instrument.clusters[c].nama) for c in homes]
        text += (
            f" {count(len(outside), 'pertanyaan', start=True)} di antaranya dinaikkan oleh "
            f"kegiatan {listed(names, _NAMED)}."
        )
    return text


def by_year(plan: Plan, path: Mapping[Hashable, Any]) -> str:
    """Say in which years the points of a cluster come; empty where none come.

    Parameters
    ----------
    path
        The cluster's row of :func:`kla_plan.report.tables.cluster_path`.
    """
    values = [float(path[year]) for year in (plan.pack.profile.base_year, *plan.years)]
    gains = {
        year: after - before
        for year, (before, after) in zip(plan.years, pairwise(values), strict=True)
    }
    grown = {year: gain for year, gain in gains.items() if gain >= _NOTHING}
    lost = {year: -gain for year, gain in gains.items() if gain <= -_NOTHING}
    if not grown:
        return ""
    if len(grown) == 1:
        text = f"Seluruh tambahannya diraih pada tahun {next(iter(grown))}."
    else:
        ranked = sorted(grown, key=lambda year: -grown[year])[:_NAMED]
        named = [f"tahun {year} ({points(grown[year])})" for year in ranked]
        text = f"Tambahan per tahun paling besar jatuh pada {join(named)}"
        idle = [str(year) for year in plan.years if year not in grown and year not in lost]
        text += f", sedangkan tahun {join(idle)} tanpa tambahan." if idle else "."
    if lost:
        fallen = [f"{year} ({points(loss)})" for year, loss in lost.items()]
        text += f" Nilainya berkurang pada tahun {join(fallen)}."
    return text


def left(plan: Plan, path: Mapping[Hashable, Any], rows: pd.DataFrame) -> str:
    """Say what a cluster still misses in the last year, and why.

    Parameters
    ----------
    path
        The cluster's row of :func:`kla_plan.report.tables.cluster_path`.
    rows
        The cluster's rows of :func:`kla_plan.report.tables.rest.remaining`.
    """
    last = plan.years[-1]
    missing = float(path["poin_maks"]) - float(path[last])
    if missing < _NOTHING:
        return f"Pada akhir tahun {last} tidak ada lagi poin yang tersisa pada bagian ini."
    by_reason: dict[str, list[dict[object, object]]] = defaultdict(list)
    for row in rows.to_dict("records"):
        by_reason[str(row["sebab"])].append(dict(row))
    text = (
        f"Pada akhir tahun {last} masih tersisa {points(missing)} pada "
        f"{count(len(rows), 'pertanyaan')}."
    )
    for place, (reason, found) in enumerate(by_reason.items()):
        sums = sum(float(str(row["sisa"])) for row in found)
        codes = listed([str(row["pertanyaan"]) for row in found], 4)
        if len(by_reason) == 1:
            return f"{text} Sebabnya: {uncapital(reason)} ({codes})."
        lead = "Sebanyak" if place == 0 else "Sejumlah" if place == 1 else "Adapun"
        text += f" {lead} {points(sums)} pada {codes} tersisa karena {uncapital(reason)}."
    return text


def whole(plan: Plan, outlook: pd.DataFrame) -> str:
    """Say how the instrument's points split up in the last year.

    Parameters
    ----------
    outlook
        :func:`kla_plan.report.tables.rest.cluster_outlook`.
    """
    most = float(outlook["poin_maks"].sum())
    start, gain = float(outlook["awal"].sum()), float(outlook["tambahan"].sum())
    near, far = float(outlook["sisa_terjangkau"].sum()), float(outlook["sisa_di_luar"].sum())
    text = (
        f"Dari {number(most)} poin, {points(start)} sudah diraih pada tahun "
        f"{plan.pack.profile.base_year} dan {points(gain)} ditambahkan oleh rencana ini."
    )
    rest = [
        f"{points(value)} {what}"
        for value, what in (
            (near, "masih dapat dijangkau kegiatan calon apabila pagu atau waktunya ditambah"),
            (far, "berada di luar jangkauan kegiatan calon"),
        )
        if value >= _NOTHING
    ]
    if not rest:
        return f"{text} Dengan demikian seluruh poin instrumen tercapai."
    far_or_near = f"Sisanya, {rest[0]}." if len(rest) == 1 else f"Dari sisanya, {join(rest)}."
    worst = outlook.assign(sisa=outlook["sisa_terjangkau"] + outlook["sisa_di_luar"])
    row = worst.sort_values("sisa", ascending=False, kind="stable").iloc[0]
    return (
        f"{text} {far_or_near} Sisa terbesar berada pada "
        f"{cluster_in_text(str(row['nama']))} ({points(float(row['sisa']))})."
    )
