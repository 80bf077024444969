"""What safety or fairness costs: one plan beside the plan without it."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kla_plan.indonesian import number, percent, rupiah
from kla_plan.plan.evaluate import weighted_points
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case


@dataclass(frozen=True, slots=True)
class Price:
    """Points and rupiah that ``other`` gives up against ``nominal``.

    Both plans are known up to their gaps only; ``gap`` is the larger of the two, relative to the
    objective. A price within it says little.
    """

    nominal: Plan
    other: Plan

    @property
    def points(self) -> float:
        """Weighted points lost (negative: gained)."""
        return float(weighted(self.nominal) - weighted(self.other))

    @property
    def last_points(self) -> float:
        """Points lost in the last year."""
        last = self.nominal.years[-1]
        return float(self.nominal.score(last).total - self.other.score(last).total)

    @property
    def rupiah(self) -> int:
        """Rupiah spent more (negative: less)."""
        return self.other.cost() - self.nominal.cost()

    @property
    def gap(self) -> float | None:
        """Larger one of the two relative gaps; ``None`` where a plan has no proven bound."""
        gaps = [self.nominal.proof.gap, self.other.proof.gap]
        known = [gap for gap in gaps if gap is not None]
        return max(known) if len(known) == len(gaps) else None

    def row(self, name: str) -> dict[str, object]:
        """Return the price as a row: rencana, poin_tertimbang, poin_akhir, rupiah, celah."""
        return {
            "rencana": name,
            "poin_tertimbang": 0.0 - self.points,
            "poin_akhir": 0.0 - self.last_points,
            "rupiah_tambahan": self.rupiah,
            "celah": self.gap,
        }

    def sentence(self, what: str) -> str:
        """Say the price in words, with how exactly it is known."""
        if self.nominal.scenario.tujuan == "min_biaya":
            change = "lebih mahal" if self.rupiah >= 0 else "lebih murah"
            text = f"{what}: {rupiah(abs(self.rupiah))} {change}"
        else:
            change = "berkurang" if self.points >= 0 else "bertambah"
            text = (
                f"{what}: nilai tertimbang {change} {number(abs(self.points))} poin "
                f"(tahun terakhir {number(-self.last_points)} poin)"
            )
        if self.gap is None:
            return f"{text}; salah satu rencana belum dibuktikan mutunya, jadi harga ini perkiraan."
        return f"{text}; kedua rencana diketahui sampai celah {percent(self.gap, 2)}."


def weighted(plan: Plan) -> Fraction:
    """Return the weighted points of a plan."""
    return weighted_points(Case(plan.pack, plan.scenario), plan.fractions)


def prices_table(prices: dict[str, Price]) -> pd.DataFrame:
    """Return prices side by side, one row each."""
    return pd.DataFrame([price.row(name) for name, price in prices.items()])
