"""What an agency has to do, with what money, and who waits for whom."""

from collections.abc import Iterator

from kla_plan.feedback.rows import supports
from kla_plan.papers.agency.dossier import Duty, Link
from kla_plan.plan.plan import Plan


def duties(plan: Plan, opd: str) -> tuple[Duty, ...]:
    """Return the activities that an agency is responsible for, then those that it supports.

    An activity that is only paid for in the plan's years, for deliveries before, counts too.
    """
    codes = _codes(plan)
    own = [code for code in codes if plan.pack.activities[code].opd == opd]
    helped = [code for code in codes if supports(plan.pack.activities[code], opd)]
    mine = [_duty(plan, code, own=True) for code in own]
    return (*mine, *(_duty(plan, code, own=False) for code in helped))


def _codes(plan: Plan) -> list[str]:
    used = {code for code, _ in plan.volumes} | {code for code, _, _ in plan.spending}
    return [code for code in plan.pack.activities if code in used]


def _duty(plan: Plan, code: str, *, own: bool) -> Duty:
    volumes = {year: volume for (a, year), volume in sorted(plan.volumes.items()) if a == code}
    spending = {
        (year, fund): rupiah
        for (a, year, fund), rupiah in sorted(plan.spending.items())
        if a == code
    }
    first = min(volumes, default=None)
    waits = tuple(_waits(plan, code, first)) if own and first is not None else ()
    awaited = tuple(_awaited(plan, code)) if own else ()
    return Duty(plan.pack.activities[code], own, volumes, spending, waits, awaited)


def _waits(plan: Plan, code: str, first: int) -> Iterator[Link]:
    """Yield what must come before an activity that begins in the year ``first``."""
    for row in plan.pack.prerequisites:
        if row.kegiatan == code:
            other = plan.pack.activities[row.butuh]
            start = _start(plan, row.butuh)
            yield Link(row.butuh, other.nama, other.opd, start, first - row.jeda)


def _awaited(plan: Plan, code: str) -> Iterator[Link]:
    """Yield the planned activities that need this one."""
    for row in plan.pack.prerequisites:
        start = _start(plan, row.kegiatan)
        if row.butuh == code and start is not None:
            other = plan.pack.activities[row.kegiatan]
            yield Link(row.kegiatan, other.nama, other.opd, start, start - row.jeda)


def _start(plan: Plan, code: str) -> int | None:
    return min((year for a, year in plan.volumes if a == code), default=None)
