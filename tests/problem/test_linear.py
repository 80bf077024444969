"""Linear expressions and the neutral problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_plan.problem.linear import Linear, Objective, Problem, Row, total

COEFFICIENTS = st.dictionaries(st.integers(0, 5), st.integers(-9, 9).map(float), max_size=5)
LINEARS = st.builds(Linear, COEFFICIENTS, st.integers(-9, 9).map(float))
POINT = [2.0, -3.0, 5.0, 7.0, -11.0, 13.0]


def at(expression: Linear) -> float:
    return expression.constant + sum(c * POINT[v] for v, c in expression.terms.items())


@given(LINEARS, LINEARS, st.integers(-3, 3).map(float))
def test_arithmetic_is_that_of_the_values(one: Linear, other: Linear, factor: float) -> None:
    assert at(one + other) == at(one) + at(other)
    assert at(one - other) == at(one) - at(other)
    assert at(one * factor) == at(one) * factor
    assert at(total([one, other, one])) == 2 * at(one) + at(other)


@given(LINEARS, LINEARS)
def test_operators_leave_their_operands_alone(one: Linear, other: Linear) -> None:
    before = dict(one.terms), one.constant
    _ = one + other, one - other, one * 2.0
    assert (one.terms, one.constant) == before


def test_terms_that_cancel_are_gone() -> None:
    difference = Linear({1: 2.0}, 1.0) - Linear({1: 2.0})
    assert difference.is_constant
    assert difference.constant == 1.0


def test_two_columns_may_not_share_a_name() -> None:
    with pytest.raises(ValueError, match="share a name"):
        Problem(("a", "a"), (0.0, 0.0), (1.0, 1.0), (False, False), (), ())


def test_the_size_of_a_problem() -> None:
    rows = (Row("r", {0: 1.0, 1: 1.0}, None, 1.0), Row("s", {1: 1.0}, 0.0, None))
    problem = Problem(
        ("a", "b"), (0.0, 0.0), (1.0, None), (True, False), rows, (Objective("o", True, Linear()),)
    )
    assert problem.size == {"kolom": 2, "kolom_bulat": 1, "baris": 2, "unsur": 3}
    assert problem.index == {"a": 0, "b": 1}
