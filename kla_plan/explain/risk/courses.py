"""Totals of many simulated courses of a plan, for all draws at once.

The same rules as :mod:`kla_plan.plan.evaluate` (contract 3.5 and 3.6) in floating point: where
everything succeeds, the totals are those of the plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from kla_plan.explain.risk.uncertainty import Uncertainty
from kla_plan.instrument import TOLERANCE
from kla_plan.pack.columns import Dampak
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case

#: Totals are kept to this many decimals: sums of floating point may lie a hair off a bound.
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class _Courses:
    case: Case
    delivered: Mapping[str, tuple[tuple[int, Decimal], ...]]
    success: Mapping[str, np.ndarray]
    generator: np.random.Generator
    effect: float

    def happens(self, row: Dampak) -> np.ndarray:
        """Draw in which courses an effect is recognised."""
        luck = self.generator.random(len(self.success[row.kegiatan])) < self.effect
        return np.asarray(self.success[row.kegiatan] & luck)

    def earned(self, row: Dampak, year: int) -> float:
        """Return what a row outside a paket adds in a year if it is recognised."""
        seen, lasts = year - row.jeda, self.case.lasts(row)
        volumes = [
            volume
            for t, volume in self.delivered.get(row.kegiatan, ())
            if (t <= seen if lasts else t == seen)
        ]
        amount = float(bool(volumes)) if row.per == "aktif" else float(sum(volumes))
        return float(row.kenaikan) * amount

    def complete(self, row: Dampak, year: int) -> bool:
        """Whether an activity has delivered its share of a paket."""
        done = (v for t, v in self.delivered.get(row.kegiatan, ()) if t <= year - row.jeda)
        return sum(done) >= row.volume_perlu


def totals(plan: Plan, wish: Uncertainty, draws: int, generator: np.random.Generator) -> np.ndarray:
    """Return the self-assessed totals, draws × years."""
    case = Case(plan.pack, plan.scenario)
    delivered: dict[str, list[tuple[int, Decimal]]] = {}
    for (code, year), volume in {**case.realised, **plan.volumes}.items():
        if year > plan.pack.profile.base_year:
            delivered.setdefault(code, []).append((year, volume))
    success = {
        activity.kegiatan: generator.random(draws) < wish.delivery for activity in case.activities
    }
    frozen = {code: tuple(rows) for code, rows in delivered.items()}
    courses = _Courses(case, frozen, success, generator, wish.effect)
    points = {code: np.zeros((draws, len(plan.years))) for code in plan.pack.instrument.indicators}
    for code, question in plan.pack.instrument.questions.items():
        points[question.indikator] += float(question.poin_maks) * _answers(courses, code, draws)
    whole = np.zeros((draws, len(plan.years)))
    for code, earned in points.items():
        whole += np.minimum(float(plan.pack.instrument.indicators[code].poin_maks), earned)
    return np.round(whole, DECIMALS)


def _answers(courses: _Courses, question: str, draws: int) -> np.ndarray:
    case = courses.case
    start, years = float(case.start(question)), case.years
    progress = np.full((draws, len(years)), start)
    bundles: dict[str, list[Dampak]] = {}
    for row in case.effects.get(question, ()):
        if row.paket:
            bundles.setdefault(row.paket, []).append(row)
            continue
        gains = np.array([courses.earned(row, year) for year in years])
        progress += courses.happens(row)[:, None] * gains
    for rows in bundles.values():
        lucky = np.logical_and.reduce([courses.happens(row) for row in rows])
        ready = [all(courses.complete(row, year) for row in rows) for year in years]
        progress += lucky[:, None] * (np.array(ready) * float(rows[0].kenaikan))
    progress = np.minimum(1.0, progress)
    if not case.scenario.stepped:
        return np.asarray(np.maximum(start, progress))
    levels = [float(x) for x in case.pack.instrument.questions[question].skala]
    reached = np.searchsorted(levels, progress + float(TOLERANCE) + 1e-12, side="right")
    return np.asarray(np.maximum(start, np.array([start, *levels])[reached]))


def spending_factors(
    plan: Plan, wish: Uncertainty, draws: int, generator: np.random.Generator
) -> dict[str, np.ndarray]:
    """Return cost / planned cost by activity; what is realised does not move."""
    return {
        code: np.exp(wish.cost_spread * generator.standard_normal(draws))
        for code in sorted(plan.pack.activities)
    }
