"""The cases from elsewhere say what they should: data, packs and optima belong together."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from support.brute import best
from support.brute_plan import as_plan
from support.petersen import PULP_662, RUPIAH, Case, as_pack, as_scenario, cases

from kla_plan.plan.verify import verify_plan

CASES = {case.name: case for case in cases()}


def test_seven_cases_with_exact_profits() -> None:
    assert [len(case.profit) for case in CASES.values()] == [6, 10, 15, 20, 28, 39, 50]
    assert CASES["petersen-2"].profit[0] == Decimal("600.1")
    assert CASES["petersen-2"].optimum == Decimal("8706.1")


@pytest.mark.parametrize("name", CASES)
def test_pack_carries_every_number(name: str) -> None:
    case, pack = CASES[name], as_pack(CASES[name])
    assert len(pack.years) == len(case.capacity)
    assert [row.batas_atas for row in pack.ceilings] == [c * RUPIAH for c in case.capacity]
    assert pack.instrument.maximum == sum(map(Fraction, case.profit))
    for project, code in enumerate(case.codes):
        paid = {row.tahun_ke: row.biaya_per_unit for row in pack.costs_of(code)}
        assert [paid.get(age, 0) for age in range(len(case.capacity))] == [
            row[project] * RUPIAH for row in case.cost
        ]


@pytest.mark.parametrize("name", ["petersen-1", "petersen-2", "petersen-3"])
def test_optimum_by_enumeration(name: str) -> None:
    assert _enumerated(CASES[name]) == CASES[name].optimum


def _enumerated(case: Case) -> Decimal:
    """Return the best profit over all choices of projects, budgets checked as they fill up."""
    reached: dict[tuple[int, ...], Decimal] = {tuple(0 for _ in case.capacity): Decimal(0)}
    for project, profit in enumerate(case.profit):
        for used, value in list(reached.items()):
            new = tuple(u + row[project] for u, row in zip(used, case.cost, strict=True))
            if all(n <= limit for n, limit in zip(new, case.capacity, strict=True)):
                reached[new] = max(reached.get(new, Decimal(0)), value + profit)
    return max(reached.values())


def test_oracle_finds_the_optimum_in_the_last_year_and_verification_agrees() -> None:
    case = CASES["petersen-1"]
    pack, scenario = as_pack(case), as_scenario(case)
    result = best(pack, scenario)
    assert result is not None
    assert result.objective == Fraction(case.optimum)
    plan = as_plan(pack, scenario, result)
    assert plan.score(pack.years[-1]).total == Fraction(case.optimum)
    assert verify_plan(plan) == ()


def test_pulp_662_has_exactly_one_best_solution() -> None:
    names = PULP_662["binary"]
    good = []
    for values in product((0, 1), repeat=len(names)):
        chosen = dict(zip(names, values, strict=True))
        if all(_holds(row, chosen) for row in PULP_662["rows"]):
            good.append((sum(c * chosen[n] for n, c in PULP_662["objective"].items()), chosen))
    least = min(value for value, _ in good)
    assert least == PULP_662["optimum"]
    assert [chosen for value, chosen in good if value == least] == [PULP_662["solution"]]


def _holds(row: tuple[dict[str, int], str, int], chosen: dict[str, int]) -> bool:
    coefficients, sense, right = row
    left = sum(c * chosen[n] for n, c in coefficients.items())
    return {"=": left == right, "<=": left <= right, ">=": left >= right}[sense]
