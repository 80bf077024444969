"""How far one effect can raise an answer, and the delivery that does it."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kla_plan.candidates.delivery import (
    Delivery,
    cost,
    deliver_once,
    deliver_yearly,
    largest_volume,
    open_years,
    round_up,
)
from kla_plan.instrument import TOLERANCE, answered
from kla_plan.pack.columns import Dampak
from kla_plan.pack.model import Pack


@dataclass(frozen=True, slots=True)
class Reach:
    """What an effect does to its question when nothing else happens.

    Attributes
    ----------
    raised
        Largest rise of *g*, cut at what is missing.
    answer
        Answer *f* then; at least *g0*.
    delivery
        The smallest delivery that earns ``answer``; where no level is reached alone, the full one.
    rupiah
        Cost of that delivery.
    """

    raised: Fraction
    answer: Fraction
    delivery: Delivery
    rupiah: int


def lasts(pack: Pack, effect: Dampak) -> bool:
    """Whether the effect stays in later years (contract 3.5: default by ``berulang``)."""
    if effect.bertahan is None:
        return not pack.activities[effect.kegiatan].berulang
    return effect.bertahan


def largest_rise(pack: Pack, effect: Dampak) -> Fraction:
    """Return the largest contribution of a row of ``dampak`` without ``paket``."""
    if not open_years(pack, effect.kegiatan, effect.jeda):
        return Fraction(0)
    rise = Fraction(effect.kenaikan)
    if effect.per == "aktif":
        return rise if largest_volume(pack, effect.kegiatan, effect.jeda) > 0 else Fraction(0)
    if lasts(pack, effect):
        return rise * Fraction(largest_volume(pack, effect.kegiatan, effect.jeda))
    return rise * Fraction(pack.activities[effect.kegiatan].yearly_maximum)


def reach(
    pack: Pack, effect: Dampak, *, stepped: bool, enough: Fraction = Fraction(1)
) -> Reach | None:
    """Return what a row of ``dampak`` can do alone; ``None`` if it can do nothing.

    A row of a ``paket`` answers for the whole paket: it does what all of it does together, and
    its delivery is this activity's part. A better answer than the first one from ``enough`` on is
    not asked for (the indicator's cap leaves no points for it).
    """
    start = pack.start(effect.pertanyaan)
    missing = 1 - start
    raised = min(missing, paket_rise(pack, effect) if effect.paket else largest_rise(pack, effect))
    if raised <= 0:
        return None
    scale = pack.instrument.questions[effect.pertanyaan].skala
    answer = answered(start + raised, start, scale, stepped=stepped)
    answer = min(answer, _first_from(enough, scale, stepped=stepped))
    needed = answer - start if answer > start else raised
    delivery = _delivery(pack, effect, needed)
    return Reach(raised, answer, delivery, cost(pack, effect.kegiatan, delivery))


def _first_from(enough: Fraction, scale: tuple[Fraction, ...], *, stepped: bool) -> Fraction:
    return next((level for level in scale if level >= enough), Fraction(1)) if stepped else enough


def bundles(pack: Pack) -> dict[tuple[str, str], tuple[Dampak, ...]]:
    """Return the rows of each all-required bundle by (pertanyaan, paket)."""
    rows: dict[tuple[str, str], list[Dampak]] = defaultdict(list)
    for effect in pack.effects:
        if effect.paket:
            rows[effect.pertanyaan, effect.paket].append(effect)
    return {key: tuple(members) for key, members in rows.items()}


def paket_rise(pack: Pack, effect: Dampak) -> Fraction:
    """Return what a complete paket adds, if its volumes can be delivered at all."""
    members = bundles(pack)[effect.pertanyaan, effect.paket]
    enough = all(
        largest_volume(pack, row.kegiatan, row.jeda) >= row.volume_perlu for row in members
    )
    return Fraction(effect.kenaikan) if enough else Fraction(0)


def _delivery(pack: Pack, effect: Dampak, needed: Fraction) -> Delivery:
    """Return the smallest delivery that raises *g* by ``needed``."""
    activity, lag = effect.kegiatan, effect.jeda
    if effect.paket:
        return deliver_once(pack, activity, effect.volume_perlu, lag)
    if effect.per == "aktif":
        smallest = pack.activities[activity].yearly_minimum
        if lasts(pack, effect):
            return deliver_once(pack, activity, smallest, lag)
        return deliver_yearly(pack, activity, smallest, lag)
    volume = round_up(
        pack, activity, max(Fraction(0), needed - TOLERANCE) / Fraction(effect.kenaikan)
    )
    if lasts(pack, effect):
        return deliver_once(pack, activity, min(volume, _most(pack, effect)), lag)
    return deliver_yearly(pack, activity, volume, lag)


def _most(pack: Pack, effect: Dampak) -> Decimal:
    return largest_volume(pack, effect.kegiatan, effect.jeda)
