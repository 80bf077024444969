"""Groups of activities that no ceiling can tell apart when funds are split."""

from dataclasses import dataclass

from kla_plan.pack.model import Pack


@dataclass(frozen=True, slots=True)
class Group:
    """Activities with the same eligible funds.

    ``opd`` is their OPD where some ceiling names both that OPD and a fund, else empty.
    """

    opd: str
    funds: tuple[str, ...]
    activities: tuple[str, ...]

    @property
    def name(self) -> str:
        """Readable and unique name."""
        return f"{self.opd or '*'}|{'+'.join(self.funds)}"


def fund_groups(pack: Pack) -> tuple[Group, ...]:
    """Return the groups of the activities that cost anything, in a fixed order."""
    told_apart = {row.opd for row in pack.ceilings if row.opd and row.sumber_dana}
    members: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for code in sorted(pack.activities):
        if not pack.costs_of(code):
            continue
        opd = pack.activities[code].opd
        key = (opd if opd in told_apart else "", tuple(sorted(pack.eligible_funds(code))))
        members.setdefault(key, []).append(code)
    return tuple(Group(opd, funds, tuple(codes)) for (opd, funds), codes in sorted(members.items()))
