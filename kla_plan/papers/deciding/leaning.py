"""What waits for another agency: prerequisites and bundles across agencies, and support."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.papers.deciding.ground import Ground

PREREQUISITE, BUNDLE = "prasyarat", "paket"


@dataclass(frozen=True, slots=True)
class Leaning:
    """An activity that activities of other agencies wait for.

    Attributes
    ----------
    kind
        ``prasyarat``: they may not begin without it; ``paket``: they earn points only with it.
    needed, agency
        The activity that is waited for and its agency.
    year
        Open year in which it is planned first.
    waiting
        Activities of other agencies that wait for it.
    points
        Points of the last year that hang on it (:meth:`Ground.lost`).
    """

    kind: str
    needed: str
    agency: str
    year: int
    waiting: tuple[str, ...]
    points: Fraction


def leanings(ground: Ground, clusters: Collection[str]) -> tuple[Leaning, ...]:
    """Return what crosses the borders of agencies and touches clusters, most points first."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind, needed, waiting in [*_prerequisites(ground), *_bundles(ground)]:
        activities = ground.plan.pack.activities
        other = activities[needed].opd != activities[waiting].opd
        touches = {ground.cluster(needed), ground.cluster(waiting)} & set(clusters)
        if other and touches and waiting not in found.setdefault((kind, needed), []):
            found[kind, needed].append(waiting)
    rows = [
        Leaning(
            kind,
            needed,
            ground.plan.pack.activities[needed].opd,
            ground.active(needed)[0],
            tuple(waiting),
            ground.lost((needed,)),
        )
        for (kind, needed), waiting in found.items()
        if waiting
    ]
    return tuple(sorted(rows, key=lambda row: (-row.points, row.needed, row.kind)))


def _prerequisites(ground: Ground) -> list[tuple[str, str, str]]:
    """Return the prerequisites that are still to be met, of activities still to be done."""
    return [
        (PREREQUISITE, row.butuh, row.kegiatan)
        for row in ground.plan.pack.prerequisites
        if row.kegiatan in ground.waiting((row.butuh,))
        and ground.active(row.butuh)
        and ground.active(row.kegiatan)
    ]


def _bundles(ground: Ground) -> list[tuple[str, str, str]]:
    """Return the pairs of activities that earn the points of a bundle only together.

    An activity that had delivered its share before the open years is waited for no longer.
    """
    members: dict[tuple[str, str], list[str]] = {}
    for row in ground.plan.pack.effects:
        before = (
            volume
            for (code, year), volume in ground.plan.volumes.items()
            if code == row.kegiatan and ground.years and year < ground.years[0]
        )
        if row.paket and ground.active(row.kegiatan) and sum(before) < row.volume_perlu:
            members.setdefault((row.pertanyaan, row.paket), []).append(row.kegiatan)
    return [
        (BUNDLE, needed, other)
        for inside in members.values()
        for needed in inside
        for other in inside
        if needed != other
    ]


def support(ground: Ground, clusters: Collection[str]) -> tuple[tuple[str, int], ...]:
    """Return how many activities of clusters each supporting agency is named for, most first."""
    named = Counter(
        agency
        for code in ground.activities(clusters)
        for agency in ground.plan.pack.activities[code].opd_pendukung
    )
    return tuple(sorted(named.items(), key=lambda item: (-item[1], item[0])))
