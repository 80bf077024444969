"""What can keep a plan from its points, each risk with its number from the plan; facts only."""

from kla_plan.report.risks.chains import Chains, chains
from kla_plan.report.risks.load import Concentration, Outside, concentration, outside
from kla_plan.report.risks.money import Ceilings, ceilings
from kla_plan.report.risks.points import (
    Evidence,
    LateStart,
    Verification,
    evidence,
    late_start,
    verification,
)

__all__ = [
    "Ceilings",
    "Chains",
    "Concentration",
    "Evidence",
    "LateStart",
    "Outside",
    "Verification",
    "ceilings",
    "chains",
    "concentration",
    "evidence",
    "late_start",
    "outside",
    "verification",
]
