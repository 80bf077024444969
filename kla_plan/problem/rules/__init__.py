"""The rules of contract section 3: one rule, one file.

Every rule module has ``add(draft)``, which writes its rows, and — where the planner can be told
about it — ``RULE``, the code its clauses carry. The order below is the order of the rows.
"""

from types import ModuleType

from kla_plan.problem.rules import (
    answers,
    capacity,
    ceilings,
    exclusive,
    forbidden,
    locked,
    mandatory,
    prerequisites,
    score,
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
