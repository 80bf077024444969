"""The textbook model in PuLP, solved by HiGHS in memory: what everything is compared with."""

import pulp
from highspy import cb

from benchmarks.family.opponents.textbook_lp import goal, read_plan
from benchmarks.family.outcome import Ask, Outcome, status_of
from benchmarks.family.trajectory import Trajectory
from benchmarks.textbook import Textbook
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario

#: A level counts as reached when it is missed by 10⁻⁶ (contract 3.6). HiGHS's default tolerance is
#: as large, and on 150 activities over 15 years it then called a plan optimal that is 29 % below
#: one known. With 10⁻⁷ its bound was right there, and it was no slower on trial instances.
TOLERANCE = 1e-7


def run(pack: Pack, scenario: Scenario, ask: Ask, seen: Trajectory) -> Outcome:
    """Build, solve and report."""
    book = Textbook(pack, scenario)
    built = seen.seconds()
    kinds = cb.HighsCallbackType

    def report(_kind: object, _message: str, output: object, _reply: object, _data: object) -> None:
        seen.saw(output.mip_primal_bound, output.mip_dual_bound)  # type: ignore[attr-defined]

    stats = book.model.solve(
        pulp.HiGHS(
            msg=False,
            threads=ask.threads,
            gapRel=ask.gap,
            gapAbs=0.0,
            mip_feasibility_tolerance=TOLERANCE,
            timeLimit=max(1.0, ask.seconds - built),
            callbackTuple=(report, None),
            callbacksToActivate=[kinds.kCallbackMipLogging, kinds.kCallbackMipInterrupt],
        )
    )
    if stats.status == pulp.LpSolveStatus.Infeasible:
        return Outcome("mustahil", None, built)
    value = goal(book.model).value() if stats.has_solution else None
    seen.saw(value, stats.best_bound)
    plan = read_plan(book, lambda variable: variable.varValue) if stats.has_solution else None
    stopped = stats.status == pulp.LpSolveStatus.TimeLimit
    return Outcome(status_of(plan, stopped=stopped), plan, built)
