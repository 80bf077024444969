"""Sentences about strategies: what the chosen activities aim at, in which order, with whom."""

from collections import Counter
from collections.abc import Sequence

from kla_plan.indonesian import join, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.report.sentences.activities import name_in_text
from kla_plan.report.sentences.words import (
    amount,
    apart,
    cluster_in_text,
    count,
    listed,
    period,
    points,
)
from kla_plan.report.tables.progress import Rise
from kla_plan.report.tables.strategies import SUPPORT, Strategy, cluster_of_activity

#: Clusters, agencies and questions named in a sentence, and activities, whose names are long.
_NAMED, _LISTED = 3, 2
#: Points below this are nothing to a reader.
_NOTHING = 0.005


def strategy(plan: Plan, one: Strategy, found: Sequence[Rise]) -> str:
    """Say what a strategy of a cluster does, when, for how much, and what it gains.

    Parameters
    ----------
    found
        :func:`kla_plan.report.tables.progress.rises` of the plan.
    """
    if not one.activities:
        return _by_others(plan, one)
    return f"{_done(plan, one)} {_result(plan, one, found)}"


def _done(plan: Plan, one: Strategy) -> str:
    money = f"dengan anggaran {rupiah_short(one.rupiah)}" if one.rupiah else "tanpa belanja"
    when = _years(plan, one.activities)
    ranked = _by_rupiah(plan, one.activities)
    names = [name_in_text(plan.pack.activities[code].nama) for code in ranked]
    if len(names) == 1:
        who = plan.pack.opds[plan.pack.activities[ranked[0]].opd].nama
        return f"{who} melaksanakan {names[0]} {when} {money}."
    what = count(len(names), "kegiatan", start=True)
    which = ":" if len(names) <= _LISTED else ", terutama"
    return f"{what} berjalan {when} {money}{which} {apart(names[:_LISTED])}."


def _years(plan: Plan, activities: Sequence[str]) -> str:
    years = sorted({year for code, year in plan.volumes if code in activities})
    return f"pada tahun {period(years)}"


def _by_rupiah(plan: Plan, activities: Sequence[str]) -> list[str]:
    spent = spent_by_activity(plan)
    return sorted(activities, key=lambda code: -spent[code])


def _result(plan: Plan, one: Strategy, found: Sequence[Rise]) -> str:
    if not one.rises:
        return _elsewhere(plan, one, found)
    full = sum(1 for rise in one.rises if rise.end >= 1)
    codes = [rise.question for rise in one.rises]
    whole = len(codes)
    what = join(codes) if whole <= _NAMED else count(whole, "pertanyaan", start=True)
    gain = points(float(one.points))
    if full == whole:
        return f"{what} naik sampai bernilai penuh, menambah {gain}."
    if full:
        return f"{what} naik, {amount(full)} di antaranya sampai penuh, menambah {gain}."
    return f"{what} naik dan menambah {gain}, tetapi belum bernilai penuh."


def _elsewhere(plan: Plan, one: Strategy, found: Sequence[Rise]) -> str:
    """Say what activities are for that raise no question of their kind in this cluster."""
    own = set(one.activities)
    raised = [rise for rise in found if own & set(rise.activities)]
    clusters = dict.fromkeys(rise.cluster for rise in raised if rise.cluster != one.cluster)
    if clusters:
        names = [cluster_in_text(plan.pack.instrument.clusters[c].nama) for c in clusters]
        return f"Hasilnya tampak pada {join(names)}."
    waiting = dict.fromkeys(
        row.kegiatan
        for row in plan.pack.prerequisites
        if row.butuh in one.activities and row.kegiatan in plan.activities
    )
    if waiting:
        named = [name_in_text(plan.pack.activities[code].nama) for code in waiting]
        return f"Tanpa itu {listed(named, 2)} tidak dapat dilaksanakan."
    if one.kind == SUPPORT:
        return "Nilainya tidak bertambah secara langsung."
    return "Jawaban yang sudah dicapai dipertahankan melalui kegiatan ini."


def _by_others(plan: Plan, one: Strategy) -> str:
    """Say where points come from that no activity of this kind and cluster aims at."""
    helpers = Counter(code for rise in one.rises for code in rise.activities)
    where = Counter(cluster_of_activity(plan, code) for code in helpers)
    codes = [rise.question for rise in one.rises]
    what = join(codes) if len(codes) <= _NAMED else count(len(codes), "pertanyaan", start=True)
    gain = points(float(one.points))
    outside = [code for code in where if code != one.cluster]
    if helpers and len(outside) == len(where):
        names = [cluster_in_text(plan.pack.instrument.clusters[c].nama) for c in outside]
        source = f"{count(len(helpers), 'kegiatan')} pada {listed(names, _NAMED)}"
    else:
        source = f"{count(len(helpers), 'kegiatan')} yang tujuan utamanya lain"
    return f"{what} ikut naik dan menambah {gain} sebagai hasil {source}."
