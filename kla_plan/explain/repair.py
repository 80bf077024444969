"""The cheapest combination of changes that makes an impossible scenario possible.

Every rule may give way; what is minimised is the sum of how far each one does, relative to the
size of its bound: one per cent of a ceiling weighs as much as one per cent of a target, and a
rule that can only be kept or taken away (a prerequisite, a lock) weighs as a whole. The changed
pack is then checked: the plan found with the changes must hold exactly under them.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.by_hand import volumes_by_hand
from kla_plan.explain.elastic import size, soften
from kla_plan.explain.give_way import give_way
from kla_plan.explain.search import checked_plan
from kla_plan.explain.study import Study
from kla_plan.explain.words import Words, change_in_words, in_words
from kla_plan.indonesian import number, percent
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import ceilings
from kla_plan.problem.start import start_values
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, Solution, solve
from kla_plan.solve.door import OnProgress, Stop
from kla_plan.solve.relaxation import Relaxation
from kla_plan.solve.solution import OPTIMAL_GAP

#: Relative gap at which the search for the cheapest combination stops.
GAP = 0.001
#: Changes that are told in one sentence; more of them get one each.
INLINE = 2
#: Rupiah added to each ceiling where rounding to whole rupiah overruns the least amount.
BUMPS = (0, 1000)
_MONEY = frozenset({ceilings.RULE_TOP, ceilings.RULE_FLOOR})


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a combination: the rule, by how much it gives way, and that in words.

    ``share`` is the amount as a share of the size of the rule's bound.
    """

    clause: Clause
    amount: float
    share: float
    words: Words
    change: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A combination of changes after which a plan exists.

    Attributes
    ----------
    steps
        The changes; none if the rules can be kept as they are.
    pack, scenario
        What results from the changes.
    plan
        A plan that keeps the changed rules, checked outside the solver; ``None`` if the check
        failed, which makes the combination a hint only.
    gap
        How far the combination may be from the cheapest, relatively; ``None`` if unknown.
    """

    steps: tuple[Step, ...]
    pack: Pack
    scenario: Scenario
    plan: Plan | None
    gap: float | None

    @property
    def cheapest(self) -> bool:
        """Whether no cheaper combination exists."""
        return self.gap is not None and self.gap <= max(GAP, OPTIMAL_GAP)

    def table(self) -> pd.DataFrame:
        """Return the changes: ``aturan, isi, perubahan``."""
        rows = [(step.words.title, step.words.have, step.change) for step in self.steps]
        return pd.DataFrame(rows, columns=["aturan", "isi", "perubahan"])

    def sentences(self) -> list[str]:
        """Say what the combination is and how sure it is."""
        if not self.steps:
            return ["Semua aturan dapat dipenuhi bersama-sama; tidak ada yang perlu diubah."]
        first = (
            "Gabungan perubahan termurah"
            if self.cheapest
            else "Gabungan perubahan terbaik yang ditemukan (belum terbukti termurah"
            + (f", selisihnya paling jauh {percent(self.gap)})" if self.gap is not None else ")")
        )
        changes = [f"{step.words.title}: {step.change}" for step in self.steps]
        last = (
            "Dengan perubahan itu sebuah rencana ditemukan dan lolos pemeriksaan ulang."
            if self.plan is not None
            else "Rencana dengan perubahan itu belum lolos pemeriksaan ulang; ini baru petunjuk."
        )
        if len(changes) <= INLINE:
            return [f"{first}: {'; '.join(changes)}.", last]
        listed = [f"({place}) {change}." for place, change in enumerate(changes, 1)]
        return [f"{first}: {number(len(changes))} perubahan.", *listed, last]


def cheapest_repair(
    pack: Pack,
    scenario: Scenario,
    *,
    seconds: float = 20.0,
    fixed: Collection[str] = (),
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Repair | None:
    """Return the cheapest combination of changes that makes a plan possible.

    Parameters
    ----------
    fixed
        Kinds of rules that must stay as they are, as in
        :data:`kla_plan.explain.ladder.KINDS` (``target``, ``wajib``, …).

    Returns
    -------
    Repair or None
        ``None`` if nothing was found: the fixed rules clash by themselves, or time ran out.
    """
    study = Study(Case(pack, scenario), seconds, on_progress=on_progress, stop=stop)
    study.tell("Mencari gabungan perubahan termurah")
    soft = [clause for clause in study.rows_of if clause.rule not in fixed]
    elastic = soften(study.model.problem, soft)
    # What deciding by hand leads to keeps every ceiling: it is a combination to begin from.
    volumes = volumes_by_hand(pack, scenario)
    known = () if volumes is None else start_values(study.model, volumes)
    more = len(elastic.problem.names) - len(known)
    solution = solve(
        elastic.problem,
        elastic.price,
        Limits(gap=GAP, seconds=max(1.0, study.clock.left)),
        start=(*known, *(None,) * more) if known else None,
        on_progress=on_progress,
        stop=study.clock.stop,
    )
    if not solution.found:
        return None
    broken = elastic.broken(solution)
    for extra in BUMPS:
        amounts = {
            clause: amount + (extra / study.case.unit if clause.rule in _MONEY else 0.0)
            for clause, amount in broken.items()
        }
        changed = give_way(study.case, amounts)
        plan = checked_plan(study.model, solution, Case(*changed))
        if plan is not None:
            break
    steps = tuple(
        Step(
            clause,
            amount,
            amount / size(study.model.problem.rows[n] for n in study.rows_of[clause]),
            in_words(study.case, clause, None, None),
            change_in_words(study.case, clause, amount),
        )
        for clause, amount in amounts.items()
    )
    limit = Relaxation(elastic.problem, elastic.price).value()
    return Repair(steps, *changed, plan, _gap(solution, limit))


def _gap(solution: Solution, limit: float | None) -> float | None:
    """Return how far a price may be from the least; the relaxation may know more."""
    bounds = [bound for bound in (solution.bound, limit) if bound is not None]
    if solution.objective is None or not bounds:
        return None
    distance = max(0.0, solution.objective - max(bounds))
    return distance / solution.objective if solution.objective > OPTIMAL_GAP else 0.0
