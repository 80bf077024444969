"""The price of robustness: what it costs to survive the worst of none, one, two … jumps in cost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd

from kla_plan.explain.band import measure, unit_of
from kla_plan.explain.risk.price import Price
from kla_plan.explain.risk.robust import robust_plan
from kla_plan.indonesian import join, number, percent
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Ketahanan

#: Numbers of activities whose costs jump at once.
COUNTS = (1, 2, 4)
BARRED, LATE = "tidak ada rencana yang tahan", "belum ditemukan dalam batas waktu"
BORROWED = "memakai rencana yang tahan lebih banyak lonjakan"


@dataclass(frozen=True, slots=True)
class Toughness:
    """Robust plans for a growing number of jumps, each with its price.

    Attributes
    ----------
    plan
        The plan without caution.
    jump
        By which share a cost jumps.
    prices
        By number of jumps, ascending, where a plan was found.
    without
        Reason by number of jumps for which none was found.
    borrowed
        Numbers for which the plan for more jumps stands in: their prices are upper limits.
    """

    plan: Plan
    jump: Decimal
    prices: dict[int, Price]
    without: dict[int, str]
    borrowed: frozenset[int] = frozenset()

    def cost(self, count: int) -> float:
        """Return what surviving so many jumps costs, in points (rupiah, for the least cost)."""
        price = self.prices[count]
        return float(price.rupiah) if unit_of(self.plan) == "rupiah" else price.points

    def table(self) -> pd.DataFrame:
        """Return ``lonjakan, hasil, poin_tertimbang, poin_akhir, rupiah_tambahan, celah``."""
        rows: list[dict[str, object]] = []
        for count, price in self.prices.items():
            row = price.row("")
            row.pop("rencana")
            result = BORROWED if count in self.borrowed else "ditemukan"
            rows.append({"lonjakan": count, "hasil": result, **row})
        rows += [{"lonjakan": count, "hasil": why} for count, why in self.without.items()]
        names = ["lonjakan", "hasil", "poin_tertimbang", "poin_akhir", "rupiah_tambahan", "celah"]
        return pd.DataFrame(rows, columns=names)

    def sentences(self) -> list[str]:
        """Say what surviving the jumps costs."""
        unit, jump = unit_of(self.plan), percent(self.jump)
        told = [
            f"{number(count)} kegiatan{' paling banyak' if count in self.borrowed else ''} "
            f"{measure(max(0.0, self.cost(count)), unit)}"
            for count in self.prices
        ]
        lines = []
        if told:
            lines.append(
                f"Harga ketahanan bila biaya kegiatan termahal naik {jump}, menurut banyaknya "
                f"kegiatan yang naik sekaligus: {join(told)}."
            )
            lines.append(self._sure())
        lines += [
            f"Untuk {number(count)} kegiatan yang naik sekaligus: {why}."
            for count, why in self.without.items()
        ]
        return lines

    def _sure(self) -> str:
        gaps = [price.gap for price in self.prices.values()]
        known = [gap for gap in gaps if gap is not None]
        if len(known) < len(gaps):
            return "Sebagian rencana itu belum dibuktikan mutunya, jadi harganya perkiraan."
        return f"Rencana-rencana itu diketahui sampai celah {percent(max(known), 2)}."


def price_of_robustness(plan: Plan, jump: Decimal, counts: Sequence[int] = COUNTS) -> Toughness:
    """Return the price of surviving the worst of each number of jumps in cost.

    Each number takes one search in the scenario's time. A plan that survives more jumps survives
    fewer as well: where it is the better one, it stands for both.

    Parameters
    ----------
    plan
        The plan of a scenario without caution.
    jump
        By which share a cost jumps, ``0.2`` for a fifth.
    """
    found: dict[int, Price] = {}
    without: dict[int, str] = {}
    borrowed: set[int] = set()
    for count in sorted(set(counts), reverse=True):
        wish = Ketahanan(biaya_terburuk=count, lonjakan_biaya=jump)
        try:
            other = robust_plan(plan, wish).plan
        except InfeasibleError:
            without[count] = BARRED
            continue
        except NoPlanInTimeError:
            without[count] = LATE
            other = None
        tougher = [price.other for price in found.values()]
        best = _best(other, tougher, plan)
        if best is not None:
            without.pop(count, None)
            scenario = plan.scenario.model_copy(update={"ketahanan": wish})
            found[count] = Price(plan, replace(best, scenario=scenario))
            if best is not other:
                borrowed.add(count)
    ordered = dict(sorted(found.items())), dict(sorted(without.items()))
    return Toughness(plan, jump, *ordered, frozenset(borrowed))


def _best(own: Plan | None, tougher: Sequence[Plan], nominal: Plan) -> Plan | None:
    """Return the best of a plan and those that survive more; a bound is its own plan's only."""
    sign = -1 if unit_of(nominal) == "rupiah" else 1
    best = max(tougher, key=lambda p: sign * p.proof.objective, default=None)
    if own is None:
        return None if best is None else _unproven(best)
    if best is None or sign * own.proof.objective >= sign * best.proof.objective:
        return own
    return replace(best, proof=replace(best.proof, bound=own.proof.bound, status="time_limit"))


def _unproven(plan: Plan) -> Plan:
    return replace(plan, proof=replace(plan.proof, bound=None, status="time_limit"))
