"""The kernel's side of table and heat map."""

import math
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kla_plan.workbench.widgets import HeatMap, Table

COLUMNS = [
    {"key": "kode", "label": "Kode"},
    {"key": "biaya", "label": "Biaya", "kind": "rupiah"},
    {"key": "poin", "label": "Poin", "kind": "angka"},
    {"key": "porsi", "label": "Porsi", "kind": "persen"},
]
ROWS = [
    {"kode": "K1-01", "biaya": 1_500_000, "poin": Decimal("12.5"), "porsi": Fraction(1, 3)},
    {"kode": "K1-02", "biaya": None, "poin": math.nan, "porsi": 0.5},
]


def table() -> Table:
    return Table(columns=COLUMNS, rows=ROWS, row_key="kode", label="Kegiatan")


def test_figures_are_written_in_indonesian_and_sorted_as_numbers() -> None:
    first, second = table().get_state()["_lines"]
    assert first["texts"] == ["K1-01", "Rp1.500.000", "12,5", "33,3 %"]
    assert first["keys"][1:3] == [1_500_000.0, 12.5]
    assert second["texts"] == ["K1-02", "", "", "50,0 %"]
    assert second["keys"][1:3] == [None, None]


def test_a_choice_is_told_with_its_row() -> None:
    chosen: list[object] = []
    shown = table()
    shown.on_select(chosen.append)
    shown.selected = "K1-02"
    assert chosen == [ROWS[1]]
    assert shown.selected_row is ROWS[1]


def test_a_choice_that_is_gone_is_forgotten() -> None:
    shown = table()
    shown.selected = "K1-02"
    shown.rows = ROWS[:1]
    assert shown.selected is None


def test_a_choice_outlives_new_figures_of_its_row() -> None:
    shown = table()
    shown.selected = "K1-02"
    shown.rows = [{**row, "biaya": 1} for row in ROWS]
    assert shown.selected == "K1-02"


def test_a_data_frame_becomes_a_table() -> None:
    frame = pd.DataFrame({"kode": ["A", None], "biaya": pd.array([1, None], dtype="Int64")})
    lines = Table.of_frame(frame, COLUMNS[:2]).get_state()["_lines"]
    assert [line["texts"] for line in lines] == [["A", "Rp1"], ["", ""]]
    assert [line["id"] for line in lines] == ["0", "1"]


def test_a_heat_map_keeps_unknown_shares_apart_from_zero() -> None:
    cells = [
        {"key": "I1", "label": "Perda", "value": math.nan, "text": "belum ada", "group": "K1"},
        {"key": "I2", "label": "Forum", "value": 0, "text": "0 %", "group": "K1"},
        {"key": "I3", "label": "Akta", "value": 1.2, "text": "100 %", "group": "K1"},
    ]
    shown = HeatMap(cells=cells)
    assert [cell["value"] for cell in shown.get_state()["cells"]] == [None, 0.0, 1.0]


def test_a_chosen_cell_is_told() -> None:
    chosen: list[str | None] = []
    shown = HeatMap(cells=[{"key": "I1", "label": "a", "value": 1, "text": "100 %"}])
    shown.on_select(chosen.append)
    shown.selected = "I1"
    assert chosen == ["I1"]
