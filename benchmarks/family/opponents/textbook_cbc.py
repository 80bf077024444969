"""The textbook model in PuLP, solved by CBC, whose log is read while it runs.

CBC is a process of its own; PuLP hands the model over as a file with the objective negated, so
its log has the signs of a minimisation. Values are read from the lines that name one::

    Cbc0010I After 23 nodes, 16 on tree, -3601.2 best solution, best possible -3658.2 (5.3 seconds)
    Cbc0012I Integer solution of -3601.2 found by DiveCoefficient after 9 iterations and 0 nodes …
"""

import re
import tempfile
import threading
from pathlib import Path

import pulp

from benchmarks.family.opponents.textbook_lp import goal, read_plan
from benchmarks.family.outcome import Ask, Outcome, status_of
from benchmarks.family.trajectory import Trajectory
from benchmarks.textbook import Textbook
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario

_POLL_SECONDS = 0.02
_NUMBER = r"(-?[\d.]+(?:e[+-]?\d+)?)"
_VALUE = re.compile(
    rf"^Cbc\d+I (?:Integer solution of {_NUMBER} found|After \d+ nodes, .*?{_NUMBER} best solution"
    rf"|.*best objective {_NUMBER})"
)
_BOUND = re.compile(
    rf"^Cbc\d+I (?:.*best possible {_NUMBER}|At root node, .*objective from \S+ to {_NUMBER})"
    rf"|^Continuous objective value is {_NUMBER}|^Lower bound: +{_NUMBER}"
)
#: What CBC prints in place of a value that it does not have.
_NONE = 1e40


def run(pack: Pack, scenario: Scenario, ask: Ask, seen: Trajectory) -> Outcome:
    """Build, solve and report."""
    book = Textbook(pack, scenario)
    built = seen.seconds()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "cbc.log"
        done = threading.Event()
        reader = threading.Thread(target=_follow, args=(log, done, seen))
        reader.start()
        try:
            stats = book.model.solve(
                pulp.COIN_CMD(  # type: ignore[no-untyped-call]
                    msg=False,
                    # One thread is CBC without its thread pool.
                    threads=ask.threads if ask.threads > 1 else None,
                    gapRel=ask.gap,
                    timeLimit=max(1.0, ask.seconds - built),
                    logPath=str(log),
                )
            )
        finally:
            done.set()
            reader.join()
    if stats.status == pulp.LpSolveStatus.Infeasible:
        # "The LP relaxation is infeasible or too expensive", says CBC when its time is over.
        late = seen.seconds() >= ask.seconds
        return Outcome("tanpa_solusi" if late else "mustahil", None, built)
    plan = None
    if stats.has_solution:
        seen.saw(goal(book.model).value(), None)
        plan = read_plan(book, lambda variable: variable.varValue)
    stopped = stats.status == pulp.LpSolveStatus.TimeLimit
    return Outcome(status_of(plan, stopped=stopped), plan, built)


def _follow(log: Path, done: threading.Event, seen: Trajectory) -> None:
    """Read the log as it grows, to its end once the solver is done."""
    while not log.exists():
        if done.wait(_POLL_SECONDS):
            return
    rest = ""
    with log.open(encoding="utf-8", errors="replace") as file:
        while True:
            ended = done.is_set()
            rest += file.read()
            *lines, rest = rest.split("\n")
            for line in lines:
                seen.saw(*read_line(line))
            if ended:
                return
            done.wait(_POLL_SECONDS)


def read_line(line: str) -> tuple[float | None, float | None]:
    """Return value and bound named by a line of CBC's log, in the sense of a maximisation.

    Points are never negative. A bound that is (CBC 2.9 names one like -5.7e12 when its time is over
    amid the cuts at the root) proves nothing and is left out.
    """
    bound = _named(_BOUND, line)
    return _named(_VALUE, line), None if bound is None or bound < 0 else bound


def _named(pattern: re.Pattern[str], line: str) -> float | None:
    match = pattern.search(line)
    if match is None:
        return None
    number = float(next(group for group in match.groups() if group is not None))
    return None if abs(number) > _NONE else -number
