"""What one more rupiah is worth, and where."""

from kla_plan.explain.money.result import MoneyPoint, ValueOfMoney
from kla_plan.explain.money.verb import value_of_money

__all__ = [
    "MoneyPoint",
    "ValueOfMoney",
    "value_of_money",
]
