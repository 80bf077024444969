"""``Case``: one pack under one scenario, with what every rule needs to ask.

Codes are put in order once here, so that the order of rows in the user's files does not matter.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from statistics import median

from kla_plan.pack.columns import Dampak, Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.prices import Prices
from kla_plan.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Case:
    """A pack under a scenario.

    Attributes
    ----------
    activities
        Activities in order of their codes.
    years, planned
        Years of the horizon, and those of them that are not yet facts.
    prices
        Prices per activity, years after delivery and year of payment.
    unit
        Rupiah of one money unit of the model: the solver works in thousands or millions,
        because coefficients of 10⁹ beside coefficients of 1 scale badly.
    realised
        Realised volume by (kegiatan, tahun), where anything was delivered.
    realised_rupiah
        Realised spending by (kegiatan, tahun).
    effects
        Effects by question, in order of the activities' codes.
    """

    pack: Pack
    scenario: Scenario
    activities: tuple[Kegiatan, ...] = field(init=False)
    years: tuple[int, ...] = field(init=False)
    planned: tuple[int, ...] = field(init=False)
    prices: Prices = field(init=False)
    unit: int = field(init=False)
    realised: dict[tuple[str, int], Decimal] = field(init=False)
    realised_rupiah: dict[tuple[str, int], int] = field(init=False)
    effects: dict[str, tuple[Dampak, ...]] = field(init=False)

    def __post_init__(self) -> None:
        pack = self.pack
        put = object.__setattr__
        put(self, "activities", tuple(pack.activities[c] for c in sorted(pack.activities)))
        put(self, "years", pack.years)
        put(self, "planned", pack.planned_years)
        put(self, "prices", Prices(pack, self.scenario))
        put(self, "unit", _money_unit(pack))
        put(
            self,
            "realised",
            {(r.kegiatan, r.tahun): r.volume for r in pack.realised if r.volume > 0},
        )
        put(self, "realised_rupiah", {(r.kegiatan, r.tahun): r.rupiah for r in pack.realised})
        grouped: dict[str, list[Dampak]] = {}
        for effect in sorted(pack.effects, key=lambda e: (e.pertanyaan, e.kegiatan)):
            grouped.setdefault(effect.pertanyaan, []).append(effect)
        put(self, "effects", {q: tuple(rows) for q, rows in sorted(grouped.items())})

    def realised_volume(self, activity: str, until: int, *, after: int | None = None) -> Decimal:
        """Return the volume realised in years ``<= until`` (and ``> after``)."""
        return sum(
            (
                volume
                for (code, year), volume in self.realised.items()
                if code == activity and year <= until and (after is None or year > after)
            ),
            Decimal(0),
        )

    def was_active(self, activity: str, until: int, *, after: int | None = None) -> bool:
        """Whether the activity was realised in some year ``<= until`` (and ``> after``)."""
        return self.realised_volume(activity, until, after=after) > 0

    def lasts(self, effect: Dampak) -> bool:
        """Whether an effect stays: as stated, else ``tidak`` for a yearly activity."""
        if effect.bertahan is None:
            return not self.pack.activities[effect.kegiatan].berulang
        return effect.bertahan

    def forbidden(self, activity: str) -> bool:
        """Whether the scenario rules the activity out."""
        return activity in self.scenario.larang

    def start(self, question: str) -> Fraction:
        """Return *g0* of a question."""
        return self.pack.start(question)


def _money_unit(pack: Pack) -> int:
    prices = [p for row in pack.costs for p in (row.biaya_per_unit, row.biaya_tetap) if p > 0]
    if not prices:
        return 1
    digits = len(str(int(median(prices)))) - 1
    return int(10 ** min(6, max(0, digits - 2)))
