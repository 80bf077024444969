"""A plan that meets its target with a given probability, and its price.

Without any other uncertainty, ``P(r·total[t] >= bound) >= level`` is the same as
``total[t] >= bound / q``, where *q* is the ratio that verification stays below with probability
``1 − level``: one row, exact for the fitted discount. What effects take away is met by a safety
margin on top of that row, ``total[t] >= bound / q + margin``: the plan is simulated, and the margin
is raised by what the simulated courses lack at the level asked for, until they lack nothing; the
rounds left halve the distance between the last margin that failed and the first that held. The
plan returned is simulated once more with draws that no margin was chosen by.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

import numpy as np

from kla_plan.explain.risk.price import Price
from kla_plan.explain.risk.prune import pruned
from kla_plan.explain.risk.simulate import DRAWS, SEED, Simulation, bound_of, simulate
from kla_plan.explain.risk.uncertainty import Uncertainty, usual_uncertainty
from kla_plan.indonesian import number, percent
from kla_plan.pack.model import Pack
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario, Target

#: Points are asked for in steps of a hundredth, and as much above a bound that must be exceeded.
STEP = Decimal("0.01")

#: The next plan is another one, with gains of its own at risk: a little more than what lacked.
OVERSHOOT = 1.1


@dataclass(frozen=True, slots=True)
class Attempt:
    """One margin that was tried, and how often the target was met with it."""

    margin: Decimal
    points: Decimal
    probability: float


class TooRiskyError(Exception):
    """No plan was found that meets the target with the probability asked for.

    Attributes
    ----------
    attempts
        What was tried; the last one had no plan, or did not suffice.
    asked
        Self-assessed points that the last attempt needed.
    """

    def __init__(self, attempts: tuple[Attempt, ...], asked: Decimal) -> None:
        self.attempts = attempts
        self.asked = asked
        super().__init__(f"{number(asked)} points cannot be reached")


@dataclass(frozen=True, slots=True)
class Chance:
    """A plan that meets a target with at least a probability.

    Attributes
    ----------
    price
        Against the plan that only meets the target as the scenario's discount would have it.
    before, after
        Probability of the target for both plans, by draws used for neither.
    attempts
        Margins tried, in order.
    """

    target: Target
    level: float
    plan: Plan
    price: Price
    before: float
    after: float
    attempts: tuple[Attempt, ...]
    simulation: Simulation

    def sentences(self) -> list[str]:
        """Say what was reached, at which price."""
        bound = self.target.predikat or f"{number(self.target.poin or 0)} poin"
        return [
            (
                f"Sasaran: {bound} setelah verifikasi pada {self.target.tahun} dengan peluang "
                f"sekurangnya {percent(self.level, 0)}."
            ),
            (
                f"Rencana biasa mencapainya dengan peluang {percent(self.before)}; rencana ini "
                f"dengan peluang {percent(self.after)} (galat baku "
                f"{percent(self.simulation.error(self.after))}, diperiksa dengan undian baru)."
            ),
            self.price.sentence("Harga kepastian itu"),
        ]


def chance_plan(
    plan: Plan,
    target: Target,
    *,
    level: float = 0.8,
    cheapest: bool = False,
    uncertainty: Uncertainty | None = None,
    rounds: int = 4,
) -> Chance:
    """Return a plan that meets a target on the verified score with a probability.

    Parameters
    ----------
    plan
        The known plan, with its pack and scenario; the search begins from it.
    target
        Takes the place of the scenario's targets.
    cheapest
        Look for the cheapest plan that does it, in place of the scenario's objective.
    rounds
        Most margins to try, each one a solve.

    Raises
    ------
    TooRiskyError
        If no plan is found that does it.
    InfeasibleError, NoPlanInTimeError
        If there is none even without caution.
    ValueError
        If the target is on the self-assessed score, which no verification touches.
    """
    if target.dasar != "verifikasi":
        message = "a chance constraint is about the verified score"
        raise ValueError(message)
    wish = uncertainty or usual_uncertainty()
    goal = "min_biaya" if cheapest else plan.scenario.tujuan
    plain = plan.scenario.model_copy(update={"target": (target,), "tujuan": goal})
    usual = _usual(plan, plain)
    found, attempts = _Search(plan.pack, plain, target, level, wish).run(usual, plan, rounds)
    fresh, before = (
        simulate(one, draws=2 * DRAWS, seed=SEED + 1, uncertainty=wish) for one in (found, usual)
    )
    price = Price(usual, found)
    chances = before.probability(target), fresh.probability(target)
    return Chance(target, level, found, price, *chances, attempts, fresh)


def _usual(plan: Plan, scenario: Scenario) -> Plan:
    """Return the plan without caution; the known one where it stays the best."""
    target = scenario.target[0]
    bound, strict = bound_of(plan, target)
    total = float(plan.verified_total(target.tahun))
    same = plan.scenario.tujuan == scenario.tujuan == "maks_skor" and not plan.scenario.target
    if same and (total > bound or (total == bound and not strict)):
        return _under(plan, scenario)
    discounted = bound / float(1 - scenario.diskon_verifikasi)
    return make_plan(plan.pack, scenario, start=_begin(plan, scenario, Fraction(discounted)))


def _begin(plan: Plan, scenario: Scenario, points: Fraction) -> Volumes:
    """Return volumes to begin from: for the cheapest plan only what the target needs."""
    year = scenario.target[0].tahun
    if scenario.tujuan != "min_biaya" or plan.score(year).total < points:
        return plan.volumes
    return pruned(plan, year, points + Fraction(STEP))


@dataclass(frozen=True, slots=True)
class _Search:
    pack: Pack
    scenario: Scenario
    target: Target
    level: float
    wish: Uncertainty

    def run(self, usual: Plan, known: Plan, rounds: int) -> tuple[Plan, tuple[Attempt, ...]]:
        """Raise the margin until it holds, then halve what it is too much."""
        bound, strict = bound_of(usual, self.target)
        base = _up(Decimal(repr(bound / self.wish.discount.ratio(1 - self.level))))
        base += STEP if strict else Decimal(0)
        attempts: list[Attempt] = []
        low, margin, found, plan = Decimal(-1), Decimal(0), None, usual
        for _ in range(rounds):
            asked = base + margin
            begin = known if self._total(known) >= asked > self._total(plan) else plan
            plan = self._plan(asked, begin, tuple(attempts), found)
            if plan is found:
                break
            run = simulate(plan, uncertainty=self.wish)
            attempts.append(Attempt(margin, asked, run.probability(self.target)))
            if attempts[-1].probability >= self.level:
                found, high = plan, margin
                if low < 0 or high - low <= 1:
                    break
                margin = _up((low + high) / 2)
            else:
                low = margin
                lacking = _up(Decimal(repr(OVERSHOOT * self._lacking(run, bound))))
                margin = _up((low + high) / 2) if found else margin + max(STEP, lacking)
        if found is None:
            raise TooRiskyError(tuple(attempts), base + margin)
        return found, tuple(attempts)

    def _total(self, plan: Plan) -> Fraction:
        return plan.score(self.target.tahun).total

    def _plan(
        self, asked: Decimal, before: Plan, attempts: tuple[Attempt, ...], found: Plan | None
    ) -> Plan:
        """Return the plan for so many points, or the one that holds already if there is none."""
        goal = Target(tahun=self.target.tahun, poin=asked)
        sure = self.scenario.model_copy(update={"target": (goal,)})
        if self._stays(before, asked):
            return _under(before, sure)
        try:
            return make_plan(self.pack, sure, start=_begin(before, sure, Fraction(asked)))
        except (InfeasibleError, NoPlanInTimeError) as error:
            if found is not None:
                return found
            raise TooRiskyError(attempts, asked) from error

    def _stays(self, plan: Plan, asked: Decimal) -> bool:
        """Whether a plan of the most points has enough of them anyway, so that it stays best."""
        most = plan.scenario.tujuan == self.scenario.tujuan == "maks_skor"
        return most and self._total(plan) >= asked

    def _lacking(self, run: Simulation, bound: float) -> float:
        """Return how many self-assessed points the courses lack at the level asked for."""
        column = run.verified[:, run.plan.years.index(self.target.tahun)]
        short = bound - float(np.quantile(column, 1 - self.level))
        return max(0.0, short) / self.wish.discount.ratio(1 - self.level)


def _under(plan: Plan, scenario: Scenario) -> Plan:
    """Return a plan of the most points under a target that it meets anyway: still the best."""
    return replace(plan, scenario=scenario)


def _up(value: Decimal) -> Decimal:
    return value.quantize(STEP, ROUND_CEILING)
