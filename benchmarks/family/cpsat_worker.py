"""CP-SAT in a process of its own; it must not load PuLP or kla_plan (see ``opponents/cpsat.py``).

Reads one line, the model in whole numbers with the limits; writes a line per report and one with
the answer. On one thread CP-SAT searches with its default strategy; taking turns among eight
(``interleave_search``) left larger gaps on trial instances.
"""

import json
import sys
from typing import Any

from ortools.sat.python import cp_model


class _Report(cp_model.CpSolverSolutionCallback):
    """Reports every better plan."""

    def on_solution_callback(self) -> None:
        """Pass on value and bound."""
        say(nilai=self.objective_value, batas=self.best_objective_bound)


def say(**report: Any) -> None:
    """Write one line to whoever started this process."""
    print(json.dumps(report), flush=True)


def model_of(order: dict[str, Any]) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """Return the CP-SAT model of an order, and its columns."""
    model = cp_model.CpModel()
    columns = [
        model.new_int_var(low, high, f"c{place}")
        for place, (low, high) in enumerate(order["batas"])
    ]

    def total(terms: list[tuple[int, int]]) -> Any:
        chosen, numbers = [columns[place] for place, _ in terms], [number for _, number in terms]
        return cp_model.LinearExpr.weighted_sum(chosen, numbers)

    for terms, low, high in order["baris"]:
        if low is not None and low == high:
            model.add(total(terms) == low)
            continue
        if low is not None:
            model.add(total(terms) >= low)
        if high is not None:
            model.add(total(terms) <= high)
    model.maximize(total(order["tujuan"]))
    return model, columns


def main() -> None:
    """Solve one order."""
    print("siap", flush=True)
    order = json.loads(sys.stdin.readline())
    model, columns = model_of(order)
    solver = cp_model.CpSolver()
    solver.parameters.relative_gap_limit = order["celah"]
    solver.parameters.max_time_in_seconds = order["detik"]
    solver.parameters.num_workers = order["utas"]
    solver.best_bound_callback = lambda bound: say(nilai=None, batas=bound)
    status = solver.solve(model, _Report())
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    if found:
        say(nilai=solver.objective_value, batas=solver.best_objective_bound)
    values = [int(solver.value(column)) for column in columns] if found else None
    say(status=solver.status_name(status), x=values)


if __name__ == "__main__":
    main()
