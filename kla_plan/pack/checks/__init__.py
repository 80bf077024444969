"""Checks of a pack: one rule, one code, one place where it is decided.

Importing this package fills the register in :mod:`kla_plan.pack.rules`.
"""

from kla_plan.findings import Finding
from kla_plan.pack.checks import (
    activities,
    ceilings,
    cells,
    documents,
    dropped,
    effects,
    evidence,
    files,
    money,
    order,
    profile,
    quarters,
    realised,
    references,
    regions,
    scales,
    scenario,
    scores,
)
from kla_plan.pack.checks.references import DANGLING
from kla_plan.pack.checks.scenario import check_scenario
from kla_plan.pack.draft import Draft
from kla_plan.pack.rules import CHECKS, RULES, Rule

__all__ = [
    "activities", "all_rules", "ceilings", "cells", "check_scenario", "documents", "dropped",
    "effects", "evidence", "files", "money", "order", "profile", "quarters", "realised",
    "references", "regions", "run_checks", "scales", "scenario", "scores",
]  # fmt: skip


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of declaration."""
    return tuple(RULES.values())


def run_checks(draft: Draft, *, everything: bool = True) -> list[Finding]:
    """Run every check that the draft is complete enough for.

    Parameters
    ----------
    everything
        Otherwise only dangling references are looked for: what a pack cannot be built with.
    """
    ready = draft.profile is not None and draft.instrument is not None
    found: list[Finding] = []
    for one in CHECKS:
        wanted = one.rule is DANGLING or (ready and everything)
        if wanted and not draft.broken.intersection(one.whole):
            found.extend(one.run(draft))
    return found
