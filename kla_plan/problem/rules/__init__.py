"""The rules of contract section 3, and the optional ones of a scenario: one rule, one file.

Every rule module has ``add(draft)``, which writes its rows, and — where the planner can be told
about it — ``RULE``, the code its clauses carry. The order below is the order of the rows.
"""

from types import ModuleType

from kla_plan.problem.rules import (
    answers,
    capacity,
    ceilings,
    cluster_points,
    cluster_share,
    exclusive,
    forbidden,
    locked,
    mandatory,
    opd_share,
    prerequisites,
    protection,
    robust_answers,
    robust_costs,
    score,
    spread,
    targets,
    volume,
    window,
)

RULES: tuple[ModuleType, ...] = (
    volume,
    window,
    prerequisites,
    exclusive,
    mandatory,
    locked,
    forbidden,
    capacity,
    ceilings,
    answers,
    score,
    targets,
)

#: Rules that a scenario may ask for besides: fairness (``keadilan``), robustness (``ketahanan``).
OPTIONAL: tuple[ModuleType, ...] = (
    cluster_points,
    cluster_share,
    opd_share,
    spread,
    protection,
    robust_costs,
    robust_answers,
)

#: Rules whose rows bound rupiah: rounding volumes and costs can overrun them by some rupiah.
MONEY_RULES = frozenset(
    {
        ceilings.RULE_TOP,
        ceilings.RULE_FLOOR,
        cluster_share.RULE,
        opd_share.RULE,
        protection.RULE,
        robust_costs.RULE,
    }
)
