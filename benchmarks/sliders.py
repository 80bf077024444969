"""How long a planner waits after moving the ceilings' slider: ``results/geser.json``.

``python -m benchmarks.sliders``: for each shipped pack the plan of its scenario ``dasar`` is found
once; then all ceilings are moved (``pagu_faktor``), and the new plan is sought from the old one
until it is proven within 1 %, as the workbench seeks it: with what the search before has left.
Every move begins at the first plan. Moving the model's ceilings is part of the time.
"""

import copy
import statistics
import time
from decimal import Decimal
from pathlib import Path

from benchmarks.cities import shipped
from benchmarks.machine import record
from kla_plan import load_pack, load_scenario
from kla_plan.plan.assemble import read_volumes
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.recall import Recall
from kla_plan.problem.case import Case
from kla_plan.problem.start import start_values
from kla_plan.solve import Limits, solve

RESULTS = Path(__file__).parent / "results" / "geser.json"
#: Times the ceilings of the plan on the screen.
MOVES = tuple(Decimal(text) for text in ("0.9", "0.95", "0.98", "1.02", "1.05", "1.1"))
LIMITS = Limits(gap=0.01, seconds=30.0)


def measure(folder: Path) -> dict[str, object]:
    """Return the seconds of every move of one city, and their median."""
    pack, scenario = load_pack(folder.name), load_scenario(folder / "skenario" / "dasar.yaml")
    recall = Recall()
    model = recall.model(Case(pack, scenario))
    goal = model.problem.objectives[0]
    before = solve(model.problem, goal, LIMITS, memory=recall.memory)
    volumes = read_volumes(model, before)
    factors = {move: scenario.pagu_faktor * move for move in MOVES}
    moved = {
        str(move): _move(
            Case(pack, scenario.model_copy(update={"pagu_faktor": factor})),
            volumes,
            Recall(copy.copy(recall.memory), model),
        )
        for move, factor in factors.items()
    }
    seconds = [found["detik"] for found in moved.values() if found["detik"] is not None]
    return {
        "paket": folder.name,
        "geseran": moved,
        "median_detik": round(statistics.median(seconds), 2) if seconds else None,
    }


def _move(case: Case, volumes: Volumes, recall: Recall) -> dict[str, float | None]:
    begun = time.perf_counter()
    model = recall.model(case)
    built = time.perf_counter() - begun
    goal, start = model.problem.objectives[0], start_values(model, volumes)
    found = solve(model.problem, goal, LIMITS, start=start, memory=recall.memory)
    seconds = time.perf_counter() - begun
    reached = found.gap is not None and found.gap <= LIMITS.gap
    return {
        "detik": round(seconds, 2) if reached else None,
        "detik_menyusun": round(built, 2),
        "celah": found.gap,
    }


def main() -> None:
    """Measure every shipped pack and write the results."""
    print(record(RESULTS, [measure(folder) for folder in shipped()]))


if __name__ == "__main__":
    main()
