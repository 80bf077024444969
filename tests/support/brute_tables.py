"""What one activity can do over the planned years, and what each way of doing it brings along.

Third reading of contract section 3, for tests only; shares no code with the package's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from itertools import product
from math import lcm

from kla_plan.pack.columns import Dampak, Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.scenario import Kunci, Scenario

#: One volume per planned year; ``None`` where the activity is not active.
type Pattern = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One pattern of one activity with its consequences.

    Attributes
    ----------
    active
        All active years, realised ones included.
    costs, load
        Rupiah and agency capacity by planned year.
    gains
        Progress outside pakets, one entry per (question, year of the horizon), scaled.
    shares
        Per row of a paket (index in the pack's effects): whether its volume is there, by year of
        the horizon.
    """

    pattern: Pattern
    active: frozenset[int]
    costs: tuple[int, ...]
    load: tuple[Fraction, ...]
    gains: tuple[int, ...]
    shares: Mapping[int, tuple[bool, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Pack, scenario, and the whole numbers in which progress is counted."""

    pack: Pack
    scenario: Scenario
    unit: int

    @property
    def planned(self) -> tuple[int, ...]:
        years = range(self.pack.profile.first_year, self.pack.profile.last_year + 1)
        known = [row.tahun for row in self.pack.realised if row.tahun in years]
        return tuple(year for year in years if year > max(known, default=0))

    def facts(self, code: str) -> dict[int, Decimal]:
        return {r.tahun: r.volume for r in self.pack.realised if r.kegiatan == code and r.volume}

    def scaled(self, value: Fraction | Decimal) -> int:
        whole = Fraction(value) * self.unit
        assert whole.denominator == 1
        return whole.numerator


def frame(pack: Pack, scenario: Scenario) -> Frame:
    """Return the frame whose unit makes every progress, level and the tolerance whole."""
    numbers = [Fraction(row.kenaikan) for row in pack.effects]
    for code, question in pack.instrument.questions.items():
        numbers += [
            *question.skala,
            Fraction(pack.answers[code].poin) / Fraction(question.poin_maks),
        ]
    return Frame(pack, scenario, lcm(10**6, *(number.denominator for number in numbers)))


def ways(setting: Frame, activity: Kegiatan) -> list[Way]:
    """Return every way of doing an activity that breaks no rule of its own."""
    return [
        way(setting, activity, pattern)
        for pattern in product(_options(activity), repeat=len(setting.planned))
        if sound(setting, activity, pattern)
    ]


def _most(activity: Kegiatan) -> int:
    cap = activity.volume_maks_per_tahun
    most = activity.volume_maks if cap is None else min(cap, activity.volume_maks)
    return int(most)


def _options(activity: Kegiatan) -> list[int | None]:
    return [None, *range(_most(activity) + 1)]


def sound(setting: Frame, activity: Kegiatan, pattern: Pattern) -> bool:
    """Whether a pattern keeps the rules that concern this activity alone."""
    facts = setting.facts(activity.kegiatan)
    years = [t for t, v in zip(setting.planned, pattern, strict=True) if v is not None]
    busy = {*years, *(t for t in facts if t >= setting.pack.profile.first_year)}
    in_time = facts or not years or _in_window(activity, years[0])
    forbidden = activity.kegiatan in setting.scenario.larang and years
    idle = activity.wajib and not busy
    amount = _amount(activity, pattern, sum(facts.values(), Decimal(0)))
    held = all(_held(lock, activity.kegiatan, busy) for lock in setting.scenario.kunci)
    return bool(amount and in_time and not forbidden and not idle and held)


def _amount(activity: Kegiatan, pattern: Pattern, before: Decimal) -> bool:
    low = 1 if activity.volume_min_per_tahun is None else activity.volume_min_per_tahun
    new = sum(v or 0 for v in pattern)
    once = activity.berulang or not new or new + before <= activity.volume_maks
    return once and all(v is None or low <= v <= _most(activity) for v in pattern)


def _in_window(activity: Kegiatan, first: int) -> bool:
    early, late = activity.mulai_paling_awal, activity.mulai_paling_akhir
    return (early is None or early <= first) and (late is None or first <= late)


def _held(lock: str | Kunci, code: str, busy: set[int]) -> bool:
    if isinstance(lock, str):
        return lock != code or bool(busy)
    return lock.kegiatan != code or lock.tahun in busy


def way(setting: Frame, activity: Kegiatan, pattern: Pattern) -> Way:
    """Return a pattern with its consequences."""
    code = activity.kegiatan
    planned = dict(zip(setting.planned, pattern, strict=True))
    new = {t: Decimal(v) for t, v in planned.items() if v is not None}
    done = {**setting.facts(code), **new}
    late = {t: v for t, v in done.items() if t > setting.pack.profile.base_year}
    rows = [(i, row) for i, row in enumerate(setting.pack.effects) if row.kegiatan == code]
    return Way(
        pattern=pattern,
        active=frozenset(done),
        costs=tuple(cost(setting, code, done, t) for t in setting.planned),
        load=tuple(
            Fraction(activity.kapasitas_per_unit) * Fraction(new.get(t, Decimal(0)))
            for t in setting.planned
        ),
        gains=_gains(setting, activity, late),
        shares={
            i: tuple(
                sum(v for s, v in late.items() if s + row.jeda <= t) >= row.volume_perlu
                for t in setting.pack.years
            )
            for i, row in rows
            if row.paket
        },
    )


def cost(setting: Frame, code: str, done: Mapping[int, Decimal], year: int) -> int:
    """Return the rupiah due in a year: price of that year times what was delivered before it."""
    rows = {row.tahun_ke: row for row in setting.pack.costs if row.kegiatan == code}
    if not rows:
        return 0
    last = max(rows)
    total = Decimal(0)
    for delivered, volume in done.items():
        age = year - delivered
        row = rows.get(age) or (rows[last] if rows[last].seterusnya and age > last else None)
        if row is not None and age >= 0:
            total += _price(setting, row.biaya_per_unit, year) * volume
            total += _price(setting, row.biaya_tetap, year)
    return int(total.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _price(setting: Frame, base: int, year: int) -> Decimal:
    with localcontext(prec=200):
        grown = base * (1 + setting.scenario.inflasi) ** (year - setting.pack.profile.first_year)
        return grown.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def _gains(setting: Frame, activity: Kegiatan, late: Mapping[int, Decimal]) -> tuple[int, ...]:
    questions, years = list(setting.pack.instrument.questions), setting.pack.years
    gains = [0] * (len(questions) * len(years))
    for row in setting.pack.effects:
        if row.kegiatan != activity.kegiatan or row.paket:
            continue
        for i, year in enumerate(years):
            place = questions.index(row.pertanyaan) * len(years) + i
            gains[place] += setting.scaled(row.kenaikan * _times(activity, row, late, year))
    return tuple(gains)


def _times(activity: Kegiatan, row: Dampak, late: Mapping[int, Decimal], year: int) -> Decimal:
    keeps = (not activity.berulang) if row.bertahan is None else row.bertahan
    seen = {
        s: v for s, v in late.items() if (s <= year - row.jeda if keeps else s == year - row.jeda)
    }
    if row.per == "unit":
        return sum(seen.values(), Decimal(0))
    return Decimal(1 if seen else 0)
