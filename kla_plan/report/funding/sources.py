"""What each fund pays for."""

from dataclasses import dataclass

from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class FundUse:
    """One fund of a plan; the empty fund holds realised rupiah, whose fund is not known.

    Attributes
    ----------
    activities
        Activities it pays for, wholly or partly.
    alone
        Those of them that no other fund pays for.
    opds
        Responsible OPD of these activities.
    years
        Years in which it pays.
    """

    fund: str
    rupiah: int
    activities: tuple[str, ...]
    alone: tuple[str, ...]
    opds: tuple[str, ...]
    years: tuple[int, ...]


def funds_used(plan: Plan) -> tuple[FundUse, ...]:
    """Return the funds that pay something, in the pack's order; realised rupiah last."""
    rows = []
    for fund in (*plan.pack.funds, ""):
        mine = {key: r for key, r in plan.spending.items() if key[2] == fund}
        if not mine:
            continue
        payers: dict[str, set[str]] = {}
        for activity, _, source in plan.spending:
            payers.setdefault(activity, set()).add(source)
        paid = {activity for activity, _, _ in mine}
        activities = tuple(a for a in plan.activities if a in paid)
        rows.append(
            FundUse(
                fund,
                sum(mine.values()),
                activities,
                tuple(a for a in activities if payers[a] == {fund}),
                tuple(dict.fromkeys(plan.pack.activities[a].opd for a in activities)),
                tuple(sorted({year for _, year, _ in mine})),
            )
        )
    return tuple(rows)
