"""A better plan by hand: spend what a plan leaves unspent, or what was loosened, step by step.

The baselines' ledger takes over a plan with all its bookings; then the steps with the most points
per rupiah that still fit are added. It takes moments and gives searches something to begin from.
"""

from collections.abc import Sequence
from decimal import Decimal

from kla_plan.explain.study import planned_volumes
from kla_plan.pack.columns import Kegiatan
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.handwork import Ledger, Step, steps
from kla_plan.plan.make import InfeasibleError
from kla_plan.plan.plan import Plan
from kla_plan.plan.purse import Purse
from kla_plan.problem.case import Case


class _Taken(Ledger):
    """A ledger in which a plan is booked already."""

    def __init__(self, case: Case, plan: Plan) -> None:
        super().__init__(case)
        self._purse = Purse(case)
        for (activity, year, fund), rupiah in plan.spending.items():
            if year in case.planned:
                self._purse.pay(activity, {(year, fund): rupiah})
        for (activity, year), volume in planned_volumes(plan).items():
            record = case.pack.activities[activity]
            self.volumes[activity, year] = volume
            self._load[record.opd, year] += volume * record.kapasitas_per_unit

    def _may_begin(self, activity: Kegiatan, year: int) -> bool:
        """Whether the activity may begin; years are not booked in order here, so look ahead too."""
        group = activity.kelompok_eksklusif
        activities = self._case.pack.activities
        taken = group and any(
            code != activity.kegiatan and activities[code].kelompok_eksklusif == group
            for code, _ in self.volumes
        )
        return not taken and super()._may_begin(activity, year)


def open_steps(case: Case) -> tuple[Step, ...]:
    """Return every step that adds points, the most points per rupiah first."""
    worthwhile = (step for own in steps(case).values() for step in own if step.points > 0)
    return tuple(sorted(worthwhile, key=_order))


def filled(case: Case, plan: Plan, known: Sequence[Step] | None = None) -> Volumes:
    """Return the plan's volumes and as much more as fits by hand under a (loosened) case.

    Parameters
    ----------
    known
        The steps of :func:`open_steps`, where they are known already: neither ceilings nor
        capacities nor targets change them.
    """
    try:
        ledger = _Taken(case, plan)
    except InfeasibleError:
        return planned_volumes(plan)
    for step in open_steps(case) if known is None else known:
        ledger.book(step)
    return {key: Decimal(volume) for key, volume in ledger.volumes.items()}


def _order(step: Step) -> tuple[float, int, str]:
    worth = float("inf") if step.cost == 0 else float(step.points / step.cost)
    return (-worth, step.year, step.activity.kegiatan)
