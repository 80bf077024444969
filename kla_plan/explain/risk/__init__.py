"""How sure is it: the discount fitted to real pairs, simulation, cautious plans and their price."""

from kla_plan.explain.risk.chance import Chance, TooRiskyError, chance_plan
from kla_plan.explain.risk.discount import Discount, fit_discount, verification_pairs
from kla_plan.explain.risk.price import Price, prices_table
from kla_plan.explain.risk.robust import Robust, robust_plan
from kla_plan.explain.risk.simulate import Simulation, simulate
from kla_plan.explain.risk.uncertainty import Uncertainty, usual_uncertainty

__all__ = [
    "Chance",
    "Discount",
    "Price",
    "Robust",
    "Simulation",
    "TooRiskyError",
    "Uncertainty",
    "chance_plan",
    "fit_discount",
    "prices_table",
    "robust_plan",
    "simulate",
    "usual_uncertainty",
    "verification_pairs",
]
