"""Contract 3.2: prices by year of payment, in whole rupiah, rounded half up."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packs import tiny_pack
from support.toys import scenario

from kla_plan.prices import Prices, price


@pytest.mark.parametrize(
    ("base", "inflation", "years", "expected"),
    [
        (1_000_000, "0.03", 0, 1_000_000),
        (1_000_000, "0.03", 1, 1_030_000),
        (1_000_000, "0.03", 3, 1_092_727),
        (50, "0.03", 1, 52),  # 51,5: half up, and not to even
        (150, "0.03", 1, 155),  # 154,5
        (1, "0.5", 1, 2),  # 1,5
        (1, "0.49", 1, 1),
        (100, "-0.01", 1, 99),
        (1000, "0.1", -1, 909),  # realised the year before the horizon: 909,09
        (0, "0.03", 5, 0),
        (10**15, "0.03", 6, 1_194_052_296_529_000),
    ],
)
def test_price(base: int, inflation: str, years: int, expected: int) -> None:
    assert price(base, Decimal(inflation), years) == expected


@given(
    st.integers(0, 10**14), st.decimals("-0.5", "1", places=4, allow_nan=False), st.integers(-5, 30)
)
def test_a_price_is_never_off_by_more_than_half_a_rupiah(
    base: int, inflation: Decimal, years: int
) -> None:
    exact = Fraction(base) * (1 + Fraction(inflation)) ** years
    off = price(base, inflation, years) - exact
    assert Fraction(-1, 2) < off <= Fraction(1, 2)


PACK = tiny_pack(
    kegiatan=[{"kegiatan": code} for code in "ABCD"],
    biaya=[
        ("A", 3, 30, 3),  # rows in any order, ages 1 and 2 left out
        ("A", 0, 100, 10),
        ("B", 0, 0, 50),
        ("B", 2, 20, 0, True),
        ("C", 1, 7),
    ],
)
PRICES = Prices(PACK, scenario(inflasi="0.1"))


@pytest.mark.parametrize(
    ("code", "age", "year", "expected"),
    [
        ("A", 0, 2025, (100, 10)),
        ("A", 0, 2026, (110, 11)),
        ("A", 1, 2026, (0, 0)),
        ("A", 2, 2027, (0, 0)),
        ("A", 3, 2028, (40, 4)),  # 39,93 and 3,993: the price of the year of payment
        ("A", 4, 2029, (0, 0)),
        ("B", 1, 2026, (0, 0)),
        ("B", 2, 2027, (24, 0)),  # 24,2
        ("B", 7, 2032, (39, 0)),  # 38,97…: repeats for ever
        ("C", 0, 2025, (0, 0)),
        ("C", 1, 2025, (7, 0)),
        ("D", 0, 2025, (0, 0)),
    ],
)
def test_what_is_due(code: str, age: int, year: int, expected: tuple[int, int]) -> None:
    assert PRICES.at(code, age, year) == expected
    assert PRICES.at(code, age, year) == expected


@pytest.mark.parametrize(
    ("code", "until", "ages", "end"),
    [
        ("A", 5, [0, 3], 3),
        ("A", 2, [0], 3),
        ("B", 5, [0, 2, 3, 4, 5], None),
        ("C", 5, [1], 1),
        ("D", 5, [], -1),
    ],
)
def test_when_anything_is_due(code: str, until: int, ages: list[int], end: int | None) -> None:
    assert list(PRICES.lags(code, until)) == ages
    assert PRICES.ends(code) == end
