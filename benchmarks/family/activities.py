"""The rows of a generated city: activities with their prices, effects and order."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from benchmarks.family.model_city import model_city
from benchmarks.family.money import fund_of
from kla_plan.pack.columns import Biaya, Dampak, Kegiatan, Prasyarat

#: How much smaller the activities of a city of several catalogues are: (catalogues)^-0.75.
SPLIT = 0.75
#: Shares of activities with an effect on a second question, with a window, and of mandatory ones
#: (windows and duties: among those that stand alone, duties only where they are cheap).
SIDE_EFFECT, EARLIEST, LATEST, MANDATORY = 0.2, 0.08, 0.04, 0.08
#: A mandatory activity costs at most so many rupiah a year: a city does not bind itself to more.
MANDATORY_COST = 50_000_000
_STEP = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Rows:
    """The tables of a generated city that are drawn activity by activity."""

    activities: Mapping[str, Kegiatan]
    costs: tuple[Biaya, ...]
    effects: tuple[Dampak, ...]
    prerequisites: tuple[Prasyarat, ...]


@dataclass(frozen=True, slots=True)
class _Copy:
    """One activity to be: its model, the round of the catalogue it is from, and its size."""

    model: str
    round: int
    size: float

    @property
    def code(self) -> str:
        return f"{self.model}.{self.round}"


def draw_rows(draw: random.Random, number: int, span: tuple[int, ...]) -> Rows:
    """Draw a city's activities and everything that hangs on them."""
    copies = _copies(draw, number)
    pack = model_city().pack
    there = {(copy.model, copy.round) for copy in copies}
    needs = tuple(
        replace(need, kegiatan=f"{need.kegiatan}.{turn}", butuh=f"{need.butuh}.{turn}")
        for turn in sorted({copy.round for copy in copies})
        for need in pack.prerequisites
        if (need.kegiatan, turn) in there and (need.butuh, turn) in there
    )
    tied = {code for need in needs for code in (need.kegiatan, need.butuh)}
    activities: dict[str, Kegiatan] = {}
    costs: list[Biaya] = []
    effects: list[Dampak] = []
    for copy in copies:
        activity = _activity(draw, copy)
        prices = tuple(_costs(draw, copy))
        effects.extend(_effects(draw, copy, activity))
        costs.extend(prices)
        chance = draw.random()
        if copy.code not in tied and not activity.kelompok_eksklusif:
            activity = _bound(draw, activity, span, chance, cheap=_cheap(activity, prices))
        activities[copy.code] = activity
    return Rows(activities, tuple(costs), _same_bundles(effects), needs)


def _copies(draw: random.Random, number: int) -> list[_Copy]:
    """Draw clumps of the catalogue, round after round, until there are enough activities."""
    clumps = list(model_city().clumps)
    size = max(1.0, number / len(model_city().pack.activities)) ** -SPLIT
    copies: list[_Copy] = []
    turn = 0
    while len(copies) < number:
        turn += 1
        draw.shuffle(clumps)
        order = [code for clump in clumps for code in clump]
        copies.extend(_Copy(code, turn, size * draw.uniform(0.75, 1.25)) for code in order)
    return copies[:number]


def _activity(draw: random.Random, copy: _Copy) -> Kegiatan:
    model = model_city().pack.activities[copy.model]
    factor = Decimal(str(round(copy.size * draw.uniform(0.7, 1.3), 3)))
    most = _scaled(model.volume_maks, factor)
    yearly = min(most, _scaled(model.yearly_maximum, factor))
    least = model.yearly_minimum * min(factor, Decimal(1))
    loose = not model.bulat or (most >= 40 and draw.random() < 0.15)
    return replace(
        model,
        kegiatan=copy.code,
        nama=f"{model.nama} ({copy.round})",
        volume_maks=most,
        volume_maks_per_tahun=yearly,
        volume_min_per_tahun=min(yearly, max(Decimal(1), Decimal(int(least)))),
        bulat=not loose,
        sumber_dana=tuple(dict.fromkeys(fund_of(fund) for fund in model.sumber_dana)),
        kelompok_eksklusif=f"{model.kelompok_eksklusif}.{copy.round}"
        if model.kelompok_eksklusif
        else "",
        wajib=False,
        sub_kegiatan="",
    )


def _scaled(volume: Decimal, factor: Decimal) -> Decimal:
    return volume if volume <= 1 else max(Decimal(1), (volume * factor).quantize(Decimal(1)))


