"""How much hangs on one agency, and on bodies that the region does not command."""

from dataclasses import dataclass
from fractions import Fraction

from kla_plan.plan.plan import Plan
from kla_plan.report.roles import AgencyRole, agency_roles


@dataclass(frozen=True, slots=True)
class Concentration:
    """The agency that is responsible for most of the points, and its share of the whole.

    Attributes
    ----------
    role
        What the plan asks of it.
    points, rupiah
        Its share of the points gained and of the money; 0 where the plan has none.
    """

    role: AgencyRole
    points: Fraction
    rupiah: Fraction


def concentration(plan: Plan) -> Concentration | None:
    """Return the agency with the most gained points; ``None`` for a plan without activities."""
    roles = [role for role in agency_roles(plan) if role.led]
    if not roles:
        return None
    heaviest = max(roles, key=lambda role: (role.points, len(role.led)))
    points = sum((role.points for role in roles), Fraction(0))
    spent = plan.cost()
    return Concentration(
        heaviest,
        heaviest.points / points if points else Fraction(0),
        Fraction(heaviest.rupiah, spent) if spent else Fraction(0),
    )


@dataclass(frozen=True, slots=True)
class Outside:
    """Activities of vertical bodies and partners, and the gained points that hang on them."""

    opds: tuple[str, ...]
    activities: tuple[str, ...]
    points: Fraction


def outside(plan: Plan) -> Outside:
    """Return what bodies outside the region's budget are responsible for."""
    roles = [r for r in agency_roles(plan) if r.led and plan.pack.opds[r.opd].jenis != "apbd"]
    return Outside(
        tuple(role.opd for role in roles),
        tuple(activity for role in roles for activity in role.led),
        sum((role.points for role in roles), Fraction(0)),
    )
