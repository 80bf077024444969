"""Step 2 as a planner sees it: the heat map, and one indicator opened from it."""

from decimal import Decimal
from pathlib import Path

import pytest
from support.panels import control, of_type, seen, text
from support.tiny import write_tiny

from kla_plan.candidates import candidates
from kla_plan.gaps import indicator_gaps
from kla_plan.pack.read import load_pack
from kla_plan.scenario import Scenario
from kla_plan.workbench.panels.gaps import panel
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import HeatMap, Table


@pytest.fixture
def store(tmp_path: Path) -> Store:
    pack = load_pack(write_tiny(tmp_path / "contoh"))
    scenario = Scenario(diskon_verifikasi=Decimal("0.5"))
    return Store(State(folder=tmp_path, pack=pack, loaded=pack, scenario=scenario))


def drawn(store: Store) -> object:
    shown = panel(store)
    store.worker.wait()
    return shown


def tables(shown: object) -> dict[str, Table]:
    return {widget.label: widget for widget in seen(shown) if isinstance(widget, Table)}


def test_without_a_pack_it_says_where_to_begin() -> None:
    shown = drawn(Store())
    assert "langkah 1" in text(shown)
    assert not tables(shown)


def test_every_indicator_has_a_cell_that_says_its_points(store: Store) -> None:
    cells = of_type(drawn(store), HeatMap).cells
    table = indicator_gaps(store.state.pack)
    assert [cell["key"] for cell in cells] == list(table["indikator"])
    for cell, (_, row) in zip(cells, table.iterrows(), strict=True):
        assert cell["value"] == pytest.approx(row["selisih"] / row["poin_maks"])
        assert " / " in cell["text"]
    assert {cell["group"] for cell in cells} == {
        cluster.nama for cluster in store.state.pack.instrument.clusters.values()
    }


def test_the_switch_shows_verified_points(store: Store) -> None:
    shown = drawn(store)
    before = of_type(shown, HeatMap).cells
    control(shown, "Nilai yang dilihat").value = True
    after = of_type(shown, HeatMap).cells
    assert store.state.verified
    assert before != after
    assert all(b["value"] <= a["value"] for b, a in zip(before, after, strict=True))


def test_a_click_opens_the_indicator(store: Store) -> None:
    shown = drawn(store)
    assert not tables(shown)
    found = candidates(store.state.pack, store.state.scenario)
    code = str(found.iloc[0]["indikator"])
    of_type(shown, HeatMap).selected = code
    assert store.state.indicator == code
    opened = tables(shown)
    asked = [q.pertanyaan for q in store.state.pack.instrument.questions_of(code)]
    assert [row["pertanyaan"] for row in opened["Pertanyaan"].rows] == asked
    offers = found[found["indikator"] == code]
    assert [row["kegiatan"] for row in opened["Kegiatan calon"].rows] == list(offers["kegiatan"])
    for opd in set(offers["opd"]):
        assert opd in text(shown)
    assert all(row["bukti"] for row in opened["Pertanyaan"].rows)


def test_another_pack_closes_the_indicator_and_redraws(store: Store, tmp_path: Path) -> None:
    shown = drawn(store)
    code = of_type(shown, HeatMap).cells[0]["key"]
    of_type(shown, HeatMap).selected = code
    other = load_pack(write_tiny(tmp_path / "lain"))
    store.update(pack=other, loaded=other, indicator=None)
    store.worker.wait()
    assert not tables(shown)
    assert of_type(shown, HeatMap).selected is None
