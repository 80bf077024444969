"""The kernel's side of the grid: edits, errors at cells, undo, and what the browser is told."""

from typing import Any

import pytest

from kla_plan.workbench.widgets import Grid

COLUMNS = [
    {"key": "dana", "label": "Sumber dana", "kind": "teks", "editable": False},
    {"key": "2026", "label": "2026", "kind": "rupiah"},
    {"key": "bobot", "label": "Bobot", "kind": "angka"},
]


@pytest.fixture
def grid() -> Grid:
    rows = [
        {"dana": "DAU", "2026": 390_000_000, "bobot": None},
        {"dana": "PAD", "2026": 210_000_000, "bobot": 1},
    ]
    return Grid(columns=COLUMNS, rows=rows, label="Pagu", testid="kisi-pagu")


def shown(grid: Grid) -> list[list[str]]:
    return [[text for text, _ in line] for line in grid.get_state()["_texts"]]


def test_numbers_are_shown_in_indonesian_and_copied_plainly(grid: Grid) -> None:
    assert shown(grid) == [["DAU", "390.000.000", ""], ["PAD", "210.000.000", "1"]]
    assert grid.get_state()["_texts"][0][1] == ["390.000.000", "390000000"]


def test_an_edit_is_read_and_told_once(grid: Grid) -> None:
    told: list[list[dict[str, Any]]] = []
    grid.on_edit(told.append)
    grid.edit([(0, "2026", "Rp 1.500.000"), (1, "bobot", "2,5")])
    assert [row["2026"] for row in grid.rows] == [1_500_000, 210_000_000]
    assert shown(grid)[1][2] == "2,5"
    assert told == [grid.rows]


def test_an_unread_text_stays_with_its_reason_and_the_old_value_counts(grid: Grid) -> None:
    told: list[object] = []
    grid.on_edit(told.append)
    grid.edit([(0, "2026", "banyak")])
    assert shown(grid)[0][1] == "banyak"
    assert grid.rows[0]["2026"] == 390_000_000
    assert [(error["row"], error["key"]) for error in grid.errors] == [(0, "2026")]
    assert "bukan bilangan" in grid.errors[0]["text"]
    assert "tetap dipakai: Rp390.000.000" in grid.errors[0]["text"]
    assert told == []


def test_one_wrong_cell_does_not_hold_up_the_others(grid: Grid) -> None:
    grid.edit([(0, "2026", "banyak"), (1, "2026", "5.000.000")])
    assert grid.rows[1]["2026"] == 5_000_000
    assert len(grid.errors) == 1


def test_a_corrected_cell_loses_its_error(grid: Grid) -> None:
    grid.edit([(0, "2026", "banyak")])
    grid.edit([(0, "2026", "390.000.000")])
    assert grid.errors == []


def test_read_only_cells_and_cells_outside_stay(grid: Grid) -> None:
    before = grid.get_state()["_texts"]
    grid.edit([(0, "dana", "APBN"), (7, "2026", "1"), (0, "tidak-ada", "1")])
    assert grid.get_state()["_texts"] == before
    assert not grid.can_undo


def test_a_paste_is_undone_and_redone_as_one_step(grid: Grid) -> None:
    told: list[list[dict[str, Any]]] = []
    before = shown(grid)
    grid.edit([(0, "2026", "1"), (1, "2026", "x"), (1, "bobot", "3")])
    after = shown(grid)
    grid.on_edit(told.append)
    grid.undo()
    assert shown(grid) == before
    assert grid.errors == []
    grid.redo()
    assert shown(grid) == after
    assert len(grid.errors) == 1
    assert [rows[0]["2026"] for rows in told] == [390_000_000, 1]
    assert (grid.can_undo, grid.can_redo) == (True, False)


def test_values_set_from_outside_can_be_undone_too(grid: Grid) -> None:
    rows = [dict(row) for row in grid.rows]
    rows[0]["2026"] = 7
    grid.rows = rows
    assert shown(grid)[0][1] == "7"
    grid.undo()
    assert grid.rows[0]["2026"] == 390_000_000


def test_another_table_begins_a_new_history(grid: Grid) -> None:
    grid.edit([(0, "2026", "1")])
    grid.rows = [{"dana": "BOK", "2026": 1, "bobot": 1}]
    assert not grid.can_undo


def test_what_was_flagged_is_shown_until_the_next_edit(grid: Grid) -> None:
    grid.flag([{"row": 1, "key": "2026", "text": "Di bawah batas bawah."}])
    assert grid.errors == [{"row": 1, "key": "2026", "text": "Di bawah batas bawah."}]
    grid.edit([(1, "2026", "9")])
    assert grid.errors == []


def test_the_browser_is_answered_even_if_nothing_changed(
    grid: Grid, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[object] = []
    monkeypatch.setattr(grid, "send", answers.append)
    grid._handle_custom_msg(
        {"type": "edit", "changes": [[0, "2026", "390000000"]], "number": 7}, []
    )
    assert answers == [{"type": "done", "number": 7}]
    assert not grid.can_undo


def test_a_column_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="kind"):
        Grid(columns=[{"key": "a", "kind": "tanggal"}], rows=[])


@pytest.mark.parametrize("value", [0, 450_000, 1_500, 1_500_000])
def test_money_that_is_shown_can_be_typed_again(value: int) -> None:
    grid = Grid(columns=COLUMNS, rows=[{"dana": "DAU", "2026": value, "bobot": value}])
    grid.edit([(0, "2026", shown(grid)[0][1]), (0, "bobot", shown(grid)[0][2])])
    assert (grid.rows[0]["2026"], grid.rows[0]["bobot"], grid.errors) == (value, value, [])
