"""Booking activities one by one, as a planner does with a spreadsheet: the baselines' ledger."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from kla_plan.pack.columns import Kegiatan
from kla_plan.plan.evaluate import answers, costs
from kla_plan.plan.funds import split
from kla_plan.plan.make import InfeasibleError
from kla_plan.plan.purse import Purse
from kla_plan.problem.case import Case

#: Shares of the yearly volume that are tried, from all of it down to the smallest allowed.
SHARES = (Decimal(1), Decimal("0.5"), Decimal("0.25"), Decimal(0))


@dataclass(frozen=True, slots=True)
class Step:
    """One activity in one year: the points it adds alone, and what it costs until the end."""

    activity: Kegiatan
    year: int
    points: Fraction
    cost: int


def steps(case: Case) -> Mapping[int, tuple[Step, ...]]:
    """Return by planned year a step per activity that may be decided, in order of their codes."""
    points = {
        activity.kegiatan: _points_alone(case, activity)
        for activity in case.activities
        if activity.yearly_maximum > 0 and not case.forbidden(activity.kegiatan)
    }
    return {
        year: tuple(_step(case, code, year, gain) for code, gain in points.items())
        for year in case.planned
    }


def _step(case: Case, code: str, year: int, points: Fraction) -> Step:
    activity = case.pack.activities[code]
    cost = sum(bill(case, code, year, activity.yearly_maximum).values())
    return Step(activity, year, points, cost)


def _points_alone(case: Case, activity: Kegiatan) -> Fraction:
    """Return the points of a full year alone, from the start; a bundle is shared evenly."""
    earned = Fraction(0)
    for effect in case.pack.effects_of(activity.kegiatan):
        gain = Fraction(effect.kenaikan)
        if effect.paket:
            gain /= sum(e.paket == effect.paket for e in case.effects[effect.pertanyaan])
        elif effect.per == "unit":
            gain *= Fraction(activity.yearly_maximum)
        room = 1 - case.start(effect.pertanyaan)
        top = Fraction(case.pack.instrument.questions[effect.pertanyaan].poin_maks)
        earned += top * min(room, gain)
    return earned


def bill(case: Case, activity: str, year: int, volume: Decimal) -> dict[int, int]:
    """Return what one delivery costs in each planned year, rounded up to whole rupiah."""
    due: dict[int, int] = {}
    for paid in (t for t in case.planned if t >= year):
        unit, fixed = case.prices.at(activity, paid - year, paid)
        rupiah = Fraction(volume) * unit + fixed
        if rupiah:
            due[paid] = -((-rupiah.numerator) // rupiah.denominator)
    return due


class Ledger:
    """What has been booked so far, and whether a further step fits.

    Attributes
    ----------
    volumes
        Booked volumes by (kegiatan, tahun).

    Raises
    ------
    InfeasibleError
        If what past deliveries still cost does not fit the ceilings.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._purse = Purse(case)
        self._load: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
        self._earned: dict[str, Fraction] = {}
        self.volumes: dict[tuple[str, int], Decimal] = {}
        committed = split(case, costs(case, {}), floors=False)  # what past deliveries still cost
        for (activity, year, fund), rupiah in (committed or {}).items():
            if year in case.planned:
                self._purse.pay(activity, {(year, fund): rupiah})
        if committed is None or self._purse.overdrawn():
            raise InfeasibleError(case)

    def money_left(self, year: int) -> int:
        """Return how much the funds of a year still hold."""
        return self._purse.year_left(year)

    def book(self, step: Step, room: int | None = None, *, anyway: bool = False) -> int:
        """Book a step at the largest volume that fits; return its rupiah in its own year.

        Nothing is booked if it would break a rule, cost more than ``room`` in its year, or add
        nothing to what is booked already (unless it is wanted ``anyway``, as a mandatory activity
        is). Missing prerequisites are booked with it.
        """
        code, year = step.activity.kegiatan, step.year
        if (code, year) in self.volumes:
            return 0
        before = dict(self.volumes), dict(self._purse.spent), dict(self._load)
        paid = self._with_needs(code, year, room, frozenset())
        if paid is not None and (self._adds(before[0]) or anyway):
            return paid
        self.volumes = before[0]
        self._purse.spent = defaultdict(int, before[1])
        self._load = defaultdict(Decimal, before[2])
        return 0

    def _with_needs(
        self, code: str, year: int, room: int | None, above: frozenset[str]
    ) -> int | None:
        """Book an activity after what it needs; return the rupiah of the year, if it fits."""
        paid = 0
        for need in self._case.pack.prerequisites:
            if need.kegiatan != code or self._active_by(need.butuh, year - need.jeda):
                continue
            if need.jeda or need.butuh in above or self._case.forbidden(need.butuh):
                return None
            first = self._with_needs(need.butuh, year, room, above | {code})
            if first is None:
                return None
            paid += first
        own = self._try(code, year, None if room is None else room - paid)
        return None if own is None else paid + own

    def _try(self, code: str, year: int, room: int | None) -> int | None:
        activity = self._case.pack.activities[code]
        if not self._may_begin(activity, year):
            return None
        for volume in self._volumes(activity, year):
            due = bill(self._case, code, year, volume)
            if room is not None and due.get(year, 0) > room:
                continue
            payment = self._purse.place(code, due)
            if payment is not None:
                self._purse.pay(code, payment)
                self.volumes[code, year] = volume
                self._load[activity.opd, year] += volume * activity.kapasitas_per_unit
                return due.get(year, 0)
        return None

    def _may_begin(self, activity: Kegiatan, year: int) -> bool:
        """Whether window and exclusive group allow the activity in a year."""
        if self._active_by(activity.kegiatan, year):
            return True
        if activity.mulai_paling_awal is not None and year < activity.mulai_paling_awal:
            return False
        if activity.mulai_paling_akhir is not None and year > activity.mulai_paling_akhir:
            return False
        return not activity.kelompok_eksklusif or not any(
            self._active_by(other.kegiatan, year)
            for other in self._case.activities
            if other.kelompok_eksklusif == activity.kelompok_eksklusif
        )

    def _active_by(self, code: str, year: int) -> bool:
        return self._case.was_active(code, year) or any(
            a == code and t <= year for a, t in self.volumes
        )

    def _volumes(self, activity: Kegiatan, year: int) -> Iterator[Decimal]:
        """Yield the volumes to try, from the largest that total and capacity leave."""
        code, most = activity.kegiatan, activity.yearly_maximum
        if not activity.berulang:
            booked = sum((v for (a, _), v in self.volumes.items() if a == code), Decimal(0))
            done = self._case.realised_volume(code, year)
            most = min(most, activity.volume_maks - booked - done)
        capacity = self._case.pack.opds[activity.opd].kapasitas_per_tahun
        if capacity is not None and activity.kapasitas_per_unit > 0:
            left = capacity - self._load[activity.opd, year]
            most = min(most, left / activity.kapasitas_per_unit)
        least = activity.yearly_minimum
        step = Decimal(1) if activity.bulat else Decimal("0.000001")
        tried: set[Decimal] = set()
        for share in SHARES:
            volume = max(least, (most * share / step).to_integral_value(ROUND_FLOOR) * step)
            if 0 < volume <= most and volume not in tried:
                tried.add(volume)
                yield volume

    def _adds(self, before: dict[tuple[str, int], Decimal]) -> bool:
        """Whether the newly booked activities raise the score of some year.

        What questions earn with what is booked is remembered: no booking takes points away.
        """
        new = {code for code, _ in self.volumes.keys() - before.keys()}
        touched = {e.pertanyaan for code in new for e in self._case.pack.effects_of(code)}
        self._earned.update(self._points(before, touched - self._earned.keys()))
        earned = self._points(self.volumes, touched)
        more = any(earned[question] > self._earned[question] for question in touched)
        if more:
            self._earned.update(earned)
        return more

    def _points(
        self, volumes: dict[tuple[str, int], Decimal], questions: set[str]
    ) -> dict[str, Fraction]:
        """Return the points of questions, summed over the years."""
        relevant = {e.kegiatan for question in questions for e in self._case.effects[question]}
        done = {**self._case.realised, **volumes}
        seen = {key: volume for key, volume in done.items() if key[0] in relevant}
        sums = dict.fromkeys(questions, Fraction(0))
        for (_, question), fraction in answers(self._case, seen, questions).items():
            sums[question] += fraction
        sheet = self._case.pack.instrument.questions
        return {q: Fraction(sheet[q].poin_maks) * fraction for q, fraction in sums.items()}
