"""One cluster of BAB V: its activities, what they do to its score, and what stays open."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from kla_plan.indonesian import join, number
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.style import cluster_short
from kla_plan.report.sentences import activities, effects
from kla_plan.report.sentences.effects import level
from kla_plan.report.sentences.kinds import kind_words
from kla_plan.report.sentences.volumes import volume
from kla_plan.report.sentences.words import spans
from kla_plan.report.tables.progress import Rise

#: Rows of the table of questions that rise; the others are one row.
RAISED = 8


def cluster_actions(
    plan: Plan,
    path: Mapping[Hashable, Any],
    place: int,
    rows: pd.DataFrame,
    found: Sequence[Rise],
    left: pd.DataFrame,
) -> dict[str, object]:
    """Return the values of a cluster.

    Parameters
    ----------
    path
        The cluster's row of :func:`kla_plan.report.tables.cluster_path`.
    rows, left
        The cluster's rows of :func:`kla_plan.report.tables.matrix` and
        :func:`kla_plan.report.tables.rest.remaining`.
    found
        All questions that rise.
    """
    code, name = str(path["klaster"]), str(path["nama"])
    own = [rise for rise in found if rise.cluster == code]
    said = [effects.raised(plan, code, own), effects.by_year(plan, path)]
    return {
        "judul": f"5.2.{place} {name}",
        "nama": name,
        "sebutan": cluster_short(name),
        "teks": " ".join(activities.cluster_plan(plan, code, rows)),
        "kegiatan": [_activity(plan, row) for row in rows.to_dict("records")],
        "pagu": number(int(rows["pagu_total"].sum())) if len(rows) else "0",
        "dampak": " ".join(text for text in said if text),
        "naik": _raised(plan, own),
        "tambahan": number(sum(rise.points for rise in own), 2),
        "sisa": effects.left(plan, path, left),
    }


def _activity(plan: Plan, row: dict[object, object]) -> dict[str, object]:
    code = str(row["kegiatan"])
    return {
        "kode": code,
        "nama": row["nama"],
        "opd": row["opd"],
        "tahun": spans([year for activity, year in plan.volumes if activity == code]),
        "volume": volume(plan, code),
        "dana": row["sumber_dana"] or "–",
        "pagu": number(int(str(row["pagu_total"]))),
    }


def _raised(plan: Plan, own: Sequence[Rise]) -> list[dict[str, object]]:
    """Return the rows of the questions with the most points, and one for all others."""
    if len(own) <= RAISED + 1:
        return [_rise(plan, rise) for rise in own]
    largest = set(sorted(range(len(own)), key=lambda at: -own[at].points)[:RAISED])
    others = [rise for at, rise in enumerate(own) if at not in largest]
    rows = [_rise(plan, rise) for at, rise in enumerate(own) if at in largest]
    kinds = Counter(kind_words(rise.kind).name for rise in others)
    named = join([f"{name} ({number(n)})" for name, n in kinds.most_common()])
    rest: dict[str, object] = {
        "kode": "lainnya",
        "bunyi": f"{number(len(others))} pertanyaan lain tentang {named}",
        "poin": number(sum(rise.points for rise in others), 2),
        **dict.fromkeys(("dari", "menjadi", "tahun", "kegiatan"), "–"),
    }
    return [*rows, rest]


def _rise(plan: Plan, rise: Rise) -> dict[str, object]:
    return {
        "kode": rise.question,
        "bunyi": plan.pack.instrument.questions[rise.question].label,
        "dari": level(float(rise.start)),
        "menjadi": level(float(rise.end)),
        "tahun": spans(rise.years),
        "kegiatan": ", ".join(rise.activities),
        "poin": number(rise.points, 2),
    }
