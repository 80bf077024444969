"""What a search leaves for the next one: where the relaxation's optimum was.

A relaxation whose right sides have moved a little has its optimum close by. Begun from there it is
solved in some hundredths of a second instead of some tenths.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import highspy

from kla_plan.problem.linear import Problem

type Standing = highspy.HighsBasisStatus


@dataclass(slots=True)
class Memory:
    """The basis of the last relaxation solved, by names of columns and rows; empty at first."""

    columns: Mapping[str, Standing] = field(default_factory=dict)
    rows: Mapping[str, Standing] = field(default_factory=dict)

    def recall(self, solver: highspy.Highs, problem: Problem) -> None:
        """Let the solver begin from what is remembered; rows never seen before stand aside."""
        if not self.columns:
            return
        basis = highspy.HighsBasis()
        lower, basic = highspy.HighsBasisStatus.kLower, highspy.HighsBasisStatus.kBasic
        basis.col_status = [self.columns.get(name, lower) for name in problem.names]
        basis.row_status = [self.rows.get(row.name, basic) for row in problem.rows]
        basis.valid = basis.alien = True  # HiGHS completes it where it does not fit
        solver.setBasis(basis)

    def keep(self, solver: highspy.Highs, problem: Problem) -> None:
        """Remember where the solver has ended."""
        basis = solver.getBasis()
        self.columns = dict(zip(problem.names, basis.col_status, strict=True))
        names = (row.name for row in problem.rows)
        self.rows = dict(zip(names, basis.row_status, strict=True))
