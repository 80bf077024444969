"""Everything the region sheets are made from, put together once."""

from collections.abc import Mapping
from dataclasses import dataclass

from kla_plan.pack.records import Bukti
from kla_plan.papers.paper import Brief
from kla_plan.papers.regions.acts import Act, acts
from kla_plan.papers.regions.places import places
from kla_plan.papers.regions.questions import Asked, asked, recorded
from kla_plan.papers.regions.spread import Spread, spread_plan
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plan, its spread, and what is asked of the regions.

    Attributes
    ----------
    years
        Years that are still planned; realised years are not spread.
    acts
        What is done in a region, by its code.
    questions
        Questions that count regions, by indicator.
    evidence
        Rows of ``bukti`` that a region holds, by its code.
    """

    plan: Plan
    spread: Spread
    years: tuple[int, ...]
    acts: Mapping[str, tuple[Act, ...]]
    questions: Mapping[str, tuple[Asked, ...]]
    evidence: Mapping[str, tuple[Bukti, ...]]


def sheet_of(brief: Brief) -> Sheet:
    """Spread the plan of a brief over the regions known now."""
    plan = brief.plan
    spread = spread_plan(plan, places(brief))
    return Sheet(
        plan,
        spread,
        plan.pack.planned_years or plan.years,
        acts(spread),
        asked(plan, spread),
        recorded(brief.current, spread.places),
    )
