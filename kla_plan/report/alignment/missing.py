"""Documents that could not be looked up, because the pack has no rows of them."""

from dataclasses import dataclass

from kla_plan.plan.plan import Plan
from kla_plan.report.alignment.facts import KINDS, OF_OPD, Status
from kla_plan.report.alignment.match import Alignment


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A document, or part of it, of which the pack has no rows.

    Attributes
    ----------
    opd
        Whose it is; empty for the whole region, or for all OPD where none is given.
    years
        Years of the plan that cannot be looked up.
    activities
        Activities with a code that cannot be looked up for that reason.
    """

    kind: str
    opd: str
    years: tuple[int, ...]
    activities: tuple[str, ...]


def missing_documents(plan: Plan, found: Alignment) -> tuple[MissingDocument, ...]:
    """Return what is missing: one entry per document, per OPD where others' are given."""
    groups: dict[tuple[str, str], dict[str, tuple[int, ...]]] = {}
    for action in found.actions.values():
        for kind in KINDS:
            years = action.years_of(kind, Status.UNKNOWN)
            if years and action.coded.code:
                whose = action.opd if kind in OF_OPD and kind in found.given else ""
                groups.setdefault((kind, whose), {})[action.activity] = years
    kinds, opds = list(KINDS), ["", *plan.pack.opds]
    keys = sorted(groups, key=lambda key: (kinds.index(key[0]), opds.index(key[1])))
    return tuple(
        MissingDocument(
            kind,
            opd,
            tuple(sorted({year for years in groups[kind, opd].values() for year in years})),
            tuple(groups[kind, opd]),
        )
        for kind, opd in keys
    )
