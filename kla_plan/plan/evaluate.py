"""What volumes cost and score: contract 3.2, 3.5 and 3.6, exactly.

The optimiser sees floating-point numbers; every figure of a plan is computed here from its
volumes, in whole rupiah and exact fractions.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kla_plan.indonesian import half_up
from kla_plan.instrument import answered
from kla_plan.pack.columns import Dampak
from kla_plan.problem.case import Case

type Volumes = Mapping[tuple[str, int], Decimal]
#: (year, volume) of an activity, and those by activity.
type Deliveries = Sequence[tuple[int, Decimal]]
type Delivered = Mapping[str, Deliveries]

#: Upkeep may never end; what falls due after the horizon is reported for one RPJMD period.
REPORTED_AFTER = 5


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Exact consequences of volumes.

    Attributes
    ----------
    costs
        Whole rupiah by (kegiatan, tahun) in the horizon; realised years as they were spent.
    after_horizon
        Whole rupiah by year after the horizon.
    fractions
        Answer *f* by (tahun, pertanyaan).
    """

    costs: Mapping[tuple[str, int], int]
    after_horizon: Mapping[int, int]
    fractions: Mapping[tuple[int, str], Fraction]


def evaluate(case: Case, volumes: Volumes) -> Evaluation:
    """Evaluate the volumes of the planned years; a pair that is present is active.

    Realised years are added from the pack.
    """
    done = {**case.realised, **volumes}
    deliveries, last = delivered(done), case.years[-1]
    after = {
        year: sum(due(case, code, own, year) for code, own in deliveries.items())
        for year in range(last + 1, last + 1 + REPORTED_AFTER)
    }
    return Evaluation(costs(case, volumes), after, answers(case, done))


def costs(case: Case, volumes: Volumes) -> dict[tuple[str, int], int]:
    """Return whole rupiah by (kegiatan, tahun) of the horizon, where anything is due."""
    result = {
        key: rupiah
        for key, rupiah in case.realised_rupiah.items()
        if key[1] in case.years and rupiah
    }
    for activity, deliveries in delivered({**case.realised, **volumes}).items():
        for year in case.planned:
            rupiah = due(case, activity, deliveries, year)
            if rupiah:
                result[activity, year] = rupiah
    return result


def delivered(done: Volumes) -> Delivered:
    """Return what was delivered by activity, from volumes by (kegiatan, tahun)."""
    found: dict[str, list[tuple[int, Decimal]]] = {}
    for (code, year), volume in done.items():
        found.setdefault(code, []).append((year, volume))
    return found


def due(case: Case, activity: str, deliveries: Deliveries, year: int) -> int:
    """Return the whole rupiah that an activity's deliveries cost in a year (contract 3.2).

    Deliveries after the year cost nothing yet.
    """
    owed = Fraction(0)
    for then, volume in deliveries:
        if then <= year:
            unit, fixed = case.prices.at(activity, year - then, year)
            owed += Fraction(volume) * unit + fixed
    return int(half_up(owed))


def answers(
    case: Case, done: Volumes, questions: Iterable[str] | None = None
) -> dict[tuple[int, str], Fraction]:
    """Return the answers by (tahun, pertanyaan); ``done`` holds realised years too.

    Parameters
    ----------
    questions
        Codes of the questions to answer; all of them where this is ``None``.
    """
    instrument = case.pack.instrument
    base = case.pack.profile.base_year
    counted = delivered({key: volume for key, volume in done.items() if key[1] > base})
    result: dict[tuple[int, str], Fraction] = {}
    for code in instrument.questions if questions is None else questions:
        question = instrument.questions[code]
        start = case.start(code)
        effects = case.effects.get(code, ())
        for year in case.years:
            progress = start + _contributions(case, effects, counted, year)
            result[year, code] = answered(
                progress, start, question.skala, stepped=case.scenario.stepped
            )
    return result


def _contributions(case: Case, effects: tuple[Dampak, ...], done: Delivered, year: int) -> Fraction:
    gained = Fraction(0)
    bundles: dict[str, list[Dampak]] = {}
    for effect in effects:
        if effect.paket:
            bundles.setdefault(effect.paket, []).append(effect)
            continue
        gained += Fraction(effect.kenaikan) * _earned(case, effect, done, year)
    for bundle in bundles.values():
        if all(_sum(done, e.kegiatan, year - e.jeda) >= e.volume_perlu for e in bundle):
            gained += Fraction(bundle[0].kenaikan)
    return gained


def _earned(case: Case, effect: Dampak, done: Delivered, year: int) -> Fraction:
    seen = year - effect.jeda
    if case.lasts(effect):
        rows = [v for t, v in done.get(effect.kegiatan, ()) if t <= seen]
    else:
        rows = [v for t, v in done.get(effect.kegiatan, ()) if t == seen]
    if effect.per == "aktif":
        return Fraction(bool(rows))
    return Fraction(sum(rows, Decimal(0)))


def _sum(done: Delivered, activity: str, until: int) -> Decimal:
    return sum((v for t, v in done.get(activity, ()) if t <= until), Decimal(0))


def weighted_points(case: Case, fractions: Mapping[tuple[int, str], Fraction]) -> Fraction:
    """Return ``Σ_t bobot_tahun[t]·total[t]``."""
    instrument = case.pack.instrument
    return sum(
        (
            Fraction(case.scenario.weight(year))
            * instrument.score({q: fractions[year, q] for q in instrument.questions}).total
            for year in case.years
        ),
        Fraction(0),
    )
