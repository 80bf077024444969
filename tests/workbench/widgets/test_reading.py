"""Texts of cells: what is read, and what is refused with which words."""

from decimal import Decimal

import pytest

from kla_plan.workbench.widgets.reading import UnreadableError, read_cell

MONEY = {"key": "a", "kind": "rupiah", "maximum": Decimal(10) ** 14}
FIGURE = {"key": "a", "kind": "angka"}
WORD = {"key": "a", "kind": "pilihan", "choices": ["mandiri", "verifikasi"]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.500.000,00", 1_500_000),
        ("Rp 1.500.000", 1_500_000),
        ("Rp\u00a01.500.000 ", 1_500_000),
        ("Rp1.500.000,-", 1_500_000),
        ("1500000", 1_500_000),
        ("1,500,000", 1_500_000),  # Excel set to English
        ("450.000", 450_000),  # whole rupiah: the thousands are meant
        ("0", 0),
        ("", None),
        ("  ", None),
    ],
)
def test_money_is_read_as_indonesians_write_it(text: str, value: int | None) -> None:
    assert read_cell(MONEY, text) == value


@pytest.mark.parametrize(("text", "value"), [("1,5", "1.5"), ("2", "2"), ("1.234,5", "1234.5")])
def test_figures_have_a_decimal_comma(text: str, value: str) -> None:
    assert read_cell(FIGURE, text) == Decimal(value)


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (MONEY, "lima juta", "bukan bilangan"),
        (MONEY, "1.5.00", "bukan bilangan"),
        (MONEY, "####", "bukan bilangan"),
        (MONEY, "-", "Tulis 0"),
        (MONEY, "Rp -", "Tulis 0"),
        (MONEY, "450,000", "dapat dibaca 450.000 atau 450"),
        (MONEY, "1,5", "bukan rupiah bulat"),
        (MONEY, "-1.000.000", "Paling kecil 0"),
        (MONEY, "900.000.000.000.000", "Paling besar 100.000.000.000.000"),
        (FIGURE, "1.500", "dapat dibaca 1.500 atau 1,5"),
        (WORD, "mandri", 'Apakah maksud Anda "mandiri"?'),
        ({**MONEY, "required": True}, "", "harus diisi"),
    ],
)
def test_what_cannot_be_read_is_said(column: dict[str, object], text: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words.replace("?", r"\?")):
        read_cell(column, text)


def test_the_two_readings_that_are_offered_can_be_read() -> None:
    assert read_cell(FIGURE, "1500") == 1500
    assert read_cell(FIGURE, "1,5") == Decimal("1.5")


def test_a_choice_is_found_in_any_case() -> None:
    assert read_cell(WORD, "Verifikasi") == "verifikasi"


def test_text_stays_as_it_is() -> None:
    assert read_cell({"key": "a", "kind": "teks"}, " Dinas PPPA ") == "Dinas PPPA"
