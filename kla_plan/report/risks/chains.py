"""Chains of prerequisites among the activities of a plan."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Chains:
    """Prerequisites between activities that the plan carries out.

    Attributes
    ----------
    pairs
        Rows of ``prasyarat`` of which the plan has both activities.
    longest
        The longest chain, first to last; the first in the pack's order where several are.
    key
        The activity on which most others wait, directly or not; empty where none waits.
    waiting
        The activities that wait on it, in the plan's order.
    """

    pairs: int
    longest: tuple[str, ...]
    key: str
    waiting: tuple[str, ...]


def chains(plan: Plan) -> Chains:
    """Return the chains of prerequisites of a plan; ``prasyarat`` never runs in a circle."""
    active = set(plan.activities)
    needs: dict[str, list[str]] = defaultdict(list)
    for row in plan.pack.prerequisites:
        if row.kegiatan in active and row.butuh in active:
            needs[row.kegiatan].append(row.butuh)
    ways: dict[str, tuple[str, ...]] = {}
    for activity in plan.activities:
        _way(activity, needs, ways)
    longest = max(ways.values(), key=len, default=())
    waiting = _waiting(plan, needs)
    key = max(waiting, key=lambda a: len(waiting[a]), default="")
    return Chains(
        sum(len(before) for before in needs.values()),
        longest if len(longest) > 1 else (),
        key,
        waiting.get(key, ()),
    )


def _way(
    activity: str, needs: Mapping[str, list[str]], known: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the longest chain that ends with an activity."""
    if activity not in known:
        before = (_way(other, needs, known) for other in needs.get(activity, ()))
        known[activity] = (*max(before, key=len, default=()), activity)
    return known[activity]


def _waiting(plan: Plan, needs: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return which activities wait on each activity that others need, directly or not."""
    all_before: dict[str, set[str]] = {}

    def before(activity: str) -> set[str]:
        if activity not in all_before:
            direct = needs.get(activity, ())
            all_before[activity] = set(direct).union(*(before(other) for other in direct))
        return all_before[activity]

    waits = {a: before(a) for a in plan.activities}
    needed = [a for a in plan.activities if any(a in found for found in waits.values())]
    return {a: tuple(b for b in plan.activities if a in waits[b]) for a in needed}
