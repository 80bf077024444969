"""The best plan, and beside it those that two simple ways of choosing lead to."""

from concurrent.futures import ThreadPoolExecutor

from kla_plan.pack.model import Pack
from kla_plan.plan.baselines import even_split, greedy
from kla_plan.plan.plan import Plan
from kla_plan.runs.inputs import accept
from kla_plan.runs.interrupt import Wish
from kla_plan.runs.plans import best_plan
from kla_plan.runs.progress import Reporter, solver_note
from kla_plan.scenario import Scenario

READ = "Membaca dan memeriksa paket"
SOLVE = "Mencari rencana terbaik"
#: How the two simple ways of choosing are called in notebooks and documents.
GREEDY, EVEN = "poin termurah dahulu", "bagi rata"


def solve_beside(
    pack: Pack, scenario: Scenario, reporter: Reporter, stop: Wish | None
) -> tuple[Plan, dict[str, Plan]]:
    """Return the best plan, and those that two simple ways of choosing lead to, by name.

    The solver begins from the first of them; the second is made while the solver works.
    """
    accept(pack, scenario)
    simple = greedy(pack, scenario)
    with ThreadPoolExecutor(1) as thread:
        even = thread.submit(even_split, pack, scenario)
        plan = best_plan(
            pack,
            scenario,
            begin=simple,
            on_progress=lambda p: reporter.note(solver_note(p)),
            stop=stop,
        )
        if stop is not None:
            stop.close()
        return plan, {GREEDY: simple, EVEN: even.result()}
