"""What must be proposed to which document, so that the plan's activities are in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kla_plan.plan.plan import Plan
from kla_plan.report.alignment.codes import programme
from kla_plan.report.alignment.facts import KINDS, ActionAlignment, Status
from kla_plan.report.alignment.match import Alignment


@dataclass(frozen=True, slots=True)
class Change:
    """One code that a document of an OPD lacks.

    Attributes
    ----------
    code
        What to propose: the programme for the RPJMD, the finest code known for the others.
    years
        Years of the plan in which it is lacking.
    rupiah
        What the plan spends on these activities in these years.
    elsewhere
        Other OPD under which the document has the code.
    """

    kind: str
    opd: str
    code: str
    years: tuple[int, ...]
    activities: tuple[str, ...]
    rupiah: int
    elsewhere: tuple[str, ...] = ()


def changes(plan: Plan, found: Alignment) -> tuple[Change, ...]:
    """Return the changes by document, in the pack's order of OPD, then by code."""
    groups: dict[tuple[str, str, str], list[ActionAlignment]] = {}
    for action in found.actions.values():
        for kind in KINDS:
            if action.years_of(kind, Status.MISSING):
                code = action.coded.code
                wanted = programme(code) if kind == "rpjmd" else code
                groups.setdefault((kind, action.opd, wanted), []).append(action)
    kinds, opds = list(KINDS), list(plan.pack.opds)
    keys = sorted(groups, key=lambda key: (kinds.index(key[0]), opds.index(key[1]), key[2]))
    return tuple(_change(plan, key, groups[key]) for key in keys)


def _change(plan: Plan, key: tuple[str, str, str], actions: Iterable[ActionAlignment]) -> Change:
    kind, opd, code = key
    lacking = {a.activity: a.years_of(kind, Status.MISSING) for a in actions}
    others = dict.fromkeys(
        other for a in actions for m in a.of(kind) if m.status is Status.MISSING
        for other in m.elsewhere
    )  # fmt: skip
    return Change(
        kind,
        opd,
        code,
        tuple(sorted({year for years in lacking.values() for year in years})),
        tuple(lacking),
        sum(r for (a, year, _), r in plan.spending.items() if year in lacking.get(a, ())),
        tuple(others),
    )
