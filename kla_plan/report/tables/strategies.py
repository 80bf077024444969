"""Strategies that a plan follows: its activities grouped by the kind of question they raise."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.report.tables.progress import Rise

#: Kind of an activity without any effect on a question.
SUPPORT = "pendukung"


@dataclass(frozen=True, slots=True)
class Strategy:
    """One kind of question: the activities of a cluster that aim at it, and what it gains there.

    Attributes
    ----------
    cluster
        Code of the cluster; empty for all clusters together.
    activities
        Activities of this cluster (by their main indicator) whose largest gain is of this kind.
    rupiah
        What they cost over all years.
    rises
        Questions of this kind in this cluster that rise, whoever raises them.
    """

    cluster: str
    kind: str
    activities: tuple[str, ...]
    rupiah: int
    rises: tuple[Rise, ...]

    @property
    def points(self) -> Fraction:
        """Points gained by these questions, before the caps of indicators."""
        return sum((rise.points for rise in self.rises), Fraction(0))


def activity_kinds(plan: Plan, found: Sequence[Rise]) -> dict[str, str]:
    """Return the kind of question that each activity of the plan mainly serves.

    It is the kind with the most points gained among the questions that the activity has an effect
    on; where none of them rises, the kind with the most points at all; :data:`SUPPORT` where the
    activity has no effect on any question.

    Parameters
    ----------
    found
        :func:`kla_plan.report.tables.progress.rises` of the plan.
    """
    gained = {rise.question: rise.points for rise in found}
    questions = plan.pack.instrument.questions
    kinds = {}
    for activity in plan.activities:
        gains: dict[str, Fraction] = defaultdict(Fraction)
        weights: dict[str, Fraction] = defaultdict(Fraction)
        for code in dict.fromkeys(row.pertanyaan for row in plan.pack.effects_of(activity)):
            gains[questions[code].tipe] += gained.get(code, Fraction(0))
            weights[questions[code].tipe] += Fraction(questions[code].poin_maks)
        chosen = gains if any(gains.values()) else weights
        kinds[activity] = max(chosen, key=lambda kind: chosen[kind], default=SUPPORT)
    return kinds


def strategies(plan: Plan, found: Sequence[Rise], cluster: str = "") -> tuple[Strategy, ...]:
    """Return the strategies of a cluster (of all clusters where none is named).

    The activities of the strategies are those of the cluster, each in one strategy; their rupiah
    add up to the cluster's. The strategy with the most points first, then the most rupiah.

    Parameters
    ----------
    found
        :func:`kla_plan.report.tables.progress.rises` of the plan.
    """
    kinds = activity_kinds(plan, found)
    of_kind: dict[str, list[str]] = defaultdict(list)
    raised: dict[str, list[Rise]] = defaultdict(list)
    for activity, kind in kinds.items():
        if not cluster or cluster_of_activity(plan, activity) == cluster:
            of_kind[kind].append(activity)
    for rise in found:
        if not cluster or rise.cluster == cluster:
            raised[rise.kind].append(rise)
    spent = spent_by_activity(plan)
    made = [
        Strategy(
            cluster,
            kind,
            tuple(of_kind[kind]),
            sum(spent[code] for code in of_kind[kind]),
            tuple(raised[kind]),
        )
        for kind in dict.fromkeys([*raised, *of_kind])
    ]
    return tuple(sorted(made, key=lambda one: (-one.points, -one.rupiah)))


def cluster_of_activity(plan: Plan, activity: str) -> str:
    """Return the cluster of an activity's main indicator."""
    return plan.pack.instrument.cluster_of(plan.pack.activities[activity].indikator)
