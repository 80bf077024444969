"""Third-party cases with proven answers.

``tests/data/petersen.json``: seven research-project selection problems with several budgets
(C. C. Petersen, "Computational experience with variants of the Balas algorithm applied to the
selection of R&D projects", Management Science 13, 1967), distributed in the OR-Library as mknap1.
Projects become activities, budget *k* becomes the *k*-th year of the horizon, profits become the
points of one question per project.
"""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from support.packs import tiny_pack

_FILE = Path(__file__).resolve().parents[1] / "data" / "petersen.json"
_FIRST = 2025
#: Rupiah per unit of money in the cases: a solver that counts in millions sees their own numbers.
RUPIAH = 1_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """One case.

    Attributes
    ----------
    profit
        Points by project, exact.
    cost
        Units of money by budget, then project.
    capacity
        Units of money by budget.
    optimum
        Proven best sum of profits.
    """

    name: str
    profit: tuple[Decimal, ...]
    cost: tuple[tuple[int, ...], ...]
    capacity: tuple[int, ...]
    optimum: Decimal

    @property
    def codes(self) -> tuple[str, ...]:
        """Activity code of each project."""
        return tuple(f"K{number:02d}" for number in range(1, len(self.profit) + 1))


def cases() -> tuple[Case, ...]:
    """Return the seven cases, smallest first."""
    raw = json.loads(_FILE.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(
        Case(
            name=case["name"],
            profit=tuple(case["profit"]),
            cost=tuple(tuple(_whole(cell) for cell in row) for row in case["cost"]),
            capacity=tuple(_whole(cell) for cell in case["capacity"]),
            optimum=case["optimum"],
        )
        for case in raw
    )


def _whole(value: Decimal) -> int:
    assert value == int(value)
    return int(value)


def as_pack(case: Case) -> Pack:
    """Return a case as a pack: whole projects delivered in the first year, paid over the years."""
    last = _FIRST + len(case.capacity) - 1
    return tiny_pack(
        kegiatan=[
            {"kegiatan": code, "volume_maks": 1, "mulai_paling_akhir": _FIRST}
            for code in case.codes
        ],
        pertanyaan=[
            {"pertanyaan": f"P{code}", "poin_maks": points}
            for code, points in zip(case.codes, case.profit, strict=True)
        ],
        biaya=[
            (code, age, case.cost[age][project] * RUPIAH)
            for project, code in enumerate(case.codes)
            for age in range(len(case.capacity))
            if case.cost[age][project]
        ],
        dampak=[(code, f"P{code}", "1") for code in case.codes],
        pagu=[
            {"tahun": _FIRST + age, "batas_atas": limit * RUPIAH}
            for age, limit in enumerate(case.capacity)
        ],
        years=(_FIRST, last),
        slug=case.name,
    )


def as_scenario(case: Case) -> Scenario:
    """Return the scenario of a case: the last year alone counts, prices stay, no gap is left."""
    others = range(_FIRST, _FIRST + len(case.capacity) - 1)
    return Scenario.model_validate(
        {
            "nama": case.name,
            "bobot_tahun": {**dict.fromkeys(others, "0"), _FIRST + len(others): "1"},
            "inflasi": "0",
            "pemecah": {"celah": 0, "batas_detik": 60},
        }
    )


#: coin-or/pulp#662: a feasible model of yes/no variables that CBC has called infeasible.
#: Rows are (coefficients, sense, right-hand side), in the order and with the names of the report,
#: on which the fault depends; the only best solution is ``solution``.
PULP_662 = {
    "name": "pulp-662",
    "sense": "min",
    "objective": {"c_0": 1, "c_1": 1},
    "rows": [
        ({"x_0": 1, "c_1": 1}, "=", 1),
        ({"x_0": 1, "c_0": 1}, ">=", 1),
        ({"x_1": 1, "c_1": 1}, "<=", 1),
        ({"c_0": 1, "c_1": 1}, "<=", 1),
        ({"x_2": 1}, "=", 1),
        ({"x_1": 9000, "x_2": 7200, "c_1": 10800}, ">=", 16200),
    ],
    "binary": ["x_0", "x_1", "x_2", "c_0", "c_1"],
    "optimum": 0,
    "solution": {"x_0": 1, "x_1": 1, "x_2": 1, "c_0": 0, "c_1": 0},
}
