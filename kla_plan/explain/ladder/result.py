"""``RulePrices``: what each rule costs, as a ladder."""

from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.band import Band
from kla_plan.explain.ladder.kinds import KINDS
from kla_plan.explain.ladder.sentences import sentences
from kla_plan.plan.plan import Plan
from kla_plan.problem.linear import Clause

#: How well a price is known.
EXACT, RANGE, BOUND = "tepat", "rentang", "hanya batas atas"


@dataclass(frozen=True, slots=True)
class RulePrice:
    """The price of one rule, or of all rules of a kind together.

    Attributes
    ----------
    kind
        Kind of rule, a key of :data:`KINDS`.
    clauses
        The rule, as the problem names it.
    rule
        Name of the rule in words; empty for a whole kind.
    have
        What the rule says now.
    relaxed
        What would be won in the relaxation: a hint where to look first, no proof.
    price
        What would be won without the rule; ``None`` where there was no time to search.
    plan
        The best plan found without the rule.
    limit
        The most that can be won without the rule, proven by the relaxation; infinite if that
        could not be told.
    """

    kind: str
    clauses: tuple[Clause, ...]
    rule: str
    have: str
    relaxed: float
    price: Band | None
    plan: Plan | None
    limit: float = float("inf")

    @property
    def seen(self) -> float:
        """What the best plan found without the rule wins; nothing where none was sought."""
        return 0.0 if self.price is None else self.price.seen or 0.0

    @property
    def known(self) -> str:
        """How well the price is known: :data:`EXACT`, :data:`RANGE` or :data:`BOUND`."""
        if self.price is None:
            return BOUND
        return EXACT if self.price.exact else RANGE


@dataclass(frozen=True, slots=True)
class RulePrices:
    """The ladder of prices, the dearest first.

    Attributes
    ----------
    plan
        The plan whose rules are priced.
    kinds
        Prices of whole kinds of rules.
    prices
        Prices of single rules that bind in the relaxation; those without a search last.
    slack
        Number of rules that do not bind in the relaxation and were not asked about further.
    seconds
        Wall time spent.
    rest
        The most that any of the rules that do not bind can cost, proven by the relaxation.
    """

    plan: Plan
    kinds: tuple[RulePrice, ...]
    prices: tuple[RulePrice, ...]
    slack: int
    seconds: float
    rest: float = float("inf")

    @property
    def open(self) -> tuple[RulePrice, ...]:
        """Rules that bind in the relaxation but were not searched without for want of time."""
        return tuple(price for price in self.prices if price.price is None)

    def table(self, *, kinds: bool = False) -> pd.DataFrame:
        """Return the ladder.

        Parameters
        ----------
        kinds
            Whole kinds of rules in place of single rules.

        Returns
        -------
        pandas.DataFrame
            ``jenis_aturan, aturan, isi, terlihat, paling_sedikit, paling_banyak, terbukti,
            petunjuk, kepastian`` in weighted points (or rupiah, where the plan seeks the least
            cost); ``kepastian`` says how well the price is known.
        """
        rows = [_row(price) for price in (self.kinds if kinds else self.prices)]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def sentences(self) -> list[str]:
        """Say what was asked, what was found and what was left out."""
        return sentences(self)


_COLUMNS = [
    "jenis_aturan",
    "aturan",
    "isi",
    "terlihat",
    "paling_sedikit",
    "paling_banyak",
    "terbukti",
    "petunjuk",
    "kepastian",
]


def _row(price: RulePrice) -> dict[str, object]:
    band = price.price
    return {
        "jenis_aturan": KINDS[price.kind],
        "aturan": price.rule or f"Semua aturan jenis {KINDS[price.kind]}",
        "isi": price.have,
        "terlihat": None if band is None else band.seen,
        "paling_sedikit": 0.0 if band is None else band.least,
        "paling_banyak": price.limit if band is None else band.most,
        "terbukti": None if band is None else band.exact,
        "petunjuk": price.relaxed,
        "kepastian": price.known,
    }
