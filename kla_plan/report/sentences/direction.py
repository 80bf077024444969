"""Sentences about where a plan leads: aims of the clusters, its pace, what it rests on."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from kla_plan.indonesian import join, number, percent, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.activities import name_in_text
from kla_plan.report.sentences.kinds import kind_words
from kla_plan.report.sentences.words import amount, apart, cluster_in_text, count, points
from kla_plan.report.tables.progress import Rise
from kla_plan.report.tables.strategies import Strategy

#: Clusters, kinds and activities named in a sentence.
_NAMED = 3
#: Points below this are nothing to a reader.
_NOTHING = 0.005


def aim(plan: Plan, cluster: str, indicators: pd.DataFrame) -> str:
    """State what a cluster is to reach, how far from the maximum, and which indicators fill up.

    Parameters
    ----------
    indicators
        The cluster's rows of :func:`kla_plan.report.tables.progress.indicator_path`.
    """
    base, last = plan.pack.profile.base_year, plan.years[-1]
    most = float(indicators["poin_maks"].sum())
    before, after = float(indicators[base].sum()), float(indicators[last].sum())
    name = cluster_in_text(plan.pack.instrument.clusters[cluster].nama)
    if after - before < _NOTHING:
        return (
            f"{name} dipertahankan pada {points(after)} ({percent(after / most)} dari poin "
            f"maksimum) sampai dengan tahun {last}."
        )
    level = (
        "yaitu poin maksimumnya"
        if most - after < _NOTHING
        else f"atau {percent(after / most)} dari poin maksimumnya"
    )
    text = (
        f"{name} direncanakan naik dari {points(before)} pada tahun {base} menjadi "
        f"{points(after)} pada tahun {last}, {level}."
    )
    return " ".join(part for part in (text, _filled(plan, indicators)) if part)


def _filled(plan: Plan, indicators: pd.DataFrame) -> str:
    """Name the indicators that reach their maximum, with the year."""
    base, last = plan.pack.profile.base_year, plan.years[-1]
    rows = indicators.to_dict("records")
    new = [row for row in rows if _full(row, last) and not _full(row, base)]
    if not new:
        return ""
    if len(new) == len(rows) > 1:
        final = max(_first_full(plan, row) for row in new)
        return f"Seluruh {number(len(rows))} indikatornya bernilai penuh paling lambat {final}."
    named = [f"{row['nama']} ({_first_full(plan, row)})" for row in new]
    already = sum(1 for row in rows if _full(row, base))
    kept = f" {count(already, 'indikator', start=True)} sudah penuh sejak awal." if already else ""
    verb = "Nilai maksimum akan dicapai pada indikator"
    return f"{verb} {apart(named)}.{kept}"


def _full(row: Mapping[Hashable, Any], year: int) -> bool:
    return float(row["poin_maks"]) - float(row[year]) < _NOTHING


def _first_full(plan: Plan, row: Mapping[Hashable, Any]) -> int:
    return next(year for year in plan.years if _full(row, year))


def pace(plan: Plan, clusters: pd.DataFrame) -> str:
    """Say how fast the whole score rises: which clusters gain most, and when half is reached.

    Parameters
    ----------
    clusters
        :func:`kla_plan.report.tables.cluster_path` of the plan.
    """
    base, last = plan.pack.profile.base_year, plan.years[-1]
    start = float(clusters[base].sum())
    gain = float(clusters[last].sum()) - start
    if gain < _NOTHING:
        return ""
    rows = clusters.assign(tambahan=clusters[last] - clusters[base])
    rows = rows[rows["tambahan"] >= _NOTHING].sort_values(
        "tambahan", ascending=False, kind="stable"
    )
    said = [
        f"{cluster_in_text(str(row['nama']))} ({points(float(row['tambahan']))})"
        for row in rows.head(_NAMED).to_dict("records")
    ]
    text = f"Tambahan terbesar direncanakan pada {join(said)}. " if len(rows) > 1 else ""
    collected = {year: float(clusters[year].sum()) - start for year in plan.years}
    half = next(year for year in plan.years if collected[year] >= gain / 2)
    return (
        f"{text}Pada akhir tahun {half} sudah terkumpul {percent(collected[half] / gain)} dari "
        f"seluruh tambahan {points(gain)}."
    )


def overall(plan: Plan, made: Sequence[Strategy]) -> str:
    """Say which kinds of work the plan rests on, over all clusters."""
    gaining = [one for one in made if one.rises]
    if not gaining:
        return "Rencana ini tidak menaikkan jawaban pertanyaan mana pun."
    whole = sum(float(one.points) for one in gaining)
    top = gaining[:_NAMED]
    named = [f"{kind_words(one.kind).name} ({points(float(one.points))})" for one in top]
    share = sum(float(one.points) for one in top) / whole
    text = f"Kegiatan yang terpilih menaikkan {_raised(gaining)}. "
    if len(gaining) > len(top):
        text += f"Sebanyak {percent(share)} dari tambahan poinnya berasal dari {join(named)}."
    else:
        text += f"Tambahan poinnya berasal dari {join(named)}."
    costly = max(made, key=lambda one: one.rupiah)
    if costly.rupiah:
        text += (
            f" Anggaran terbesar, {rupiah_short(costly.rupiah)} atau "
            f"{percent(costly.rupiah / plan.cost())}, dipakai untuk kegiatan tentang "
            f"{kind_words(costly.kind).name}."
        )
    return text


def _raised(made: Sequence[Strategy]) -> str:
    found: list[Rise] = [rise for one in made for rise in one.rises]
    full = sum(1 for rise in found if rise.end >= 1)
    return f"{count(len(found), 'pertanyaan')}, {amount(full)} di antaranya sampai bernilai penuh"


def order(plan: Plan) -> str:
    """Say what must come first because other activities wait for it; empty where nothing does."""
    waiting: dict[str, set[str]] = {}
    for row in plan.pack.prerequisites:
        if row.kegiatan in plan.activities and row.butuh in plan.activities:
            waiting.setdefault(row.butuh, set()).add(row.kegiatan)
    if not waiting:
        return ""
    served = set().union(*waiting.values())
    ranked = sorted(waiting, key=lambda code: -len(waiting[code]))[:_NAMED]
    starts = {code: min(t for a, t in plan.volumes if a == code) for code in ranked}
    named = [
        f"{name_in_text(plan.pack.activities[code].nama)} (mulai {starts[code]})" for code in ranked
    ]
    which = "yaitu" if len(waiting) <= _NAMED else "terutama"
    return (
        f"{count(len(waiting), 'kegiatan', start=True)} didahulukan karena menjadi prasyarat bagi "
        f"{count(len(served), 'kegiatan')} lain, {which} {apart(named)}."
    )


def together(plan: Plan) -> str:
    """Say how many activities have supporting agencies, and which support most often."""
    helped = [c for c in plan.activities if plan.pack.activities[c].opd_pendukung]
    if not helped:
        return ""
    helpers = Counter(opd for c in helped for opd in plan.pack.activities[c].opd_pendukung)
    named = [
        f"{plan.pack.opds[code].nama} ({number(n)} kegiatan)" for code, n in helpers.most_common(3)
    ]
    outside = [
        c for c in plan.activities if plan.pack.opds[plan.pack.activities[c].opd].jenis != "apbd"
    ]
    which = (
        f"Seluruh {number(len(helped))} kegiatan"
        if len(helped) == len(plan.activities)
        else f"{count(len(helped), 'kegiatan', start=True)} dari {number(len(plan.activities))}"
    )
    text = (
        f"{which} melibatkan perangkat daerah atau lembaga pendukung; yang paling sering "
        f"mendukung adalah {join(named)}."
    )
    if outside:
        text += f" {count(len(outside), 'kegiatan', start=True)} dipimpin instansi vertikal "
        text += "atau mitra."
    return text
