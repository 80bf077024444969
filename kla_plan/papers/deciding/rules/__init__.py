"""Which decisions a plan asks for: one rule, one file, in the order in which they are shown."""

from collections.abc import Callable, Collection, Iterable

from kla_plan.papers.deciding.decision import Decision
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.rules import (
    agreement,
    budget,
    ceilings,
    chains,
    effects,
    evidence,
    partners,
    prices,
    realisation,
    regulation,
    uncoded,
    uncovered,
)

type Rule = Callable[[Ground, Collection[str]], Iterable[Decision]]

RULES: tuple[Rule, ...] = (
    budget.ask,
    realisation.ask,
    regulation.ask,
    chains.ask,
    evidence.ask,
    uncoded.ask,
    ceilings.ask,
    agreement.ask,
    uncovered.ask,
    partners.ask,
    prices.ask,
    effects.ask,
)


def decisions(ground: Ground, clusters: Collection[str]) -> tuple[Decision, ...]:
    """Return every decision that a plan asks for in clusters.

    The first one of each rule comes before the second ones, so that a page which shows only some
    shows as many kinds as it can.
    """
    by_rule = [tuple(rule(ground, clusters)) for rule in RULES]
    most = max((len(found) for found in by_rule), default=0)
    return tuple(found[n] for n in range(most) for found in by_rule if n < len(found))
