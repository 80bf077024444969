"""Every activity of a plan against every planning document, year by year."""

from collections.abc import Mapping
from dataclasses import dataclass

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment.codes import Coded, coded
from kla_plan.report.alignment.excess import Excess, excesses
from kla_plan.report.alignment.facts import KINDS, ActionAlignment, Match, Status
from kla_plan.report.alignment.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a plan stands to the planning documents.

    Attributes
    ----------
    actions
        By activity, in the plan's order; activities without a planned year are left out, since
        what is realised cannot be proposed any more.
    excesses
        Rows of documents that the plan overruns.
    given
        Documents of which at least one row is known.
    undated
        Rows with a pagu but no year; their pagu is not compared.
    """

    actions: Mapping[str, ActionAlignment]
    excesses: tuple[Excess, ...]
    given: frozenset[str]
    undated: int


def align(plan: Plan, pack: Pack | None = None) -> Alignment:
    """Hold a plan against the planning documents.

    Parameters
    ----------
    pack
        The region's pack as known now, which holds the documents; default: the plan's own.

    Notes
    -----
    By activity, document and year the status is the first that applies:

    - outside: the responsible OPD is no agency of the region's budget;
    - unknown: the activity has no code, or no row of the document speaks about its OPD and year;
    - not aligned: there are such rows, and none provides for the code;
    - over: a row over or at the code has a pagu that the plan overruns in that year;
    - aligned otherwise.
    """
    now = pack or plan.pack
    shelf = Shelf(now.records.documents)
    over = excesses(plan, now)
    actions = {}
    for activity in plan.active_or_paid:
        years = _years(plan, activity)
        if years:
            actions[activity] = _one(plan, shelf, over, activity, years)
    undated = sum(1 for row in shelf.lines if row.pagu is not None and row.tahun is None)
    return Alignment(actions, over, shelf.kinds(), undated)


def _years(plan: Plan, activity: str) -> tuple[int, ...]:
    acts = {year for code, year in plan.volumes if code == activity}
    paid = {year for code, year, _ in plan.spending if code == activity}
    return tuple(year for year in plan.pack.planned_years if year in acts | paid)


def _one(
    plan: Plan, shelf: Shelf, over: tuple[Excess, ...], activity: str, years: tuple[int, ...]
) -> ActionAlignment:
    opd = plan.pack.activities[activity].opd
    code = coded(plan.pack, activity)
    if plan.pack.opds[opd].jenis != "apbd":
        matches = tuple(Match(kind, year, Status.OUTSIDE) for kind in KINDS for year in years)
        return ActionAlignment(activity, opd, code, years, matches)
    mine = {(e.line.dokumen, e.year) for e in over if activity in e.activities}
    matches = tuple(
        _match(shelf, opd, code, kind, year, over=(kind, year) in mine)
        for kind in KINDS
        for year in years
    )
    return ActionAlignment(activity, opd, code, years, matches)


def _match(shelf: Shelf, opd: str, code: Coded, kind: str, year: int, *, over: bool) -> Match:
    if not code.code:
        return Match(kind, year, Status.UNKNOWN)
    lines = shelf.providing(kind, opd, year, code.code)
    if lines:
        return Match(kind, year, Status.OVER if over else Status.ALIGNED, lines)
    elsewhere = shelf.elsewhere(kind, opd, year, code.code)
    known = bool(shelf.scope(kind, opd, year))
    return Match(kind, year, Status.MISSING if known else Status.UNKNOWN, (), elsewhere)
