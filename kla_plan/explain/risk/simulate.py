"""How sure is it: many simulated courses of one plan, and what they have in common."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_plan.explain.risk.courses import spending_factors, totals
from kla_plan.explain.risk.uncertainty import Uncertainty, usual_uncertainty
from kla_plan.indonesian import number, percent
from kla_plan.instrument import NO_PREDICATE
from kla_plan.pack.columns import Pagu
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Target

DRAWS = 2000
SEED = 20240
_LEVELS = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)


@dataclass(frozen=True, slots=True, eq=False)
class Simulation:
    """Simulated courses of a plan.

    Attributes
    ----------
    claimed, verified
        Self-assessed and verified totals, draws × years.
    overruns
        Probability by ceiling that its spending exceeds it.
    """

    plan: Plan
    uncertainty: Uncertainty
    seed: int
    claimed: np.ndarray
    verified: np.ndarray
    overruns: pd.DataFrame

    @property
    def draws(self) -> int:
        """Number of courses."""
        return len(self.claimed)

    def probability(self, target: Target) -> float:
        """Return the share of courses in which a target is met."""
        scores = self.verified if target.dasar == "verifikasi" else self.claimed
        column = scores[:, self.plan.years.index(target.tahun)]
        bound, strict = bound_of(self.plan, target)
        return float(np.mean(_meets(column, bound, strict=strict)))

    def error(self, probability: float) -> float:
        """Return the standard error of a simulated probability."""
        return float(np.sqrt(probability * (1 - probability) / self.draws))

    def predicates(self) -> pd.DataFrame:
        """Return the probability of each predicate after verification, by year.

        Returns
        -------
        pandas.DataFrame
            ``tahun, predikat, peluang`` (this very predicate), ``sekurangnya`` (this or higher).
        """
        bounds = self.plan.pack.instrument.predicates
        rows = []
        for place, year in enumerate(self.plan.years):
            scores = self.verified[:, place]
            least = [1.0] + [
                float(np.mean(_meets(scores, float(p.batas_bawah), strict=p.dasar == ">")))
                for p in bounds
            ]
            names = [NO_PREDICATE, *(p.predikat for p in bounds)]
            for name, here, above in zip(names, least, [*least[1:], 0.0], strict=True):
                rows.append((year, name, here - above, here))
        return pd.DataFrame(rows, columns=["tahun", "predikat", "peluang", "sekurangnya"])

    def scores(self) -> pd.DataFrame:
        """Return quantiles of the verified score by year: tahun, mandiri (planned), p05 … p95."""
        rows = [
            (year, float(self.plan.score(year).total), *np.quantile(self.verified[:, i], _LEVELS))
            for i, year in enumerate(self.plan.years)
        ]
        names = [f"p{round(level * 100):02d}" for level in _LEVELS]
        return pd.DataFrame(rows, columns=["tahun", "mandiri", *names])

    def money(self) -> pd.DataFrame:
        """Return the probability that a year's money does not suffice.

        Returns
        -------
        pandas.DataFrame
            ``tahun, rupiah, pagu, peluang_lampau``: spending against the whole of the year's
            ceilings over all funds, which is what moving money between funds could give.
        """
        whole = self.overruns[self.overruns["jenis"] == "tahun"]
        return whole[["tahun", "rupiah", "pagu", "peluang_lampau"]].reset_index(drop=True)

    def sentences(self) -> list[str]:
        """Say in words what the last year looks like, and how exact that is."""
        last = self.plan.years[-1]
        table = self.predicates()
        rows = table[(table["tahun"] == last) & (table["predikat"] != NO_PREDICATE)]
        likely = [
            f"{row['predikat']} {percent(float(row['sekurangnya']))}"
            for row in rows.to_dict("records")
        ]
        return [
            (
                f"Peluang meraih sekurangnya predikat berikut pada {last}, setelah verifikasi: "
                f"{'; '.join(likely)}."
            ),
            (
                f"Dihitung dari {number(self.draws)} jalannya rencana; galat bakunya paling banyak "
                f"{percent(self.error(0.5))}."
            ),
        ]


def simulate(
    plan: Plan,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    uncertainty: Uncertainty | None = None,
) -> Simulation:
    """Simulate a plan; the same seed gives the same courses.

    Discount, deliveries with effects, and costs are drawn independently of each other, each from
    a stream of its own, so that changing one assumption leaves the others' draws alone.
    """
    wish = uncertainty or usual_uncertainty()
    streams = [np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(3)]
    ratios = wish.discount.draw(draws, streams[0])
    claimed = totals(plan, wish, draws, streams[1])
    factors = spending_factors(plan, wish, draws, streams[2])
    return Simulation(
        plan, wish, seed, claimed, claimed * ratios[:, None], _overruns(plan, factors, draws)
    )


def bound_of(plan: Plan, target: Target) -> tuple[float, bool]:
    """Return the points that a target asks for, and whether they must be exceeded."""
    for row in plan.pack.instrument.predicates:
        if row.predikat == target.predikat:
            return float(row.batas_bawah), row.dasar == ">"
    return float(target.poin or 0), False


def _meets(scores: np.ndarray, bound: float, *, strict: bool) -> np.ndarray:
    return np.asarray(scores > bound if strict else scores >= bound)


def _overruns(plan: Plan, factors: dict[str, np.ndarray], draws: int) -> pd.DataFrame:
    factor = float(plan.scenario.pagu_faktor)
    tops = [row for row in plan.pack.ceilings if row.batas_atas is not None]
    rows = []
    for year in plan.pack.planned_years:
        whole = _whole(tops, year)
        if whole is not None:
            rows.append(_chance(plan, factors, draws, ("tahun", Pagu(tahun=year), whole * factor)))
    for row in tops:
        if row.tahun is None or row.tahun in plan.pack.planned_years:
            limit = float(row.batas_atas or 0) * factor
            rows.append(_chance(plan, factors, draws, ("pagu", row, limit)))
    columns = ["jenis", "tahun", "sumber_dana", "opd", "rupiah", "pagu", "peluang_lampau"]
    return pd.DataFrame(rows, columns=columns)


def _whole(tops: list[Pagu], year: int) -> int | None:
    """Return what all funds of a year hold together, if that is bounded."""
    mine = [row for row in tops if row.tahun == year and not row.opd]
    direct = [row.batas_atas or 0 for row in mine if not row.sumber_dana]
    funds = [row.batas_atas or 0 for row in mine if row.sumber_dana]
    named = {row.sumber_dana for row in tops if row.sumber_dana}
    if funds and {row.sumber_dana for row in mine if row.sumber_dana} == named:
        direct.append(sum(funds))
    return min(direct, default=None)


def _chance(
    plan: Plan, factors: dict[str, np.ndarray], draws: int, bound: tuple[str, Pagu, float]
) -> tuple[object, ...]:
    kind, row, limit = bound
    spent, planned = np.zeros(draws), 0
    for (code, year, fund), amount in plan.spending.items():
        if row.tahun not in {None, year} or row.opd not in {"", plan.pack.activities[code].opd}:
            continue
        fact = year not in plan.pack.planned_years
        if row.sumber_dana and (fact or row.sumber_dana != fund):
            continue
        planned += amount
        spent += amount if fact else amount * factors[code]
    over = float(np.mean(spent > limit + 0.5)) if planned else 0.0
    return kind, row.tahun or 0, row.sumber_dana, row.opd, planned, round(limit), over
