"""The activities that a meeting is asked to carry."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.papers.deciding.ground import Ground


@dataclass(frozen=True, slots=True)
class Proposal:
    """One activity of the plan in the open years.

    Attributes
    ----------
    years
        Open years in which it delivers; empty where it is only still paid for.
    rupiah
        Its cost in the open years.
    points
        Points of the last year that hang on it (:meth:`Ground.lost`).
    """

    activity: str
    name: str
    agency: str
    supporters: tuple[str, ...]
    years: tuple[int, ...]
    rupiah: int
    points: Fraction


def proposals(ground: Ground, clusters: Collection[str]) -> tuple[Proposal, ...]:
    """Return the activities of clusters, those with most points first, then the cheapest."""
    activities = ground.plan.pack.activities
    found = [
        Proposal(
            code,
            activities[code].nama,
            activities[code].opd,
            activities[code].opd_pendukung,
            ground.active(code),
            ground.rupiah((code,)),
            ground.lost((code,)),
        )
        for code in ground.activities(clusters)
    ]
    return tuple(sorted(found, key=lambda row: (-row.points, row.rupiah, row.activity)))
