"""How much the next predicate costs, and by when: the frontier of cost, score and year."""

from kla_plan.explain.paths.cell import Cell
from kla_plan.explain.paths.result import Frontier
from kla_plan.explain.paths.verb import frontier

__all__ = [
    "Cell",
    "Frontier",
    "frontier",
]
