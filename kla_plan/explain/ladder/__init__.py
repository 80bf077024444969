"""What each rule costs: the score (or the rupiah) that would be won without it."""

from kla_plan.explain.ladder.kinds import KINDS
from kla_plan.explain.ladder.result import RulePrice, RulePrices
from kla_plan.explain.ladder.verb import rule_prices

__all__ = [
    "KINDS",
    "RulePrice",
    "RulePrices",
    "rule_prices",
]
