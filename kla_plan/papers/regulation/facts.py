"""What the regulation states about the plan: standing, roles, and money by fund and year."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_agency

#: What an agency is to a regional regulation, by its kind in the pack.
KINDS = {"apbd": "Perangkat Daerah", "vertikal": "Instansi Vertikal", "mitra": "mitra"}
#: One percentage point: below it a distance between shares says nothing.
CLEAR = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Lowest:
    """A cluster with a low share of its points at the end of the base year."""

    name: str
    share: Fraction


@dataclass(frozen=True, slots=True)
class Role:
    """What one agency does in the plan.

    Attributes
    ----------
    name, kind
        Its name, and one of the words of :data:`KINDS`.
    leads, supports
        Number of activities that it answers for, and of those in which it helps.
    rupiah
        Spending of the activities that it answers for, over all years, in whole rupiah.
    """

    name: str
    kind: str
    leads: int
    supports: int
    rupiah: int


def lowest(plan: Plan) -> tuple[Lowest, ...]:
    """Return at most two clusters that clearly trail, lowest first.

    The share is the points of the start over the cluster's maximum. A cluster trails where its
    share is below that of the whole by :data:`CLEAR`: where a known total was merely spread over
    the questions, all shares are nearly the same and none may be named.
    """
    instrument, start = plan.pack.instrument, plan.pack.start_score()
    whole = Fraction(start.total) / Fraction(instrument.maximum)
    shares = [
        Lowest(cluster.nama, Fraction(start.clusters[code]) / Fraction(cluster.poin_maks))
        for code, cluster in instrument.clusters.items()
    ]
    trailing = [one for one in shares if one.share <= whole - CLEAR]
    return tuple(sorted(trailing, key=lambda one: one.share)[:2])


def roles(plan: Plan) -> tuple[Role, ...]:
    """Return every agency that leads or supports an activity of the plan.

    Own agencies first, then vertical ones and partners; within each in the pack's order. The
    activities led and the rupiah add up to those of the plan.
    """
    pack = plan.pack
    active = [pack.activities[code] for code in plan.activities]
    leads = Counter(activity.opd for activity in active)
    supports = Counter(code for activity in active for code in activity.opd_pendukung)
    spent = spent_by_agency(plan)
    found = [
        Role(opd.nama, KINDS[opd.jenis], leads[code], supports[code], spent[code])
        for code, opd in pack.opds.items()
        if leads[code] or supports[code] or spent[code]
    ]
    return tuple(sorted(found, key=lambda role: list(KINDS.values()).index(role.kind)))
