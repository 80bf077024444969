"""The heat maps of the report."""

from collections.abc import Sequence
from typing import Final

from matplotlib.figure import Figure

from kla_plan.indonesian import number
from kla_plan.papers.evidence.facts import STATUSES, Facts
from kla_plan.papers.evidence.readiness import Readiness
from kla_plan.report.charts.shaded_grid import ORANGE, ShadedGrid, shaded_grid
from kla_plan.report.charts.style import cluster_short, short
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
    return shaded_grid(
        _grid(rows, [_cluster(cluster.nama) for cluster in clusters.values()], values, 1),
        "Poin yang data dukungnya belum lengkap, menurut pemegang dan klaster",
        f"Poin penilaian {known.claimed.year}, dibagi rata atas pemegang bukti; makin gelap makin "
        "banyak poin yang belum terbukti",
    )


def kecamatan_chart(known: Facts, ready: Sequence[Readiness]) -> Figure:
    """Draw the number of pieces behind what is claimed now, by kecamatan and status."""
    shown = sorted(ready, key=lambda one: one.holder.code)[: 2 * MOST]
    values = [[float(one.pieces[word]) for word in STATUSES] for one in shown]
    return shaded_grid(
        _grid([one.holder.name for one in shown], [capital(w) for w in STATUSES], values, 0),
        "Kesiapan data dukung kecamatan",
        f"Banyaknya bukti untuk nilai {known.claimed.year} menurut status",
    )


def _grid(
    rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[float]], decimals: int
) -> ShadedGrid:
    """Shade each value by its share of the largest; zeros stay empty."""
    largest = max((value for row in values for value in row), default=0.0) or 1.0
    return ShadedGrid(
        rows=[short(name, 46) for name in rows],
        columns=columns,
        shades=[[value / largest for value in row] for row in values],
        labels=[[number(v, decimals) if v > 0 else "" for v in row] for row in values],
        height=0.42,
        tones=ORANGE,
    )


def _cluster(name: str) -> str:
    found = next((text for word, text in _SHORT.items() if name.startswith(word)), "")
    return found or cluster_short(name)
