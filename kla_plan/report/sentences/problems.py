"""Sentences about the problems of a cluster: their kinds, their weight, who holds them."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from kla_plan.candidates.delivery import available
from kla_plan.indonesian import join, percent
from kla_plan.pack.model import Pack
from kla_plan.report.sentences.kinds import kind_words
from kla_plan.report.sentences.words import (
    amount,
    capital,
    count,
    listed,
    points,
    series,
    uncapital,
)
from kla_plan.scenario import Scenario

#: A kind that holds this share of the missing points is the problem; a smaller one is a part.
_CENTRE = 0.6
#: Kinds below this share are only named together.
_SMALL = 0.12
#: Named kinds, questions and agencies.
_NAMED = 3
#: Openings of sentences, so that seven clusters do not all begin alike.
_FIRST = (
    "Penyebab terbesar menyangkut",
    "Poin terbanyak hilang pada",
    "Nilai paling tertahan oleh",
)
_NEXT = ("Penyebab berikutnya ialah", "Di urutan kedua terdapat", "Menyusul kemudian")
_THIRD = ("Selain itu, persoalan menyangkut", "Di belakangnya terdapat", "Berikutnya ialah")
_HELD = (
    "Menurut pembagian tugas dalam instrumen, pemegang terbesarnya adalah",
    "Bila dilihat dari tugas perangkat daerah, bagian terbesarnya berada pada",
    "Perangkat daerah yang paling banyak memegang kesenjangan ini ialah",
)


def causes(kinds: pd.DataFrame, *, spread: bool, turn: int = 0) -> str:
    """Say which kinds of questions miss the points of a cluster and what that tells.

    Parameters
    ----------
    kinds
        The cluster's rows of :func:`kla_plan.report.tables.causes.cluster_kinds`.
    spread
        Whether the points are shares of a known sum.
    turn
        Place of the cluster, which chooses among openings that mean the same.
    """
    rows = kinds[kinds["selisih"] > 0].to_dict("records")
    if not rows:
        return ""
    missing = sum(float(row["selisih"]) for row in rows)
    if spread:
        named = [_counted(row) for row in rows[:_NAMED]]
        return f"Menurut bobot pertanyaan, poin terbanyak yang belum diraih ada pada {join(named)}."
    first, *others = rows
    share = float(first["selisih"]) / missing
    name = kind_words(str(first["tipe"])).name
    if not others:
        opening = (
            f"Seluruh poin yang belum diraih menyangkut {name}; {_open(first)} belum bernilai penuh"
        )
    elif share >= _CENTRE:
        opening = (
            f"Persoalannya terpusat pada {name}; {_open(first)} belum bernilai penuh dan memuat "
            f"{percent(share)} dari poin yang belum diraih ({points(float(first['selisih']))})"
        )
    else:
        opening = (
            f"{_FIRST[turn % 3]} {name}, yaitu {_open(first)} dengan "
            f"{points(float(first['selisih']))} atau {percent(share)} dari poin yang belum diraih"
        )
    text = f"{opening}: {meaning(first)}."
    large = [row for row in others if float(row["selisih"]) / missing >= _SMALL][: _NAMED - 1]
    for place, row in enumerate(large):
        lead = (_NEXT, _THIRD)[place][turn % 3]
        text += f" {lead} {_counted(row)}: {meaning(row)}."
    small = [row for row in others if row not in large]
    if small:
        text += f" Selebihnya tersebar pada {join([_counted(row) for row in small])}."
    return text


def _open(row: Mapping[Hashable, Any]) -> str:
    below, whole = int(str(row["belum_penuh"])), int(str(row["pertanyaan"]))
    if below == whole:
        return count(whole, "pertanyaan")
    return f"{amount(below)} dari {count(whole, 'pertanyaan')}"


def _counted(row: Mapping[Hashable, Any]) -> str:
    return f"{kind_words(str(row['tipe'])).name} ({points(float(str(row['selisih'])))})"


def meaning(row: Mapping[Hashable, Any]) -> str:
    """Say after a colon what the open questions of a kind tell: not begun, or not full yet."""
    words = kind_words(str(row["tipe"]))
    below, none = int(str(row["belum_penuh"])), int(str(row["nol"]))
    if none == below:
        return words.none
    if not none:
        return words.part
    return (
        f"pada {count(none, 'pertanyaan')} {words.none}, sedangkan pada {amount(below - none)} "
        f"lainnya {words.part}"
    )


def heaviest(questions: pd.DataFrame) -> str:
    """Say on how few questions half of the missing points hang.

    Parameters
    ----------
    questions
        The cluster's rows of :func:`kla_plan.report.tables.causes.open_questions`.
    """
    rows = questions.to_dict("records")
    if len(rows) < 2:
        return ""
    missing = sum(float(row["selisih"]) for row in rows)
    held, needed = 0.0, 0
    while held < missing / 2:
        held += float(rows[needed]["selisih"])
        needed += 1
    named = [f"{row['pertanyaan']} ({points(float(row['selisih']))})" for row in rows[:needed]]
    if needed == 1:
        return f"Satu pertanyaan, {named[0]}, memuat {percent(held / missing)} dari kesenjangan."
    if needed <= _NAMED + 1:
        return (
            f"{capital(amount(needed))} pertanyaan, yaitu {join(named)}, memuat "
            f"{percent(held / missing)} dari kesenjangan."
        )
    return (
        f"Kesenjangan tersebar: diperlukan {count(needed, 'pertanyaan')} terberat untuk menutup "
        f"separuhnya, mulai dari {join(named[:_NAMED])}."
    )


def holders(pack: Pack, held: list[tuple[str, float]], *, turn: int = 0) -> str:
    """Say which agencies the open questions of a cluster name; empty where they name none.

    Parameters
    ----------
    held
        What :func:`kla_plan.report.tables.causes.cluster_holders` says of the cluster.
    turn
        Place of the cluster, which chooses among openings that mean the same.
    """
    if not held:
        return ""
    named = [(pack.opds[code].nama if code in pack.opds else code, value) for code, value in held]
    whole = sum(value for _, value in named)
    first, value = named[0]
    if len(named) == 1:
        return f"Seluruhnya melekat pada tugas {first}."
    if value / whole >= _CENTRE:
        others = listed([name for name, _ in named[1:]], _NAMED)
        return (
            f"Menurut pembagian tugas dalam instrumen, {percent(value / whole)} di antaranya "
            f"melekat pada {first}, selebihnya pada {others}."
        )
    largest = [f"{name} ({points(points_)})" for name, points_ in named[:_NAMED]]
    return f"{_HELD[turn % 3]} {join(largest)}."


def capped(by_question: float, missing: float) -> str:
    """Say why the questions miss more points than the whole; empty where they do not."""
    if by_question - missing < _SEEN:
        return ""
    return (
        f"Jumlah menurut pertanyaan ({points(by_question)}) lebih besar daripada kesenjangan "
        f"{points(missing)} karena nilai sebuah indikator dibatasi poin maksimumnya."
    )


def reach(pack: Pack, scenario: Scenario, covered: pd.DataFrame, missing: float) -> str:
    """Say how much of a cluster's gap the candidate activities can close, and what they cannot.

    Parameters
    ----------
    covered
        The cluster's rows of :func:`kla_plan.candidates.coverage`.
    missing
        The cluster's gap in points, the caps of indicators respected.
    """
    if covered.empty:
        return ""
    able = len(candidates_of(pack, scenario, set(covered["pertanyaan"])))
    left = covered[covered["sisa"] > _TINY].sort_values("sisa", ascending=False, kind="stable")
    if left.empty:
        return (
            f"Seluruh kesenjangan {points(missing)} dapat dijangkau oleh "
            f"{count(able, 'kegiatan calon')}, sejauh pagu dan aturan rencana mengizinkan."
        )
    rest = min(missing, float(left["sisa"].sum()))
    rows = left.to_dict("records")
    named = series([f"{row['pertanyaan']} ({points(float(row['sisa']))})" for row in rows[:_NAMED]])
    more = len(rows) - _NAMED
    who = f"{named}; serta {count(more, 'pertanyaan')} lain" if more > 0 else named
    text = (
        f"Dari kesenjangan {points(missing)}, {points(missing - rest)} dapat dijangkau oleh "
        f"{count(able, 'kegiatan calon')}; {points(rest)} berada di luar jangkauan, yaitu {who}."
    )
    reasons = dict.fromkeys(str(row["alasan"]).rstrip(".") for row in rows)
    if len(reasons) == 1:
        return f"{text} Alasannya: {uncapital(next(iter(reasons)))}."
    return text


_TINY = 1e-9
#: Points below this are nothing to a reader.
_SEEN = 0.005


def candidates_of(pack: Pack, scenario: Scenario, questions: set[str]) -> set[str]:
    """Return the usable activities with an effect on one of the questions."""
    usable = set(available(pack, scenario))
    return {
        effect.kegiatan
        for effect in pack.effects
        if effect.pertanyaan in questions and effect.kegiatan in usable
    }
