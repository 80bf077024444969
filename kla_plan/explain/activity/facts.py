"""Facts about one activity in a plan: what it earns, which ceilings it draws on."""

from kla_plan.explain.activity.page import Earned, Room
from kla_plan.explain.study import planned_volumes
from kla_plan.plan.evaluate import answers
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import bounded_years, spent_under
from kla_plan.problem.case import Case
from kla_plan.problem.rules.ceilings import matching_years


def earned(case: Case, plan: Plan, code: str) -> list[Earned]:
    """Return the questions it can raise, by what it earns there in the last year."""
    pack, last = case.pack, plan.years[-1]
    mine = dict.fromkeys(e.pertanyaan for e in pack.effects_of(code))
    own = {k: v for k, v in planned_volumes(plan).items() if k[0] != code}
    left = answers(case, {**case.realised, **own}, list(mine))
    in_plan = set(plan.activities)
    result = []
    for question in mine:
        record = pack.instrument.questions[question]
        rivals = {e.kegiatan for e in case.effects.get(question, ())} - {code}
        now, alone = plan.fractions[last, question], left[last, question]
        result.append(
            Earned(
                question,
                record.label,
                float(now - alone) * float(record.poin_maks),
                float(now),
                float(alone),
                tuple(sorted(rivals, key=lambda a: (a not in in_plan, a))),
            )
        )
    return sorted(result, key=lambda e: (-e.points, e.question))


def room(plan: Plan, code: str) -> tuple[Room, ...]:
    """Return the ceilings that bound what the activity may cost, the tightest first."""
    pack, activity = plan.pack, plan.pack.activities[code]
    funds = {"", *pack.eligible_funds(code)}
    rows = []
    for row in pack.ceilings:
        years = matching_years(row, pack.planned_years)
        applies = row.opd in {"", activity.opd} and row.sumber_dana in funds and years
        if row.batas_atas is None or not applies:
            continue
        top = int(plan.scenario.ceiling(row.batas_atas))
        spent = spent_under(plan, row, bounded_years(plan, row))
        rows.append(Room(row.tahun, row.sumber_dana, row.opd, top, top - spent))
    return tuple(sorted(rows, key=lambda r: (r.left / max(1, r.top), r.year or 0, r.fund, r.opd)))
