"""What is uncertain about a plan, and how much; every number but the discount is an assumption."""

from dataclasses import dataclass

from kla_plan.explain.risk.discount import Discount, fit_discount
from kla_plan.indonesian import number, percent


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """How a plan may turn out differently.

    Attributes
    ----------
    discount
        What verification takes away: one draw per simulated course, the same in all its years
        (how strict the verifiers are is not drawn anew each year).
    delivery
        Probability that an activity delivers as planned. If not, none of its effects come; its
        costs do.
    effect
        Probability that an effect is recognised as assumed, given delivery; else it adds nothing.
        Answers have levels, so that "a little less" of an effect would mean the same.
    cost_spread
        Standard deviation of ``ln(cost / planned cost)`` of an activity, the same in all years;
        the median cost is the planned one. Overruns cut no activity: they show up as the
        probability that a ceiling does not suffice.
    """

    discount: Discount
    delivery: float = 0.95
    effect: float = 0.90
    cost_spread: float = 0.15

    def __post_init__(self) -> None:
        for value in (self.delivery, self.effect):
            if not 0 <= value <= 1:
                message = f"a probability between 0 and 1 is needed, not {value}"
                raise ValueError(message)

    def sentences(self) -> list[str]:
        """Say which assumptions stand behind a simulation."""
        return [
            *self.discount.sentences(),
            (
                f"Asumsi: setiap kegiatan terlaksana sesuai rencana dengan peluang "
                f"{percent(self.delivery)}; bila tidak, seluruh hasilnya tidak ada."
            ),
            (
                f"Asumsi: setiap dampak diakui dengan peluang {percent(self.effect)} bila "
                "kegiatannya terlaksana; bila tidak, dampak itu tidak menambah apa pun."
            ),
            (
                f"Asumsi: biaya setiap kegiatan menyimpang dengan simpangan baku logaritma "
                f"{number(self.cost_spread, 2)} (kira-kira {percent(self.cost_spread)}); "
                "pelonjakan tidak membatalkan kegiatan, tetapi dihitung sebagai peluang pagu tidak "
                "cukup."
            ),
        ]


def usual_uncertainty() -> Uncertainty:
    """Return the fitted discount with the usual assumptions about the rest."""
    return Uncertainty(fit_discount())
