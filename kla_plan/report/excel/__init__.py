"""Excel: the action matrix of a plan, and yearly workbooks per agency."""

from kla_plan.report.excel.matrix import write_matrix
from kla_plan.report.excel.yearly import write_year_workbook

__all__ = ["write_matrix", "write_year_workbook"]
