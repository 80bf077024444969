"""The only room that knows PuLP: a problem goes in, a solution that cannot lie comes out."""

from kla_plan.solve.door import Limits, Progress, solve
from kla_plan.solve.memory import Memory
from kla_plan.solve.solution import NoSolutionError, Solution, Status

__all__ = ["Limits", "Memory", "NoSolutionError", "Progress", "Solution", "Status", "solve"]
