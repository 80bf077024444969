"""``replan``: a new plan after some years of doing, near the old one if that is asked for."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kla_plan.explain.fewest import fewest, nearest
from kla_plan.explain.replan.reasons import reasons
from kla_plan.explain.replan.rebase import rebase, rebase_scenario
from kla_plan.explain.replan.steps import OLD, Change, Step, steps
from kla_plan.explain.stable import share_lost
from kla_plan.explain.wishes import FewChanges, noted
from kla_plan.indonesian import number, percent, rupiah
from kla_plan.pack.model import Pack
from kla_plan.plan.make import NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario

#: Volumes that need not be whole are compared up to this.
CLOSE = Decimal("0.000002")


@dataclass(frozen=True, slots=True)
class Replan:
    """A new plan beside the old one.

    Attributes
    ----------
    old, plan, free
        The old plan, the new one, and the best one without a limit on changes.
    change
        What the new plan was made from.
    steps
        From the old plan's promise to the new plan, cause by cause.
    """

    old: Plan
    plan: Plan
    free: Plan
    change: Change
    steps: tuple[Step, ...]

    @property
    def loss(self) -> float:
        """What few changes cost: share of the objective lost against the best plan."""
        return share_lost(self.free, self.plan)

    def changes(self) -> pd.DataFrame:
        """Return every (kegiatan, tahun) still to come whose volume changes.

        Returns
        -------
        pandas.DataFrame
            ``kegiatan, nama, tahun, volume_lama, volume_baru, sebab``; ``sebab`` lists the facts
            about the activity that changed, empty where only others around it did.
        """
        old, new = self.change.promised, self.plan.volumes
        keys = {*old, *(key for key in new if key[1] in self.change.remaining)}
        rows = []
        for code, year in sorted(keys):
            before = old.get((code, year), Decimal(0))
            after = new.get((code, year), Decimal(0))
            if abs(before - after) > CLOSE:
                pack = self.plan.pack if code in self.plan.pack.activities else self.old.pack
                why = reasons(self.change, code, year)
                name = pack.activities[code].nama
                rows.append((code, name, year, float(before), float(after), why))
        names = ["kegiatan", "nama", "tahun", "volume_lama", "volume_baru", "sebab"]
        return pd.DataFrame(rows, columns=names)

    def causes(self) -> pd.DataFrame:
        """Return the decomposition.

        Returns
        -------
        pandas.DataFrame
            ``sebab, poin_tertimbang, beda_poin, poin_akhir, beda_poin_akhir, rupiah,
            beda_rupiah``: state after each cause, and what it changed.
        """
        rows = []
        for place, step in enumerate(self.steps):
            before = self.steps[max(0, place - 1)]
            rows.append(
                (
                    step.cause,
                    float(step.points),
                    float(step.points - before.points),
                    float(step.last),
                    float(step.last - before.last),
                    step.rupiah,
                    step.rupiah - before.rupiah,
                )
            )
        names = "sebab poin_tertimbang beda_poin poin_akhir beda_poin_akhir rupiah beda_rupiah"
        return pd.DataFrame(rows, columns=names.split())

    def sentences(self) -> list[str]:
        """Say what changed, and which cause did most."""
        years, last = self.change.remaining, self.steps[-1]
        first = self.steps[0]
        table = self.causes()
        moved = table[(table["sebab"] != OLD) & (table["beda_poin_akhir"].abs() > 0.005)]
        told = [
            f"{row['sebab']} {number(float(row['beda_poin_akhir']))} poin"
            for row in moved.to_dict("records")
        ]
        return [
            (
                f"Rencana lama menjanjikan {number(float(first.last))} poin pada {years[-1]}; "
                f"rencana baru {number(float(last.last))} poin, dengan belanja {years[0]}–"
                f"{years[-1]} "
                f"{rupiah(last.rupiah)} (semula {rupiah(first.rupiah)})."
            ),
            f"Penyebabnya, berurutan: {', '.join(told)}." if told else "Nilai akhirnya tetap.",
            (
                f"{number(len(self.changes()))} pasangan kegiatan dan tahun berubah; dibandingkan "
                f"dengan rencana terbaik tanpa batas perubahan, kehilangannya "
                f"{percent(max(0.0, self.loss), 2)}."
            ),
        ]


def replan(
    old: Plan,
    pack: Pack,
    scenario: Scenario | None = None,
    *,
    max_changes: int | None = None,
    loss: float | None = None,
) -> Replan:
    """Return a new plan for the years that are left.

    Parameters
    ----------
    old
        The plan that was followed.
    pack
        The pack with ``realisasi`` of the years that are past and, if there is one, the score
        sheet ``jawaban_<last realised year>``, from which the new plan then starts
        (:func:`~kla_plan.explain.replan.rebase.rebase`). Without it the old answers and the
        effects of what was realised stand in.
    scenario
        By default the old plan's. Wishes about past years are left out.
    max_changes
        Most (kegiatan, tahun) whose volume may differ from the old plan.
    loss
        In place of ``max_changes``: as few changes as a loss of this share of the objective of
        the best new plan allows, as far as the time limit lets find.

    Raises
    ------
    ValueError
        If no year is realised, or both limits are given.
    InfeasibleError, NoPlanInTimeError
        As :func:`kla_plan.plan.make.make_plan`; the first also if so few changes are not enough.
    """
    if max_changes is not None and loss is not None:
        message = "max_changes and loss cannot be given together"
        raise ValueError(message)
    change = _change(old, pack, scenario or old.scenario)
    promised = change.promised
    kept = nearest(change.started, change.scenario, promised)
    free = make_plan(change.started, change.scenario, start=kept)
    limit = max_changes if loss is None else _fewest(change, free, loss)
    plan = free
    if limit is not None:
        start = kept if loss is None else free.volumes
        near = FewChanges(promised, limit)
        made = make_plan(change.started, change.scenario, start=start, also=[near])
        plan = noted(made, f"paling banyak {limit} perubahan terhadap rencana lama")
    return Replan(old, plan, free, change, steps(change, plan))


def _change(old: Plan, pack: Pack, scenario: Scenario) -> Change:
    year = pack.last_realised_year
    if year < pack.profile.first_year:
        message = "no year is realised yet"
        raise ValueError(message)
    started = pack
    if year in pack.later_answers:
        started = rebase(pack, year, inflation=scenario.inflasi)
    return Change(old, pack, started, rebase_scenario(scenario, pack, year), year)


def _fewest(change: Change, free: Plan, loss: float) -> int:
    objective = free.proof.objective
    room = abs(objective) * loss
    worst = objective + room if free.scenario.tujuan == "min_biaya" else objective - room
    near = FewChanges(change.promised)
    found = fewest(
        change.started,
        change.scenario,
        near,
        lambda: near.changed,
        worst=worst,
        start=free.volumes,
    )
    if found is None:
        raise NoPlanInTimeError
    return len(found)
