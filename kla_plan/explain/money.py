"""What one more rupiah is worth, and where: the plan sought again with other budgets.

Every figure comes from a search with the changed ceilings, never from dual values, and carries
the range in which the true optimum lies. More money can never be worth less: what is known of one
budget level bounds its neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from kla_plan.explain.band import measure, unit_of
from kla_plan.explain.by_hand import plan_by_hand
from kla_plan.explain.fill import filled
from kla_plan.explain.purse_changes import (
    MoneyChange,
    changed_pack,
    extra_changes,
    scaled,
    with_extra_fund,
)
from kla_plan.explain.search import GAP, Answer, polished, search
from kla_plan.explain.study import Change, Study, planned_volumes
from kla_plan.indonesian import number, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import ceilings
from kla_plan.solve.door import OnProgress, Stop

#: Budget levels beside the plan's own, as factors on its ceilings.
LEVELS = (Fraction(4, 5), Fraction(9, 10), Fraction(11, 10), Fraction(5, 4), Fraction(3, 2))
#: Seconds below which a search says no more than the relaxation did.
LEAST = 3.0
#: Shares of the time for bettering the plan itself, and for the budget levels.
POLISH, CURVE = 0.1, 0.45
_HEAD = {"pagu": "Pagu", "tahun": "Tahun", "opd": "OPD", "sumber_dana": "Sumber dana"}


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
        return _sentences(self)


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


def value_of_money(  # noqa: PLR0913 - every wish has a name
    plan: Plan,
    *,
    seconds: float = 60.0,
    levels: Sequence[float | Fraction] = LEVELS,
    extra: int | None = None,
    gap: float = GAP,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> ValueOfMoney:
    """Return what more or less money is worth.

    Parameters
    ----------
    levels
        Budget levels as factors on the plan's ceilings.
    extra
        Rupiah of extra money per year for each year, OPD and fund in turn; by default a tenth of
        what the plan spends in an average year, in whole millions. Zero leaves this part out.
    gap
        Relative gap at which one search stops.
    """
    pack, scenario = with_extra_fund(plan.pack, plan.scenario)
    study = Study(Case(pack, scenario), seconds, on_progress=on_progress, stop=stop)
    base = replace(plan, pack=pack, scenario=scenario)
    base = polished(study, base, study.clock.left * POLISH)
    ask = _Ask(study, base, gap)
    factors = sorted(
        {Fraction(level).limit_denominator(10_000) for level in levels} - {Fraction(1)}
    )
    curve = ask.levels([scaled(pack, plan.pack, factor) for factor in factors])
    amount = _amount(plan) if extra is None else extra
    extras = ask.extras(list(extra_changes(pack, plan.pack, amount))) if amount else []
    own = replace(base, pack=plan.pack, scenario=plan.scenario)
    return ValueOfMoney(own, tuple(curve), tuple(extras), study.clock.elapsed)


def _amount(plan: Plan) -> int:
    years = max(1, len(plan.pack.planned_years))
    spent = sum(plan.cost(year) for year in plan.pack.planned_years)
    return max(1_000_000, spent // years // 10 // 1_000_000 * 1_000_000)


class _Ask:
    """Searches with one budget after another, as long as there is time."""

    def __init__(self, study: Study, base: Plan, gap: float) -> None:
        self._study, self._base, self._gap = study, base, gap

    def levels(self, changes: list[MoneyChange]) -> list[MoneyPoint]:
        """Ask for each budget level, upwards: what is possible with less is possible with more."""
        points: list[MoneyPoint] = []
        end = self._study.clock.part(CURVE)
        known: Plan | None = None
        for number_, change in enumerate(changes):
            if change.rupiah >= 0 and (known is None or self._worse(known)):
                known = self._base
            # With less money, parts of the plan itself are a better start than a poorer plan.
            start = self._base if change.rupiah < 0 or known is None else known
            point = self._point(change, start, end.share(len(changes) - number_))
            if point.plan is None and known is not None:
                point = replace(point, value=known.proof.objective)
            known = point.plan or known
            points.append(point)
        return self._monotone(points)

    def extras(self, changes: list[MoneyChange]) -> list[MoneyPoint]:
        """Ask for extra money, where the relaxation promises most first."""
        sign = self._study.sign
        limits = {id(change): self._study.limit(self._change(change)) for change in changes}

        def promise(change: MoneyChange) -> float:
            limit = limits[id(change)]
            return float("-inf") if limit is None else -sign * limit / change.rupiah

        ranked = sorted(changes, key=promise)
        kinds = [change.kind for change in ranked]
        turn = {id(c): kinds[:place].count(c.kind) for place, c in enumerate(ranked)}
        points = []
        for done, change in enumerate(sorted(ranked, key=lambda c: turn[id(c)])):
            seconds = self._study.clock.share(len(changes) - done)
            points.append(self._point(change, self._base, seconds))
        return sorted(points, key=self._gain, reverse=True)

    def _gain(self, point: MoneyPoint) -> tuple[bool, float]:
        if point.value is None:
            return (False, 0.0)
        gain = self._study.sign * (point.value - self._base.proof.objective)
        return (point.asked, gain / max(1, abs(point.change.rupiah)))

    def _worse(self, plan: Plan) -> bool:
        return self._study.sign * (plan.proof.objective - self._base.proof.objective) < 0

    def _change(self, change: MoneyChange) -> Change:
        unit = self._study.case.unit
        return self._study.shifted(
            {Clause(ceilings.RULE_TOP, key): top / unit for key, top in change.tops.items()}
        )

    def _point(self, change: MoneyChange, start: Plan, seconds: float) -> MoneyPoint:
        problem_change = self._change(change)
        more = change.rupiah > 0
        if self._study.clock.left < LEAST:
            value = self._base.proof.objective if more else None
            return MoneyPoint(
                change, value, self._study.limit(problem_change), asked=False, plan=None
            )
        case = Case(changed_pack(self._study.case.pack, change), self._study.case.scenario)
        answer: Answer = search(
            self._study,
            problem_change,
            f"Nilai uang: {_HEAD[change.kind]} {change.key}",
            seconds=max(LEAST, seconds),
            case=case,
            start=filled(case, start) if more else planned_volumes(start),
            gap=self._gap,
            aim="grow" if more else "shrink",
        )
        if answer.plan is None and not more and not answer.impossible:
            answer = replace(answer, plan=_by_hand(case))
        value = answer.value
        if more and (value is None or self._study.sign * (value - self._base.proof.objective) < 0):
            value = self._base.proof.objective
        return MoneyPoint(change, value, answer.bound, asked=True, plan=answer.plan)

    def _monotone(self, points: list[MoneyPoint]) -> list[MoneyPoint]:
        """Let what is known of one level bound the others: more money is never worth less."""
        sign, own = self._study.sign, self._base.proof
        result = []
        for place, point in enumerate(points):
            above = [p.bound for p in points[place:] if p.bound is not None]
            if point.change.rupiah < 0 and own.bound is not None:
                above.append(own.bound)
            below = [p.value for p in points[: place + 1] if p.value is not None]
            if point.change.rupiah > 0:
                below.append(own.objective)
            value = sign * max((sign * v for v in below), default=float("nan"))
            bound = sign * min((sign * b for b in above), default=float("nan"))
            result.append(
                replace(
                    point,
                    value=value if below else None,
                    bound=bound if above else None,
                )
            )
        return result


def _by_hand(case: Case) -> Plan | None:
    """Return the plan of deciding by hand, where nothing better is known."""
    plan = plan_by_hand(case.pack, case.scenario)
    return None if plan is None or verify_plan(plan) else plan


def _row(point: MoneyPoint, plan: Plan, sign: int) -> dict[str, object]:
    known, bound = plan.proof.objective, point.bound
    gain = None if point.value is None else sign * (point.value - known)
    billions = point.change.rupiah / 10**9
    return {
        "jenis": _HEAD[point.change.kind],
        "kunci": point.change.key,
        "rupiah": point.change.rupiah,
        "nilai": point.value,
        "batas_terbukti": bound,
        "tambahan": gain,
        "tambahan_maks": None if bound is None else sign * (bound - known),
        "per_miliar": gain / billions if gain is not None and billions and point.asked else None,
        "dihitung": point.asked,
    }


def _sentences(found: ValueOfMoney) -> list[str]:
    unit, known = unit_of(found.plan), found.plan.proof.objective
    lines = []
    for point in found.levels:
        if point.value is None:
            lines.append(f"Dengan pagu {point.change.key} kali: {_nothing(point)}.")
            continue
        better = abs(point.value - known)
        side = "bertambah" if point.change.rupiah > 0 else "berkurang"
        limit = "" if point.bound is None else f" (batas terbukti {measure(point.bound, unit)})"
        lines.append(
            f"Dengan pagu {point.change.key} kali, nilai rencana yang ditemukan {side} "
            f"{measure(better, unit)} menjadi {measure(point.value, unit)}{limit}."
        )
    asked = [p for p in found.extras if p.asked and p.value is not None]
    if asked:
        best = asked[0]
        lines.append(
            f"Tambahan uang paling bernilai pada {_HEAD[best.change.kind]} {best.change.key}: "
            f"{rupiah_short(best.change.rupiah)} memberi "
            f"{measure(abs((best.value or 0.0) - known), unit)} pada rencana yang ditemukan."
        )
    left = [p for p in (*found.levels, *found.extras) if not p.asked]
    if left:
        lines.append(
            f"Sebanyak {number(len(left))} titik belum dihitung karena waktunya habis; untuk itu "
            "hanya ada batas dari relaksasi."
        )
    return lines


def _nothing(point: MoneyPoint) -> str:
    if point.bound is not None and abs(point.bound) == float("inf"):
        return "terbukti tidak ada rencana yang memenuhi semua aturan"
    return "belum ditemukan rencana dalam waktu yang tersedia"
