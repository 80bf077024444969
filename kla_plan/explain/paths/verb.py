"""How much the next predicate costs, and by when: the cheapest path to each, on both scores.

A cell of the frontier asks for a predicate from a year on until the end of the horizon. The cells
help each other: a plan that reaches more, or earlier, is a plan for every easier cell, and what
an easier cell costs at least, a harder one does too. The relaxation bounds all of them at once;
searches then go where least is known.
"""

from collections.abc import Sequence

from kla_plan.explain.aims import Aim, aims, targets_of
from kla_plan.explain.by_hand import plan_by_hand
from kla_plan.explain.paths.board import Board
from kla_plan.explain.paths.result import Frontier
from kla_plan.explain.study import Study
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario
from kla_plan.solve.door import OnProgress, Stop

#: Seconds below which a search is not begun.
LEAST = 2.0
#: Seconds of one search at most, and share of the time left for an aim without any plan; the
#: others share the time evenly.
MOST, SHARE = 15.0, 0.12
#: Share of the time for plans by hand, to begin from.
BY_HAND = 0.15


def frontier(  # noqa: PLR0913 - every wish has a name
    pack: Pack,
    scenario: Scenario,
    *,
    predicates: Sequence[str] | None = None,
    years: Sequence[int] | None = None,
    bases: Sequence[str] = ("mandiri", "verifikasi"),
    plan: Plan | None = None,
    seconds: float = 60.0,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Frontier:
    """Return the cheapest path to each predicate by each year.

    Parameters
    ----------
    scenario
        Prices, ceilings, locks and the discount; its own objective and targets are left aside.
    predicates, years
        By default every predicate that the region does not have yet on the verified score, and
        every year that is still to be decided.
    plan
        A plan of this pack to begin from, best one with a high score.
    seconds
        Time for everything.
    """
    asked = aims(pack, scenario, predicates, years, bases)
    lowest = scenario.model_copy(update={"tujuan": "min_biaya", "target": targets_of(pack, None)})
    study = Study(Case(pack, lowest), seconds, on_progress=on_progress, stop=stop)
    board = Board(study, asked, plan if plan is not None else plan_by_hand(pack, scenario))
    board.bound_all()
    board.cheapen_all(study.clock.part(BY_HAND))
    tried: dict[Aim, int] = {}
    while study.clock.left >= LEAST:
        wide = board.least_known(tried)
        if not wide:
            break
        aim, even = wide[0], study.clock.share(len(wide))
        tried[aim] = tried.get(aim, 0) + 1
        seconds = even if board.reached(aim) else max(even, study.clock.left * SHARE)
        board.ask(aim, min(MOST, max(LEAST, seconds)))
    return Frontier(board.cells(), study.clock.elapsed)