def _costs(draw: random.Random, copy: _Copy) -> Iterator[Biaya]:
    """Yield the model's price rows, dearer or cheaper; what is done once shrinks with its size."""
    single = model_city().pack.activities[copy.model].volume_maks <= 1
    dearer = draw.lognormvariate(0.0, 0.4)
    for row in model_city().pack.costs_of(copy.model):
        yield replace(
            row,
            kegiatan=copy.code,
            biaya_per_unit=_money(row.biaya_per_unit, dearer * (copy.size if single else 1.0)),
            biaya_tetap=_money(row.biaya_tetap, dearer * copy.size),
        )


def _money(rupiah: int, factor: float) -> int:
    """Return a price in half millions, small ones in ten thousands."""
    step = 500_000 if rupiah >= 5_000_000 else 10_000
    return max(step, round(rupiah * factor / step) * step) if rupiah else 0


def _effects(draw: random.Random, copy: _Copy, activity: Kegiatan) -> Iterator[Dampak]:
    pack = model_city().pack
    model = pack.activities[copy.model]
    met = set()
    for row in pack.effects_of(copy.model):
        met.add(row.pertanyaan)
        if row.paket:
            need = min(activity.volume_maks, _scaled(row.volume_perlu, Decimal(str(copy.size))))
            yield replace(
                row,
                kegiatan=copy.code,
                kenaikan=_part(row.kenaikan, copy.size),
                paket=f"{row.paket}.{copy.round}",
                volume_perlu=need,
            )
        elif row.per == "aktif" or model.volume_maks <= 1:
            yield replace(row, kegiatan=copy.code, kenaikan=_part(row.kenaikan, copy.size))
        else:
            reach = _part(min(Decimal(1), row.kenaikan * model.volume_maks), copy.size)
            each = (reach / activity.volume_maks).quantize(_STEP, ROUND_CEILING)
            yield replace(row, kegiatan=copy.code, kenaikan=each)
    if draw.random() < SIDE_EFFECT:
        yield from _side_effect(draw, activity, met)


def _side_effect(draw: random.Random, activity: Kegiatan, met: set[str]) -> Iterator[Dampak]:
    """Yield a smaller effect on another question of the same indicator, where there is one."""
    others = [
        question.pertanyaan
        for question in model_city().pack.instrument.questions_of(activity.indikator)
        if question.pertanyaan not in met and question.poin_maks > 0
    ]
    if not others:
        return
    reach = Decimal(draw.choice(["0.1", "0.2", "0.25"]))
    whole = activity.volume_maks <= 1 or draw.random() < 0.5
    yield Dampak(
        kegiatan=activity.kegiatan,
        pertanyaan=draw.choice(others),
        kenaikan=reach if whole else (reach / activity.volume_maks).quantize(_STEP, ROUND_CEILING),
        per="aktif" if whole else "unit",
        bertahan=not activity.berulang,
    )


def _part(rise: Decimal, size: float) -> Decimal:
    """Return a rise of a smaller activity, in twentieths where it is large enough."""
    part = rise * Decimal(str(round(min(1.0, size), 3)))
    step = Decimal("0.05") if part >= Decimal("0.1") else _STEP
    return max(step, (part / step).quantize(Decimal(1)) * step)


def _same_bundles(effects: list[Dampak]) -> tuple[Dampak, ...]:
    """Give the rows of one bundle their common rise, that of the first."""
    first: dict[tuple[str, str], Decimal] = {}
    rows = []
    for row in effects:
        if row.paket:
            common = first.setdefault((row.pertanyaan, row.paket), row.kenaikan)
            row = replace(row, kenaikan=common)  # noqa: PLW2901 - the row as it is kept
        rows.append(row)
    return tuple(rows)


def _bound(
    draw: random.Random, activity: Kegiatan, span: tuple[int, ...], chance: float, *, cheap: bool
) -> Kegiatan:
    """Give some activities a window and make some cheap ones mandatory; never both."""
    if chance < EARLIEST and len(span) > 2:
        return replace(activity, mulai_paling_awal=draw.choice(span[1:3]))
    if chance < EARLIEST + LATEST:
        return replace(activity, mulai_paling_akhir=draw.choice(span[1:-1] or span))
    return replace(activity, wajib=cheap and chance < EARLIEST + LATEST + MANDATORY)


def _cheap(activity: Kegiatan, prices: tuple[Biaya, ...]) -> bool:
    yearly = sum(p.biaya_per_unit * activity.yearly_minimum + p.biaya_tetap for p in prices)
    return 0 < yearly <= MANDATORY_COST
