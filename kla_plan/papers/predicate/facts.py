"""What the mayor is told: the way to each predicate, and every year's points and rupiah."""

from dataclasses import dataclass
from fractions import Fraction

from kla_plan.gaps.verification import verified_points
from kla_plan.instrument import Predikat
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.predicate.chances import Chances
from kla_plan.plan.plan import Plan
from kla_plan.report.tables.comparison import predicate_years


@dataclass(frozen=True, slots=True)
class Step:
    """One predicate that is not held after verification yet.

    Attributes
    ----------
    missing
        Points lacking now on the verified score: those to the bound, which itself may not be
        enough (``record.dasar``).
    own, checked
        First year of the plan that earns it, self-assessed and after verification.
    lost
        First later year in which it is lost again after verification.
    cost
        Rupiah of the plan up to the year of ``checked``; ``None`` where there is none.
    chance
        Probability of at least this predicate after verification, in the year of ``checked`` or,
        where there is none, in the last year.
    """

    record: Predikat
    missing: Fraction
    own: int | None
    checked: int | None
    lost: int | None
    cost: int | None
    chance: float


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the plan.

    Attributes
    ----------
    gained
        Self-assessed points more than the year before.
    """

    year: int
    own: Fraction
    checked: Fraction
    rupiah: int
    gained: Fraction

    @property
    def price(self) -> Fraction | None:
        """Rupiah of the year per point gained in it; ``None`` where none is gained."""
        return self.rupiah / self.gained if self.gained > 0 else None


@dataclass(frozen=True, slots=True)
class Least:
    """The activity that earns fewest points per rupiah: what less money would take first."""

    activity: str
    rupiah: int
    points: Fraction


def verified_now(plan: Plan) -> Fraction:
    """Return the verified score now: the pack's where it has one, else the expected one."""
    found = verified_points(plan.pack, plan.pack.start_score(), plan.scenario.diskon_verifikasi)
    assert found.total is not None  # noqa: S101 - a discount leaves nothing unknown
    return found.total


def until(plan: Plan, year: int) -> int:
    """Return the rupiah of the plan up to and with a year."""
    return sum(plan.cost(each) for each in plan.years if each <= year)


def steps(plan: Plan, odds: Chances) -> tuple[Step, ...]:
    """Return the predicates above the verified score of now, the next one first."""
    now = verified_now(plan)
    return tuple(
        _step(plan, record, now, odds)
        for record in plan.pack.instrument.predicates
        if not record.earned_by(now)
    )


def within_reach(way: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the predicates that the plan earns on some score, and the first that it does not."""
    reached = sum(step.own is not None or step.checked is not None for step in way)
    return way[: reached + 1]


def _step(plan: Plan, record: Predikat, now: Fraction, odds: Chances) -> Step:
    own, _ = predicate_years(plan, record, "mandiri")
    checked, lost = predicate_years(plan, record, "verifikasi")
    return Step(
        record,
        Fraction(record.batas_bawah) - now,
        own,
        checked,
        lost,
        None if checked is None else until(plan, checked),
        odds.at_least(record.predikat, checked or plan.years[-1]),
    )


def years(plan: Plan) -> tuple[Year, ...]:
    """Return the years of the plan."""
    before, found = plan.pack.start_score().total, []
    for year in plan.years:
        own = plan.score(year).total
        found.append(Year(year, own, plan.verified_total(year), plan.cost(year), own - before))
        before = own
    return tuple(found)


def average_price(plan: Plan) -> Fraction | None:
    """Return rupiah per self-assessed point gained over the plan; ``None`` if none is gained."""
    gained = plan.score(plan.years[-1]).total - plan.pack.start_score().total
    return plan.cost() / gained if gained > 0 else None


def least(ground: Ground) -> Least | None:
    """Return the activity of the open years with fewest points per rupiah, of those that cost."""
    paid = [
        code for code in ground.activities(ground.plan.pack.instrument.clusters)
        if ground.rupiah((code,))
    ]  # fmt: skip
    if not paid:
        return None
    code = min(paid, key=lambda c: (ground.lost((c,)) / ground.rupiah((c,)), c))
    gone = ground.waiting((code,))
    return Least(code, ground.rupiah(gone), ground.lost((code,)))


def cheapest(plan: Plan, others: dict[str, Plan]) -> Plan | None:
    """Return a plan that was searched for the lowest cost with a proven bound, if one is given."""
    known = (plan, *others.values())
    return next(
        (p for p in known if p.scenario.tujuan == "min_biaya" and p.proof.bound is not None), None
    )
