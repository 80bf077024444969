"""What if the budget moves a little: the plan with more money keeps the plan with less.

The plan made for the other budget must *contain* the known one: every activity at least as much,
in the same years. If that costs no more than a stated share of what the best plan for that budget
reaches, it is the answer; otherwise as few activities as possible are let go, and named.
"""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kla_plan.explain.fewest import fewest
from kla_plan.explain.wishes import Contains, noted
from kla_plan.indonesian import join, number, percent
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario

#: Activities in the way that a sentence names.
NAMED = 6


@dataclass(frozen=True, slots=True)
class Stable:
    """A plan for another budget that keeps a known plan as far as that is cheap.

    Attributes
    ----------
    before, plan, free
        The known plan, the stable one, and the best one for the new budget.
    allowed
        Largest loss that was allowed, as a share of what ``free`` reaches.
    whole_loss
        What keeping everything would cost, as such a share; ``None`` if it is not possible.
    dropped
        Activities that are not kept.
    """

    before: Plan
    plan: Plan
    free: Plan
    allowed: float
    whole_loss: float | None
    dropped: tuple[str, ...]

    @property
    def contained(self) -> bool:
        """Whether the plan contains the known one completely."""
        return not self.dropped

    @property
    def loss(self) -> float:
        """What the stable plan loses against the best one for the new budget, as a share."""
        return share_lost(self.free, self.plan)

    def table(self) -> pd.DataFrame:
        """Return what is not kept.

        Returns
        -------
        pandas.DataFrame
            ``kegiatan, nama, tahun, volume_lama, volume_baru``, only where less is delivered.
        """
        rows = []
        for (code, year), old in sorted(self.before.volumes.items()):
            new = self.plan.volumes.get((code, year), Decimal(0))
            if new < old - Decimal("0.000002") and year in self.plan.pack.planned_years:
                record = self.before.pack.activities[code]
                rows.append((code, record.nama, year, float(old), float(new)))
        names = ["kegiatan", "nama", "tahun", "volume_lama", "volume_baru"]
        return pd.DataFrame(rows, columns=names)

    def added(self) -> pd.DataFrame:
        """Return what the plan delivers beyond the known one: as :meth:`table`."""
        rows = []
        for (code, year), new in sorted(self.plan.volumes.items()):
            old = self.before.volumes.get((code, year), Decimal(0))
            if new > old + Decimal("0.000002") and year in self.plan.pack.planned_years:
                record = self.plan.pack.activities[code]
                rows.append((code, record.nama, year, float(old), float(new)))
        names = ["kegiatan", "nama", "tahun", "volume_lama", "volume_baru"]
        return pd.DataFrame(rows, columns=names)

    def sentences(self) -> list[str]:
        """Say whether the known plan is kept, and if not, what stands in the way."""
        if self.contained:
            return [
                "Rencana baru memuat seluruh rencana lama: kegiatan, volume, dan tahunnya.",
                (
                    f"Dibandingkan dengan rencana terbaik untuk pagu baru, kehilangannya "
                    f"{percent(max(0.0, self.loss), 2)} (diperbolehkan {percent(self.allowed, 2)})."
                ),
            ]
        names = [f"{c} ({self.before.pack.activities[c].nama})" for c in self.dropped[:NAMED]]
        if len(self.dropped) > NAMED:
            names.append(f"{number(len(self.dropped) - NAMED)} kegiatan lain")
        reason = (
            "Rencana lama tidak mungkin dimuat seluruhnya dalam pagu dan aturan yang baru."
            if self.whole_loss is None
            else f"Memuat seluruh rencana lama akan menghilangkan {percent(self.whole_loss, 2)}, "
            f"lebih dari {percent(self.allowed, 2)} yang diperbolehkan."
        )
        return [
            reason,
            (
                f"Yang menghalangi: {join(names)}. Jumlahnya {number(len(self.dropped))} kegiatan, "
                "paling sedikit yang ditemukan dalam batas waktu; semuanya boleh berubah, kegiatan "
                f"lain tetap, dengan kehilangan {percent(max(0.0, self.loss), 2)}."
            ),
        ]


class NotStableError(Exception):
    """No plan was found in time that keeps enough of the known one."""


def stable(
    plan: Plan,
    *,
    pagu_faktor: Decimal | str | None = None,
    scenario: Scenario | None = None,
    loss: float = 0.01,
) -> Stable:
    """Return the plan for another budget that contains a known plan where that is cheap.

    Parameters
    ----------
    plan
        The known plan.
    pagu_faktor, scenario
        The other budget: a factor in place of the scenario's, or a whole scenario.
    loss
        Largest loss that is accepted, as a share of the objective of the best plan.

    Raises
    ------
    ValueError
        If neither or both of ``pagu_faktor`` and ``scenario`` are given.
    InfeasibleError
        If no plan is possible with the other budget.
    NotStableError
        If no stable plan was found in the scenario's time.
    """
    wanted = _scenario(plan, pagu_faktor, scenario)
    known = _planned(plan)
    whole = _containing(plan, wanted, known, ())
    start = known if whole is None else whole.volumes
    free = make_plan(plan.pack, wanted, start=start)
    if whole is not None and share_lost(free, whole) <= loss:
        better = whole if share_lost(free, whole) < 0 else free
        return Stable(plan, whole, better, loss, share_lost(better, whole), ())
    whole_loss = None if whole is None else share_lost(free, whole)
    contains = Contains(known, elastic=True)
    dropped = fewest(
        plan.pack,
        wanted,
        contains,
        lambda: contains.leftout,
        worst=_worst(free, loss),
        start=free.volumes,
    )
    if dropped is None:
        raise NotStableError
    kept = _containing(plan, wanted, known, dropped, start=free.volumes)
    if kept is None:
        raise NotStableError
    return Stable(plan, kept, free, loss, whole_loss, tuple(sorted(dropped)))


def share_lost(best: Plan, other: Plan) -> float:
    """Return by which share the other plan's objective is worse."""
    first, second = best.proof.objective, other.proof.objective
    worse = second - first if best.scenario.tujuan == "min_biaya" else first - second
    return worse / abs(first) if first else worse


def _scenario(plan: Plan, factor: Decimal | str | None, scenario: Scenario | None) -> Scenario:
    if (factor is None) == (scenario is None):
        message = "either pagu_faktor or scenario is needed"
        raise ValueError(message)
    if scenario is not None:
        return scenario
    return plan.scenario.model_copy(update={"pagu_faktor": Decimal(str(factor))})


def _planned(plan: Plan) -> dict[tuple[str, int], Decimal]:
    years = plan.pack.planned_years
    return {key: volume for key, volume in plan.volumes.items() if key[1] in years}


def _containing(
    plan: Plan,
    scenario: Scenario,
    known: Volumes,
    without: tuple[str, ...] | frozenset[str],
    start: Volumes | None = None,
) -> Plan | None:
    wish = Contains(known, without=without)
    note = f", kecuali {join(sorted(without))}" if without else ""
    try:
        made = make_plan(plan.pack, scenario, start=start or known, also=[wish])
        return noted(made, f"memuat rencana lama{note}")
    except (InfeasibleError, NoPlanInTimeError):
        return None


def _worst(free: Plan, loss: float) -> float:
    objective = free.proof.objective
    change = abs(objective) * loss
    return objective + change if free.scenario.tujuan == "min_biaya" else objective - change
