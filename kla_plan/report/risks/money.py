"""Ceilings that leave hardly any room."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kla_plan.plan.plan import Plan
from kla_plan.report.funding import CeilingUse, ceiling_uses

#: A ceiling used to this share or more has no room for a rise in prices.
TIGHT: Final = Fraction(95, 100)


@dataclass(frozen=True, slots=True)
class Ceilings:
    """Ceilings of a plan: how many there are, and those that are nearly or wholly used."""

    all: tuple[CeilingUse, ...]
    tight: tuple[CeilingUse, ...]


def ceilings(plan: Plan) -> Ceilings:
    """Return the ceilings that bound something above nothing, and the tight ones among them."""
    uses = tuple(use for use in ceiling_uses(plan) if use.top)
    return Ceilings(uses, tuple(use for use in uses if use.share >= TIGHT))
