"""Programmes that a plan needs, and whether the RPJMD has them."""

from dataclasses import dataclass

from kla_plan.plan.plan import Plan
from kla_plan.report.alignment.codes import programme_name
from kla_plan.report.alignment.facts import ActionAlignment, Status, worst
from kla_plan.report.alignment.match import Alignment


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One programme of the plan; ``code`` is empty for activities without a known programme.

    Attributes
    ----------
    name
        Official name, else the one that the pack gives.
    rupiah
        What the plan spends on its activities in the planned years.
    status
        Against the RPJMD.
    """

    code: str
    name: str
    opds: tuple[str, ...]
    activities: tuple[str, ...]
    rupiah: int
    status: Status


def programmes(plan: Plan, found: Alignment) -> tuple[ProgrammeRow, ...]:
    """Return the programmes by code, those without a code last; agencies of the budget only."""
    groups: dict[tuple[str, str], list[ActionAlignment]] = {}
    for action in found.actions.values():
        if plan.pack.opds[action.opd].jenis == "apbd":
            code = action.coded.programme
            given = plan.pack.activities[action.activity].program_rpjmd
            groups.setdefault((code, "" if code else given), []).append(action)
    keys = sorted(groups, key=lambda key: (not key[0], key))
    return tuple(_row(plan, code, given, groups[code, given]) for code, given in keys)


def _row(plan: Plan, code: str, given: str, actions: list[ActionAlignment]) -> ProgrammeRow:
    inside = {action.activity for action in actions}
    names = [plan.pack.activities[a.activity].program_rpjmd for a in actions]
    years = plan.pack.planned_years
    return ProgrammeRow(
        code,
        programme_name(plan.pack, code, given or next(filter(None, names), "")),
        tuple(dict.fromkeys(action.opd for action in actions)),
        tuple(action.activity for action in actions),
        sum(r for (a, year, _), r in plan.spending.items() if a in inside and year in years),
        worst(tuple(action.status("rpjmd") for action in actions)),
    )
