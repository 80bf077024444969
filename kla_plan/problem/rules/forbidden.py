"""Forbidden activities (scenario ``larang``): never active in a planned year."""

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause, total

RULE = "larang"


def add(draft: Draft) -> None:
    """Write ``Σ_t v[a,t] <= 0`` (``Σ_t y[a,t] <= 0`` where active may mean nothing delivered)."""
    case = draft.case
    for code in sorted(set(case.scenario.larang)):
        decide = draft.volume if case.pack.activities[code].yearly_minimum > 0 else draft.active
        expression = total(decide(code, year) for year in case.planned)
        draft.row(f"larang[{code}]", expression, None, 0.0, Clause(RULE, (code,)))
