"""Why no plan is possible: the smallest set of rules that clash, and what would resolve it.

An elastic filter (Chinneck and Dravnieks, 1991) collects rules that cannot all hold: as long as
the rules not collected yet may be broken, whatever must be broken is collected and made hard;
when nothing can be broken any more, the collected rules clash by themselves. A deletion filter
then drops every rule that the clash does not need. Both run on the relaxation where it already
fails, which takes moments, and on the whole-number problem where only that one fails; the last
deletion always uses whole numbers, so that every rule named is needed.

How far one rule alone must give way is asked of the relaxation first: where even that finds no
answer, or where its answer can be had in whole numbers too, no search is needed.
"""

from collections.abc import Sequence
from dataclasses import replace

from kla_plan.explain.clock import Clock
from kla_plan.explain.elastic import only, size
from kla_plan.explain.infeasible.alone import Least
from kla_plan.explain.infeasible.alone import least as least_alone
from kla_plan.explain.infeasible.alone import possible as possible_alone
from kla_plan.explain.infeasible.conflict import Conflict
from kla_plan.explain.infeasible.core import core as clashing
from kla_plan.explain.words import change_in_words, in_words
from kla_plan.pack.model import Pack
from kla_plan.plan.baselines import rough_start
from kla_plan.problem.build import Model, build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.start import start_values
from kla_plan.scenario import Scenario
from kla_plan.solve.door import Stop

#: Seconds for the whole explanation, unless told otherwise.
ALL_SECONDS = 10.0
#: Share of the time in which the clash is sought; the rest goes to the changes that resolve it.
SEARCH = 0.5


def why_infeasible(
    pack: Pack,
    scenario: Scenario,
    *,
    seconds: float = ALL_SECONDS,
    stop: Stop | None = None,
) -> tuple[Conflict, ...]:
    """Return the rules that clash; an empty tuple if no clash was found.

    The set is minimal: without any one of its rules the others can all be kept. Only where the
    time did not suffice to see that can it hold a rule too many, which is then not ``needed``.
    """
    clock = Clock(seconds, stop)
    case = Case(pack, scenario)
    model = build(case)
    found = clashing(model.problem, clock.part(SEARCH))
    core = found.clauses
    if not core:
        return ()
    possible = possible_alone(model.problem, core)
    start = start_values(model, rough_start(pack, scenario)) if possible else ()
    conflicts = []
    for clause in core:
        least = Least(None, proven=True)
        if clause in possible:
            seconds = clock.share(len(possible))
            possible.discard(clause)
            least = Least(None, proven=False)
            if not clock.over:
                least = least_alone(model.problem, clause, start, seconds)
        conflict = _conflict(model, clause, core, least, clock)
        conflicts.append(replace(conflict, needed=clause in found.needed))
    return tuple(conflicts)


def _conflict(
    model: Model, clause: Clause, core: Sequence[Clause], alone: Least, clock: Clock
) -> Conflict:
    needed = Least(None, proven=True)
    if alone.amount is None and not clock.over:
        needed = least_alone(only(model.problem, core), clause, (), clock.share(len(core)))
    words = in_words(model.case, clause, alone.amount, needed.amount, least=alone.proven)
    if alone.amount is None:
        return Conflict(clause, words, None, alone.proven)
    return Conflict(
        clause,
        words,
        alone.amount,
        alone.proven,
        single=change_in_words(model.case, clause, alone.amount),
        share=alone.amount / size(row for row in model.problem.rows if row.clause == clause),
    )
