"""Excel: the house's look, the action matrix of a plan, and the comparison of plans."""

from kla_plan.report.excel.matrix import write_matrix

__all__ = ["write_matrix"]
