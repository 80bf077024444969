"""``ValueOfMoney``: one point per changed budget, as a table."""

from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.band import unit_of
from kla_plan.explain.money.sentences import HEADS, sentences
from kla_plan.explain.purse_changes import (
    MoneyChange,
)
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class MoneyPoint:
    """One changed budget.

    Attributes
    ----------
    change
        What was changed.
    value
        Objective of the best plan found; ``None`` if none was found or there was no time to ask.
    bound
        What no plan can be better than with this budget; infinitely bad if there is no plan.
    asked
        Whether a search was made; otherwise the bound is that of the relaxation.
    plan
        The best plan found, checked.
    """

    change: MoneyChange
    value: float | None
    bound: float | None
    asked: bool
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class ValueOfMoney:
    """Score against budget.

    Attributes
    ----------
    plan
        The plan itself, or a better one found on the way; its proof is the point in the middle.
    levels
        Budget levels, ascending, the plan's own not among them.
    extras
        Extra money by year, OPD and fund; the most valuable first.
    seconds
        Wall time spent.
    """

    plan: Plan
    levels: tuple[MoneyPoint, ...]
    extras: tuple[MoneyPoint, ...]
    seconds: float

    def table(self) -> pd.DataFrame:
        """Return all points.

        Returns
        -------
        pandas.DataFrame
            ``jenis, kunci, rupiah`` (change of money over the horizon), ``nilai, batas_terbukti``
            (weighted points, or rupiah), ``tambahan, tambahan_maks`` (against the plan: found,
            and the most it can be), ``per_miliar`` (found, per billion rupiah), ``dihitung``.
        """
        sign = -1 if unit_of(self.plan) == "rupiah" else 1
        rows = [_row(point, self.plan, sign) for point in (*self.levels, *self.extras)]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def sentences(self) -> list[str]:
        """Say what more money brings, where it brings most, and what was left out."""
        return sentences(self)


_COLUMNS = [
    "jenis",
    "kunci",
    "rupiah",
    "nilai",
    "batas_terbukti",
    "tambahan",
    "tambahan_maks",
    "per_miliar",
    "dihitung",
]


def _row(point: MoneyPoint, plan: Plan, sign: int) -> dict[str, object]:
    known, bound = plan.proof.objective, point.bound
    gain = None if point.value is None else sign * (point.value - known)
    billions = point.change.rupiah / 10**9
    return {
        "jenis": HEADS[point.change.kind],
        "kunci": point.change.key,
        "rupiah": point.change.rupiah,
        "nilai": point.value,
        "batas_terbukti": bound,
        "tambahan": gain,
        "tambahan_maks": None if bound is None else sign * (bound - known),
        "per_miliar": gain / billions if gain is not None and billions and point.asked else None,
        "dihitung": point.asked,
    }
