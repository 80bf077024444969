"""How ready each holder is: pieces by status, and the points that hang on them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.papers.evidence.facts import DONE, STATUSES, Facts, by_holder
from kla_plan.papers.evidence.holders import Holder, Level


@dataclass(frozen=True, slots=True)
class Readiness:
    """The standing of one holder.

    Attributes
    ----------
    pieces
        Number of pieces behind what is claimed now, by status. A piece with several holders
        counts for each of them.
    points
        Points claimed now by status of the *question*. The points of a question are divided
        equally among all holders of its pieces, so that the holders add up to the region.
    open_by_cluster
        Of these points, those whose evidence is not complete, by cluster.
    later
        Number of pieces that scores of later years will rest on.
    overdue
        Number of pieces whose deadline has passed; ``None`` where no day is given.
    """

    holder: Holder
    pieces: Mapping[str, int]
    points: Mapping[str, Fraction]
    open_by_cluster: Mapping[str, Fraction]
    later: int
    overdue: int | None

    @property
    def total(self) -> int:
        """Number of pieces behind what is claimed now."""
        return sum(self.pieces.values())

    @property
    def claimed(self) -> Fraction:
        """Points claimed now."""
        return sum(self.points.values(), Fraction(0))

    @property
    def open(self) -> Fraction:
        """Points claimed now whose evidence is not complete."""
        return self.claimed - self.points[DONE]


def readiness(known: Facts) -> tuple[Readiness, ...]:
    """Return the standing of every holder, the most unproven points first."""
    needed, everything = by_holder(known.needed), by_holder(known.pieces)
    shares = _shares(known)
    found = []
    for holder, mine in everything.items():
        now = needed.get(holder, ())
        counts = Counter(piece.status or NOT_STATED for piece in now)
        mean = shares.get(holder, {})
        found.append(
            Readiness(
                holder=holder,
                pieces={status: counts[status] for status in STATUSES},
                points=_by_status(known, mean),
                open_by_cluster=_open_by_cluster(known, mean),
                later=len(mine) - len(now),
                overdue=None if known.day is None else sum(known.overdue(piece) for piece in now),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.open, one.holder.name)))


def of_level(found: tuple[Readiness, ...], *levels: Level) -> tuple[Readiness, ...]:
    """Return the holders of these levels."""
    return tuple(one for one in found if one.holder.level in levels)


def _shares(known: Facts) -> dict[Holder, dict[str, Fraction]]:
    """Return the points of each question that fall to each of its holders."""
    who: dict[str, dict[Holder, None]] = {}
    for piece in known.needed:
        who.setdefault(piece.question, {}).update(dict.fromkeys(piece.holders))
    shares: dict[Holder, dict[str, Fraction]] = {}
    for question, holders in who.items():
        for holder in holders:
            share = known.claimed.now[question] / len(holders)
            shares.setdefault(holder, {})[question] = share
    return shares


def _by_status(known: Facts, shares: Mapping[str, Fraction]) -> dict[str, Fraction]:
    sums = dict.fromkeys(STATUSES, Fraction(0))
    for question, share in shares.items():
        sums[known.status[question]] += share
    return sums


def _open_by_cluster(known: Facts, shares: Mapping[str, Fraction]) -> dict[str, Fraction]:
    instrument = known.pack.instrument
    sums = dict.fromkeys(instrument.clusters, Fraction(0))
    for question, share in shares.items():
        if known.status[question] != DONE:
            sums[instrument.cluster_of(instrument.questions[question].indikator)] += share
    return sums
