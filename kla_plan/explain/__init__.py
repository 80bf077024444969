"""Why a plan is as it is, or cannot be: one verb per question a task force asks."""

from kla_plan.explain.activity import ActivityPage, why_activity
from kla_plan.explain.infeasible import Conflict, why_infeasible
from kla_plan.explain.ladder import RulePrices, rule_prices
from kla_plan.explain.money import ValueOfMoney, value_of_money
from kla_plan.explain.paths import Frontier, frontier
from kla_plan.explain.repair import Repair, cheapest_repair
from kla_plan.explain.variety import Alternatives, alternatives
from kla_plan.explain.worth import Worths, activity_worth

__all__ = [
    "ActivityPage",
    "Alternatives",
    "Conflict",
    "Frontier",
    "Repair",
    "RulePrices",
    "ValueOfMoney",
    "Worths",
    "activity_worth",
    "alternatives",
    "cheapest_repair",
    "frontier",
    "rule_prices",
    "value_of_money",
    "why_activity",
    "why_infeasible",
]
