"""How much fits on a page: lines of a cell, heights of rows, and the sharing of room."""

import pytest

from kla_plan.report.word.fit import Block, lines, row_height, share_rows, width_of


def test_width_is_the_sum_of_published_letter_widths() -> None:
    # a 556, i 222: 778 thousandths of 10 points, a point being 25.4/72 millimetres.
    assert width_of("ai", 10) == pytest.approx(7.78 * 25.4 / 72)
    assert width_of("ai", 10, bold=True) > width_of("ai", 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 1),
        ("satu", 1),
        ("satu dua", 1),
        ("satu dua tiga empat", 2),
        ("satu\ndua", 2),
        ("\n", 2),
    ],
)
def test_lines_break_at_words_and_at_line_breaks(text: str, expected: int) -> None:
    assert lines(text, 20, 8) == expected


def test_a_word_wider_than_its_column_is_broken() -> None:
    assert lines("m" * 40, 20, 8) >= 2


def test_the_highest_cell_makes_the_row() -> None:
    low = row_height(["a", "b"], [30, 30], 8)
    high = row_height(["a", "satu dua tiga empat lima enam tujuh"], [30, 30], 8)
    assert high > low
    assert row_height(["a" * 3, "b"], [30, 30], 8) == low


def test_least_rows_are_shown_and_the_rest_goes_by_weight() -> None:
    rows = [10.0] * 20
    assert share_rows(200, [Block(rows, 2, 3.0), Block(rows, 2, 1.0)]) == (15, 5)
    assert share_rows(10, [Block(rows, 2), Block(rows, 1)]) == (2, 1)


def test_room_that_one_block_does_not_need_goes_to_the_others() -> None:
    assert share_rows(100, [Block([10.0] * 2, 1, 9.0), Block([10.0] * 20, 1, 1.0)]) == (2, 8)
    assert share_rows(100, [Block([], 1), Block([30.0] * 9)]) == (0, 3)
