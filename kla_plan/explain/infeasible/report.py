"""All there is to say about an impossible scenario: the clash, and two ways out of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from kla_plan.explain.infeasible.conflict import Conflict
from kla_plan.explain.infeasible.sentences import sentences
from kla_plan.explain.infeasible.verb import why_infeasible
from kla_plan.explain.repair import Repair, cheapest_repair
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from kla_plan.solve.door import Stop

#: Seconds for everything, unless told otherwise.
SECONDS = 30.0
_NO_REPAIR = "Gabungan perubahan yang membuatnya mungkin belum ditemukan dalam waktu yang tersedia."


@dataclass(frozen=True, slots=True)
class Impossible:
    """Why a scenario is impossible, and what would make it possible.

    Attributes
    ----------
    conflicts
        The rules that clash; none if no clash was found.
    repair
        The cheapest combination of changes; ``None`` if none was found, or none is needed.
    """

    conflicts: Sequence[Conflict]
    repair: Repair | None

    def table(self) -> pd.DataFrame:
        """Return one row per rule of the clash.

        Returns
        -------
        pandas.DataFrame
            ``kode, lembar, aturan, isi, perubahan, pasti_perlu``: the last one says whether the
            clash is proven to need the rule.
        """
        rows = [
            (c.words.code, c.words.sheet, c.words.title, c.words.have, c.words.change, c.needed)
            for c in self.conflicts
        ]
        names = ["kode", "lembar", "aturan", "isi", "perubahan", "pasti_perlu"]
        return pd.DataFrame(rows, columns=names)

    def sentences(self) -> list[str]:
        """Say how sure the clash is, the smallest single change and the cheapest combination."""
        if not self.conflicts:
            return ["Aturan yang bertentangan tidak dapat dipersempit dalam waktu yang tersedia."]
        combined = [_NO_REPAIR] if self.repair is None else self.repair.sentences()
        return [*sentences(self.conflicts), *combined]


def explain_impossible(
    pack: Pack, scenario: Scenario, *, seconds: float = SECONDS, stop: Stop | None = None
) -> Impossible:
    """Return the clash of a scenario, and what would resolve it; half of the time for each."""
    conflicts = why_infeasible(pack, scenario, seconds=seconds / 2, stop=stop)
    repair = None
    if conflicts:
        repair = cheapest_repair(pack, scenario, seconds=seconds / 2, stop=stop)
    return Impossible(learned(conflicts, repair), repair)


def learned(conflicts: Sequence[Conflict], repair: Repair | None) -> tuple[Conflict, ...]:
    """Take over what a combination of a single change says about the rule that it changes."""
    if repair is None or repair.plan is None or len(repair.steps) != 1:
        return tuple(conflicts)
    (step,) = repair.steps
    return tuple(
        replace(
            conflict,
            words=replace(step.words, change=f"Cukup: {step.change}."),
            alone=step.amount,
            least=repair.cheapest,
            single=step.change,
            share=step.share,
        )
        if conflict.clause == step.clause
        and not (conflict.least and conflict.alone is not None)
        and (conflict.alone is None or step.amount < conflict.alone)
        else conflict
        for conflict in conflicts
    )
