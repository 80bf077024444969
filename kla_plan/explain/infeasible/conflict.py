"""``Conflict``: one of the rules that clash, and all of them as findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from kla_plan.explain.words import Words
from kla_plan.findings import Finding, Place
from kla_plan.problem.linear import Clause


@dataclass(frozen=True, slots=True)
class Conflict:
    """One of the rules that clash.

    Attributes
    ----------
    clause
        The rule.
    words
        Its name, what is there and what is needed, in Indonesian.
    alone
        How far this rule alone would have to give way, in its own unit; ``None`` where giving
        way on it alone is not enough, or no answer was found in time.
    least
        Whether it is proven that ``alone`` cannot be less.
    needed
        Whether it is proven that the other rules of the clash can be kept without this one.
    single
        That change in words; empty where there is none.
    share
        ``alone`` as a share of the size of the rule's bound; 1 stands for all of a rule that can
        only be kept or taken away.
    """

    clause: Clause
    words: Words
    alone: float | None
    least: bool = True
    needed: bool = True
    single: str = ""
    share: float | None = None


def findings(conflicts: Sequence[Conflict]) -> tuple[Finding, ...]:
    """Return the clash as findings, one per rule."""
    return tuple(
        Finding(
            code=conflict.words.code,
            message=f"{conflict.words.title}: {conflict.words.have}",
            remedy=conflict.words.change,
            place=Place(sheet=conflict.words.sheet),
        )
        for conflict in conflicts
    )
