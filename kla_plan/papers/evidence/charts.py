"""The heat maps of the report."""

from collections.abc import Sequence
from typing import Final

from matplotlib.figure import Figure

from kla_plan.indonesian import number
from kla_plan.papers.evidence.facts import STATUSES, Facts
from kla_plan.papers.evidence.readiness import Readiness
from kla_plan.report.charts.heat import heat_chart
from kla_plan.report.charts.style import cluster_short
from kla_plan.report.sentences.words import capital

#: Most rows of one chart; the others are added up in the last one.
MOST: Final = 22
#: Short names of clusters that have no number, by the beginning of the name.
_SHORT: Final = {"Penyelenggaraan KLA di Kecamatan": "Kecamatan,\ndesa/kel."}


def agency_chart(known: Facts, ready: Sequence[Readiness]) -> Figure:
    """Draw the points whose evidence is not complete, by holder and cluster."""
    clusters = known.pack.instrument.clusters
    shown = [one for one in ready if one.open > 0]
    named, rest = (shown, []) if len(shown) <= MOST else (shown[: MOST - 1], shown[MOST - 1 :])
    rows = [one.holder.short for one in named]
    values = [[float(one.open_by_cluster[code]) for code in clusters] for one in named]
    if rest:
        rows.append(f"{number(len(rest))} pemegang lainnya")
        values.append([float(sum(one.open_by_cluster[code] for one in rest)) for code in clusters])
    return heat_chart(
        "Poin yang data dukungnya belum lengkap, menurut pemegang dan klaster",
        f"Poin penilaian {known.claimed.year}, dibagi rata atas pemegang bukti; makin gelap makin "
        "banyak poin yang belum terbukti",
        rows,
        [_cluster(cluster.nama) for cluster in clusters.values()],
        values,
    )


def kecamatan_chart(known: Facts, ready: Sequence[Readiness]) -> Figure:
    """Draw the number of pieces behind what is claimed now, by kecamatan and status."""
    shown = sorted(ready, key=lambda one: one.holder.code)[: 2 * MOST]
    return heat_chart(
        "Kesiapan data dukung kecamatan",
        f"Banyaknya bukti untuk nilai {known.claimed.year} menurut status",
        [one.holder.name for one in shown],
        [capital(word) for word in STATUSES],
        [[float(one.pieces[word]) for word in STATUSES] for one in shown],
        decimals=0,
    )


def _cluster(name: str) -> str:
    found = next((text for word, text in _SHORT.items() if name.startswith(word)), "")
    return found or cluster_short(name)
