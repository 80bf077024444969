"""Step 4 as a planner sees it: start, watch, stop, ask for another budget, mend a clash."""

import time
from decimal import Decimal
from pathlib import Path

import pytest
from support.panels import control, has, markup, of_type, press, seen, text, until
from support.toys import JUTA, scenario
from support.two_questions import TARGET, opened, two_questions

from kla_plan.plan.make import make_plan
from kla_plan.solve.door import OnProgress, Progress, Stop
from kla_plan.workbench import solving
from kla_plan.workbench.panels.solve import panel
from kla_plan.workbench.panels.solve.curve import curve
from kla_plan.workbench.panels.solve.measure import Measure
from kla_plan.workbench.solving import QUICK
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.slider import Slider


def test_without_a_pack_it_says_where_to_begin() -> None:
    shown = panel(Store())
    assert "langkah 1" in text(shown)
    assert not has(shown, "Hitung rencana")


def test_a_plan_is_found_and_summed_up(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario())
    shown = panel(store)
    press(shown, "Hitung rencana")
    store.worker.wait()
    words = text(shown)
    assert "Rencana ditemukan" in words
    assert "Rp4 juta" in words
    assert "0,00 %" in words
    store.update(scenario=scenario(inflasi="0.1"))
    assert "hitung lagi" in text(shown)


def test_a_running_search_shows_numbers_and_can_be_stopped_with_its_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(
        state: State, on_progress: OnProgress, stop: Stop, *, quick: bool = False, **__: object
    ) -> object:
        while not stop():
            on_progress(Progress("skor", 30.0, 60.0, 0.5, 0.0))
            time.sleep(0.02)
        return make_plan(state.pack, state.scenario)

    monkeypatch.setattr(solving, "best", slow)
    store = opened(tmp_path, scenario())
    shown = panel(store)
    assert control(shown, "Berhenti, pakai yang terbaik").disabled
    press(shown, "Hitung rencana")
    until(lambda: len(store.state.progress) >= 3)
    words = text(shown)
    assert "Terbaik sejauh ini 10,0 poin" in words, "three years of weight 1"
    assert "Batas terbukti 20,0 poin" in words
    assert "Celah 50,00 %" in words
    assert "detik" in words
    assert "<svg" in markup(shown)
    assert control(shown, "Hitung rencana").disabled
    press(shown, "Berhenti, pakai yang terbaik")
    store.worker.wait()
    assert store.state.plan is not None
    assert "Rencana ditemukan" in text(shown)


def test_the_slider_solves_again_at_once_and_quickly(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario(), 6 * JUTA)
    shown = panel(store)
    press(shown, "Hitung rencana")
    store.worker.wait()
    of_type(shown, Slider).value = 150
    store.worker.wait()
    plan = store.state.plan
    assert plan is not None
    assert store.state.scenario is not None
    assert store.state.scenario.pagu_faktor == Decimal("1.5")
    assert store.state.scenario.pemecah == scenario().pemecah, "the planner's limits stay"
    assert plan.scenario.pemecah == QUICK
    assert plan.cost() == 8 * JUTA
    assert "1,50 ×" in text(shown)


def test_a_factor_beyond_the_slider_is_left_as_it_is(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario(pagu_faktor="3"))
    shown = panel(store)
    store.update(scenario=scenario(pagu_faktor="2.5"))
    store.worker.wait()
    assert store.state.scenario == scenario(pagu_faktor="2.5")
    assert "2,50 ×" in text(shown)
    assert store.state.plan is None


def test_changes_are_solved_by_themselves_if_wished(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario())
    shown = panel(store)
    store.update(scenario=scenario(inflasi="0.01"))
    store.worker.wait()
    assert store.state.plan is None
    control(shown, "Hitung ulang setiap kali skenario berubah").value = True
    store.update(scenario=scenario(inflasi="0.02"))
    store.worker.wait()
    assert store.state.current


def test_a_clash_is_explained_with_buttons_that_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solving, "WHY_SECONDS", 60.0)  # a busy machine may need longer
    store = opened(tmp_path, scenario(target=TARGET), 2 * JUTA)
    shown = panel(store)
    press(shown, "Hitung rencana")
    store.worker.wait()
    words = text(shown)
    assert "tidak dapat dipenuhi bersama-sama" in words
    assert "naikkan batas atas sebesar Rp6.000.000 menjadi Rp8.000.000" in words
    assert "Jalan keluar dengan perubahan paling kecil" in words
    buttons = [w for w in seen(shown) if getattr(w, "description", "") == "Terapkan perubahan ini"]
    raising = [b for b in buttons if "batas atas" in b.tooltip]
    raising[0].click()
    store.worker.wait()
    assert store.state.pack is not None
    assert [row.batas_atas for row in store.state.pack.ceilings] == [8 * JUTA]
    assert store.state.scenario == scenario(target=TARGET)
    assert store.state.plan is not None
    assert store.state.plan.score(2027).total == 20
    assert "Rencana ditemukan" in text(shown)
    assert "bertentangan" not in text(shown)


def test_the_curve_waits_for_a_bound_of_the_solver_itself() -> None:
    measure = Measure(weight=2.0, unit=1)
    given = [Progress("skor", 40.0, 40.0, 0.0, 1.0), Progress("skor", 40.0, 90.0, 0.5, 2.0)]
    drawn = curve([*given, Progress("skor", 50.0, 60.0, 0.1, 3.0)], measure)
    assert drawn.count("<path") == 3
    assert 'role="img"' in drawn
    assert curve(given[:1], measure) == ""
    assert curve([], measure) == ""


def test_money_is_measured_in_rupiah_and_points_by_the_year() -> None:
    measure = Measure.of(two_questions(), scenario(bobot_tahun={2027: 3}))
    assert measure.written("skor", 50.0) == "10,0 poin"
    assert measure.scaled("biaya", 3.0) == 3.0 * measure.unit
    assert measure.written("biaya", None) == "–"
