"""What a plan asks of each agency."""

from dataclasses import dataclass
from fractions import Fraction

from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_agency
from kla_plan.report.roles.points import points_by_agency


@dataclass(frozen=True, slots=True)
class AgencyRole:
    """One agency in a plan.

    Attributes
    ----------
    led, supported
        Activities it is responsible for, and those it supports.
    points
        Gained points that hang on it, see :func:`points_by_agency`.
    rupiah
        What is spent on the activities it is responsible for, over the horizon.
    """

    opd: str
    led: tuple[str, ...]
    supported: tuple[str, ...]
    points: Fraction
    rupiah: int


def agency_roles(plan: Plan) -> tuple[AgencyRole, ...]:
    """Return the agencies that lead or support an activity of the plan.

    Those responsible for more rupiah come first, then those for more points.
    """
    points = points_by_agency(plan)
    records = plan.pack.activities
    spent = spent_by_agency(plan)
    rows = []
    for opd in plan.pack.opds:
        led = tuple(a for a in plan.activities if records[a].opd == opd)
        supported = tuple(a for a in plan.activities if opd in records[a].opd_pendukung)
        if led or supported:
            rows.append(AgencyRole(opd, led, supported, points.get(opd, Fraction(0)), spent[opd]))
    return tuple(sorted(rows, key=lambda r: (-r.rupiah, -r.points, -len(r.led), r.opd)))
