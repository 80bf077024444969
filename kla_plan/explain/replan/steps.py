"""From the old plan's promise to the new plan, one cause at a time.

The order is fixed: budget, score sheet, effects, realisation, other data, and the new choice. For
the budget the solver keeps what fits of the old plan under the new ceilings and spends what was
added on top (only if they changed); the steps after it keep these volumes and recompute points
and rupiah exactly, without the solver; the last step is what choosing anew gains. The steps add
up; in another order each could be a little different.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from kla_plan.explain.fewest import nearest
from kla_plan.explain.replan.illustration import as_if_done
from kla_plan.explain.replan.rebase import rebase
from kla_plan.explain.wishes import Contains
from kla_plan.pack.model import Pack
from kla_plan.plan.evaluate import evaluate
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.rules.ceilings import matching_years, pagu_key
from kla_plan.scenario import Scenario

type Deliveries = Mapping[tuple[str, int], Decimal]

OLD, BUDGET, SHEET = "rencana lama", "pagu", "lembar skor"
EFFECTS, DONE, REST = "dampak", "realisasi", "data lain"
NEW = "penyusunan ulang"


@dataclass(frozen=True, slots=True)
class Step:
    """State after one cause has changed.

    Attributes
    ----------
    points
        Weighted points of the remaining years.
    last
        Total of the last year.
    rupiah
        Spending of the remaining years.
    """

    cause: str
    points: Fraction
    last: Fraction
    rupiah: int


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be explained: the old plan, the new data and scenario, and the year of it.

    Attributes
    ----------
    old
        The old plan.
    given
        The new pack as it was read, with ``realisasi``.
    started
        The new pack as the new plan sees it (:func:`~kla_plan.explain.replan.rebase.rebase`).
    year
        Last year that is a fact.
    """

    old: Plan
    given: Pack
    started: Pack
    scenario: Scenario
    year: int

    @property
    def remaining(self) -> tuple[int, ...]:
        """Years that are still to be decided."""
        return tuple(t for t in self.given.years if t > self.year)

    @property
    def promised(self) -> dict[tuple[str, int], Decimal]:
        """Volumes of the old plan in the remaining years."""
        return {key: v for key, v in self.old.volumes.items() if key[1] in self.remaining}


def steps(change: Change, new: Plan) -> tuple[Step, ...]:
    """Return the states from the old plan to the new one."""
    return tuple(_walk(change, new))


def _walk(change: Change, new: Plan) -> Iterator[Step]:
    pack = replace(as_if_done(change.old, change.year), later_answers={})
    kept: Deliveries = change.promised
    yield _state(change, OLD, pack, kept)
    pack = replace(pack, ceilings=change.given.ceilings)
    kept = _afforded(change, pack, kept)
    yield _state(change, BUDGET, pack, kept)
    if change.started.profile.base_year != change.old.pack.profile.base_year:
        pack = replace(pack, later_answers=change.given.later_answers)
        pack = rebase(pack, change.year, inflation=change.scenario.inflasi)
    yield _state(change, SHEET, pack, kept)
    known = set(pack.activities)
    effects = tuple(row for row in change.started.effects if row.kegiatan in known)
    pack = replace(pack, effects=effects)
    yield _state(change, EFFECTS, pack, kept)
    done = tuple(row for row in change.started.realised if row.kegiatan in known)
    pack = replace(pack, realised=done)
    yield _state(change, DONE, pack, kept)
    still = {key: v for key, v in kept.items() if key[0] in change.started.activities}
    yield _state(change, REST, change.started, still)
    planned = {key: v for key, v in new.volumes.items() if key[1] in change.remaining}
    yield _state(change, NEW, change.started, planned)


def _afforded(change: Change, pack: Pack, promised: Deliveries) -> Deliveries:
    """Return the old plan as the new ceilings, and nothing else, would have it.

    Where money is taken away, as little as possible is given up; where money is added, what it
    buys comes on top. Choosing altogether anew is the last step's business.
    """
    before, after = _tops(change, new=False), _tops(change, new=True)
    if before == after:
        return promised
    wanted = change.old.scenario.model_copy(update={"pagu_faktor": change.scenario.pagu_faktor})
    kept = nearest(pack, wanted, promised)
    if all(key in after and after[key] <= top for key, top in before.items()):
        return kept
    try:
        plan = make_plan(pack, wanted, start=kept, also=[Contains(kept)])
    except (InfeasibleError, NoPlanInTimeError):
        return kept
    return {key: v for key, v in plan.volumes.items() if key[1] in change.remaining}


def _tops(change: Change, *, new: bool) -> dict[tuple[int, str, str], Fraction]:
    pack = change.given if new else change.old.pack
    scenario = change.scenario if new else change.old.scenario
    return {
        pagu_key(row): scenario.ceiling(row.batas_atas)
        for row in pack.ceilings
        if row.batas_atas is not None and matching_years(row, change.remaining)
    }


def _state(change: Change, cause: str, pack: Pack, volumes: Deliveries) -> Step:
    case = Case(pack, change.scenario)
    found = evaluate(case, volumes)
    questions = pack.instrument.questions
    totals = {
        year: pack.instrument.score({q: found.fractions[year, q] for q in questions}).total
        for year in change.remaining
    }
    weight = change.scenario.weight
    return Step(
        cause,
        sum((Fraction(weight(year)) * total for year, total in totals.items()), Fraction(0)),
        totals[change.remaining[-1]],
        sum(rupiah for (_, year), rupiah in found.costs.items() if year in change.remaining),
    )
