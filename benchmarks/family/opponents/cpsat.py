"""The textbook model solved by OR-Tools CP-SAT, which knows whole numbers only.

The encoding is :mod:`benchmarks.family.integers`. OR-Tools brings a HiGHS of its own that cannot be
in one process with highspy, which PuLP loads; so CP-SAT works in a process beside this one
(:mod:`benchmarks.family.cpsat_worker`). It is started before the clock is; handing the model over
counts as building it.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pulp

from benchmarks.family.integers import Integers, in_integers
from benchmarks.family.opponents.textbook_lp import read_plan
from benchmarks.family.outcome import Ask, Outcome, Volumes, status_of
from benchmarks.family.trajectory import Trajectory
from benchmarks.textbook import Textbook
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario

_ROOT = Path(__file__).resolve().parents[3]
#: The worker that has been started and not been used yet.
_WAITING: list[subprocess.Popen[str]] = []


def prepare() -> None:
    """Start a worker and wait until OR-Tools is loaded."""
    command = [sys.executable, "-m", "benchmarks.family.cpsat_worker"]
    worker = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT
    )
    _pipe(worker.stdout).readline()
    _WAITING.append(worker)


def run(pack: Pack, scenario: Scenario, ask: Ask, seen: Trajectory) -> Outcome:
    """Build, solve and report.

    Raises
    ------
    RuntimeError
        If the worker ended without an answer.
    """
    if not _WAITING:
        prepare()
    worker = _WAITING.pop()
    book = Textbook(pack, scenario)
    integers = in_integers(book)
    place = {code: number for number, code in enumerate(integers.bounds)}
    order = {
        "batas": list(integers.bounds.values()),
        "baris": [([(place[i], n) for i, n in r.terms.items()], r.lower, r.upper)
                  for r in integers.rows],
        "tujuan": [(place[code], number) for code, number in integers.objective.items()],
        "celah": ask.gap,
        "utas": ask.threads,
        "detik": max(1.0, ask.seconds - seen.seconds()),
    }  # fmt: skip
    pipe = _pipe(worker.stdin)
    pipe.write(json.dumps(order) + "\n")
    pipe.flush()
    built = seen.seconds()
    with worker:
        answer = _answer(worker, seen, float(integers.objective_scale))
    if answer["status"] == "INFEASIBLE":
        return Outcome("mustahil", None, built)
    plan = None if answer["x"] is None else _plan(book, integers, answer["x"])
    return Outcome(status_of(plan, stopped=answer["status"] != "OPTIMAL"), plan, built)


def _answer(worker: subprocess.Popen[str], seen: Trajectory, scale: float) -> dict[str, Any]:
    """Pass reports on until the last line, the answer."""
    for line in _pipe(worker.stdout):
        report: dict[str, Any] = json.loads(line)
        if "status" in report:
            return report
        value, bound = report["nilai"], report["batas"]
        seen.saw(None if value is None else value / scale, None if bound is None else bound / scale)
    message = f"CP-SAT ended with exit code {worker.wait()}"
    raise RuntimeError(message)


def _plan(book: Textbook, integers: Integers, values: list[int]) -> Volumes:
    found = dict(zip(integers.bounds, values, strict=True))

    def value(variable: pulp.LpVariable) -> float:
        return found[variable.id] / integers.steps[variable.id]

    return read_plan(book, value)


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None  # noqa: S101 - both ends were asked for
    return stream
