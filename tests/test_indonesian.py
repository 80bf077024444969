"""Golden table of everything an Indonesian reader sees: numbers, money, dates, words."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_plan.indonesian import (
    AmbiguousNumberError,
    NotANumberError,
    half_up,
    join,
    number,
    parse_number,
    parse_tanggal,
    percent,
    plain_number,
    rupiah,
    rupiah_short,
    tanggal,
    terbilang,
)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, 0, "0"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("1.5"), 0, "2"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (Fraction(1, 3), 6, "0.333333"),
        (Fraction(2, 3), 6, "0.666667"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(-1, 3), 2, "-0.33"),
        (Fraction(5, 2), 0, "3"),
    ],
)
def test_half_up(value: object, decimals: int, expected: str) -> None:
    assert str(half_up(value, decimals)) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, None, "0"),
        (-0.001, None, "0"),
        (7, None, "7"),
        (1234, None, "1.234"),
        (1234567, None, "1.234.567"),
        (-1234567, None, "-1.234.567"),
        (1234.5, None, "1.234,5"),
        (Decimal("1234.50"), None, "1.234,5"),
        (Decimal("0.125"), None, "0,13"),
        (Fraction(1, 3), None, "0,33"),
        (1234.5, 0, "1.235"),
        (1234.5, 2, "1.234,50"),
        (5, 2, "5,00"),
        (Fraction(2, 3), 6, "0,666667"),
        (1000, 0, "1.000"),
        (999.999, 2, "1.000,00"),
    ],
)
def test_number(value: object, decimals: int | None, expected: str) -> None:
    assert number(value, decimals) == expected


@pytest.mark.parametrize(
    ("share", "decimals", "expected"),
    [
        (0.153, 1, "15,3 %"),
        (Decimal("0.15"), 1, "15,0 %"),
        (Decimal("0.15"), 0, "15 %"),
        (Fraction(1, 3), 2, "33,33 %"),
        (1, 0, "100 %"),
        (-0.05, 1, "-5,0 %"),
        (0.29, 0, "29 %"),
    ],
)
def test_percent(share: object, decimals: int, expected: str) -> None:
    assert percent(share, decimals) == expected


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (0, "Rp0", "Rp0"),
        (999, "Rp999", "Rp999"),
        (1500, "Rp1.500", "Rp1.500"),
        (999_999, "Rp999.999", "Rp999.999"),
        (1_000_000, "Rp1.000.000", "Rp1 juta"),
        (1_500_000, "Rp1.500.000", "Rp1,5 juta"),
        (-1_500_000, "-Rp1.500.000", "-Rp1,5 juta"),
        (999_994_999, "Rp999.994.999", "Rp999,99 juta"),
        (999_995_000, "Rp999.995.000", "Rp1 miliar"),
        (1_536_000_000, "Rp1.536.000.000", "Rp1,54 miliar"),
        (999_999_999_999, "Rp999.999.999.999", "Rp1 triliun"),
        (2_750_000_000_000, "Rp2.750.000.000.000", "Rp2,75 triliun"),
        (1_234_000_000_000_000, "Rp1.234.000.000.000.000", "Rp1.234 triliun"),
        (Fraction(3, 2), "Rp2", "Rp2"),
    ],
)
def test_rupiah(amount: object, full: str, short: str) -> None:
    assert rupiah(amount) == full
    assert rupiah_short(amount) == short


MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip


@pytest.mark.parametrize("month", range(1, 13))
def test_tanggal(month: int) -> None:
    assert tanggal(date(2026, month, 1)) == f"1 {MONTHS[month - 1]} 2026"
    assert tanggal(date(2023, month, 14)) == f"14 {MONTHS[month - 1]} 2023"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (1500, "seribu lima ratus"),
        (2000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (121_000, "seratus dua puluh satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (2_001_000, "dua juta seribu"),
        (1_000_001_000, "satu miliar seribu"),
        (1_500_000_000, "satu miliar lima ratus juta"),
        (3_000_000_000_000, "tiga triliun"),
        (-5, "minus lima"),
    ],
)
def test_terbilang(amount: int, words: str) -> None:
    assert terbilang(amount) == words


_ONES = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def _spelled(n: int) -> str:
    """Spell a number the way school books do, by its own short rules."""
    if n == 0:
        return ""
    if n < 10:
        return _ONES[n - 1]
    if n < 20:
        return "sepuluh" if n == 10 else "sebelas" if n == 11 else f"{_ONES[n - 11]} belas"
    for size, word in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"),
                       (100, "ratus"), (10, "puluh")):  # fmt: skip
        if n >= size:
            count, rest = divmod(n, size)
            short = count == 1 and word in {"ribu", "ratus"}
            head = f"se{word}" if short else f"{_spelled(count)} {word}"
            return f"{head} {_spelled(rest)}".strip()
    raise AssertionError(n)


@given(st.integers(1, 10**15 - 1) | st.integers(1, 3_000_000))
def test_terbilang_follows_the_rules_of_the_language(amount: int) -> None:
    assert terbilang(amount) == _spelled(amount)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
    ],
)
def test_join(words: list[str], expected: str) -> None:
    assert join(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "0"),
        ("42", "42"),
        (" 42 ", "42"),
        ("-7", "-7"),
        ("+7", "7"),
        ("1500.5", "1500.5"),
        ("0.5", "0.5"),
        ("0.125", "0.125"),
        ("1e3", "1000"),
        ("1500000", "1500000"),
        ("1.500.000", "1500000"),
        ("1.500.000,25", "1500000.25"),
        ("1.234,5", "1234.5"),
        ("0,5", "0.5"),
        ("12,75", "12.75"),
        ("0,125", "0.125"),
        ("Rp 1.500.000", "1500000"),
        ("Rp1.500.000,-", "1500000"),
        ("Rp. 2.000.000", "2000000"),
        ("rp1.500.000,50", "1500000.50"),
        ("1,500,000", "1500000"),
        ("1,500,000.75", "1500000.75"),
        ("1\u00a0500", "1500"),
    ],
)
def test_numbers_that_are_read(text: str, expected: str) -> None:
    assert parse_number(text) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "thousands", "fraction"),
    [("1.500", "1500", "1.5"), ("12,345", "12345", "12.345"), ("-1.500", "-1500", "-1.5")],
)
def test_numbers_with_two_readings_are_refused(text: str, thousands: str, fraction: str) -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number(text)
    assert caught.value.readings == (Decimal(thousands), Decimal(fraction))
    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("text", "maximum", "whole", "expected"),
    [
        ("1.500", Decimal(100), False, "1.5"),
        ("1.500", None, True, "1500"),
        ("12,345", Decimal(1000), False, "12.345"),
        ("Rp 2.500", None, True, "2500"),
        ("2.000", Decimal(5), False, "2"),
        ("9.500", Decimal(5), False, "9.5"),  # both too large: the check on bounds will say so
    ],
)
def test_what_makes_sense_decides_between_readings(
    text: str, maximum: Decimal | None, whole: bool, expected: str
) -> None:
    assert parse_number(text, maximum=maximum, whole=whole) == Decimal(expected)


@pytest.mark.parametrize("text", ["2.000", "5,000", "1.000"])
def test_whole_numbers_leave_two_readings_where_both_are_whole(text: str) -> None:
    with pytest.raises(AmbiguousNumberError):
        parse_number(text, whole=True)


@pytest.mark.parametrize(
    "text",
    ["", " ", "Rp", "abc", "1,5 miliar", "1.50.000", "12.34.5", "1,2,3", "--3", "5-", "1 500",
     "1.500,00,00", "0x10", "nan", "inf", "½", "50%", "1.500.00"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(NotANumberError):
        parse_number(text)


DECIMALS = st.decimals(
    min_value=-(10**12), max_value=10**12, places=6, allow_nan=False, allow_infinity=False
)


@given(DECIMALS)
def test_a_data_file_reads_back_what_was_written(value: Decimal) -> None:
    assert parse_number(plain_number(value)) == value


@given(st.integers(-(10**15), 10**15).filter(lambda n: not 1000 <= abs(n) < 10**6))
def test_whole_numbers_survive_every_notation(value: int) -> None:
    """Between a thousand and a million, ``2.000`` is not taken for either reading."""
    assert parse_number(plain_number(value)) == value
    assert parse_number(number(value, 0), whole=True) == value
    assert parse_number(f"{value:,}", whole=True) == value


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=64))
def test_fractions_with_finite_decimals_survive(value: Fraction) -> None:
    if (10**18 * value).denominator == 1:
        assert Fraction(parse_number(plain_number(value))) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1.125"), "1.1250"),
        (Decimal("1.500"), "1.5"),
        (Decimal("-0"), "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.125"), "0.125"),
        (Fraction(1, 8), "0.125"),
        (Fraction(9, 8), "1.1250"),
        (7, "7"),
    ],
)
def test_plain_number(value: object, text: str) -> None:
    assert plain_number(value) == text


@given(DECIMALS, st.integers(0, 6))
def test_half_up_is_the_nearest_and_ties_go_away_from_zero(value: Decimal, decimals: int) -> None:
    rounded = Fraction(half_up(value, decimals))
    step = Fraction(1, 10**decimals)
    assert (rounded / step).denominator == 1
    assert abs(rounded - Fraction(value)) <= step / 2
    if abs(rounded - Fraction(value)) == step / 2:
        assert abs(rounded) > abs(Fraction(value))
    assert half_up(Fraction(value), decimals) == half_up(value, decimals)


@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_written_is_read_back(month: int) -> None:
    day = date(2026, month, 9)
    assert parse_tanggal(tanggal(day)) == day
    assert parse_tanggal(day.isoformat()) == day
    assert parse_tanggal(f"09/{month:02}/2026") == day


@pytest.mark.parametrize("text", ["akhir Maret", "31-2-2026", "2026", "3 Foo 2026", "1/2"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - only that it is refused
        parse_tanggal(text)
