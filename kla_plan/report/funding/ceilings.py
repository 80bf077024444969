"""How much of every ceiling a plan uses."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import bounded_years, spent_under


@dataclass(frozen=True, slots=True)
class CeilingUse:
    """One upper bound of ``pagu`` and the spending that it bounds, in whole rupiah.

    Attributes
    ----------
    year, fund, opd
        What it bounds; ``None`` and empty mean all.
    top
        The bound, ``pagu_faktor`` applied, rounded down: no whole rupiah above it may be spent.
    used
        Spending of the plan that it bounds (contract 3.3).
    """

    year: int | None
    fund: str
    opd: str
    top: int
    used: int

    @property
    def left(self) -> int:
        """Rupiah that are not used."""
        return self.top - self.used

    @property
    def share(self) -> Fraction:
        """Share of the bound that is used; a bound of nothing is used up."""
        return Fraction(self.used, self.top) if self.top else Fraction(1)


def ceiling_uses(plan: Plan) -> tuple[CeilingUse, ...]:
    """Return the upper bounds of the planned years, in file order."""
    planned = set(plan.pack.planned_years)
    return tuple(
        CeilingUse(
            row.tahun,
            row.sumber_dana,
            row.opd,
            int(plan.scenario.ceiling(row.batas_atas)),
            spent_under(plan, row, bounded_years(plan, row)),
        )
        for row in plan.pack.ceilings
        if row.batas_atas is not None and (row.tahun is None or row.tahun in planned)
    )


def fund_uses(uses: Iterable[CeilingUse]) -> tuple[CeilingUse, ...]:
    """Return the bounds that hold whichever agency spends."""
    return tuple(use for use in uses if not use.opd)


def opd_uses(uses: Iterable[CeilingUse]) -> tuple[CeilingUse, ...]:
    """Return the bounds of single agencies."""
    return tuple(use for use in uses if use.opd)
