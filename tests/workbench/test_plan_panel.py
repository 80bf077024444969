"""Step 5: the plan is read, and every activity is asked about."""

import base64
import re
import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import ipywidgets as widgets
import pytest
from support.panels import markup, of_type, text, until

from kla_plan.indonesian import rupiah_short
from kla_plan.pack.model import Pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.report.tables import budget
from kla_plan.scenario import Scenario
from kla_plan.workbench.panels.plan import panel
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table


@pytest.fixture(scope="module")
def plan(pack: Pack) -> Plan:
    return make_plan(pack, Scenario(pagu_faktor=Decimal("0.5")))


@pytest.fixture
def store(plan: Plan, tmp_path: Path) -> Store:
    return Store(
        State(folder=tmp_path, pack=plan.pack, loaded=plan.pack, scenario=plan.scenario, plan=plan)
    )


def pictures(shown: widgets.Widget) -> list[bytes]:
    return [
        base64.b64decode(found)
        for found in re.findall(r'src="data:image/png;base64,([^"]+)"', markup(shown))
    ]


def look_at(shown: widgets.Widget, title: str) -> None:
    tab = of_type(shown, widgets.Tab)
    tab.selected_index = tab.titles.index(title)


def test_without_a_plan_it_says_what_to_do(tmp_path: Path) -> None:
    shown = panel(Store(State(folder=tmp_path)))

    assert "Hitung dahulu pada langkah 4" in text(shown)
    assert "Tab" not in [type(w).__name__ for w in shown.children if w.layout.display is None]


def test_score_and_chances_are_drawn_with_words_for_them(store: Store, plan: Plan) -> None:
    shown = panel(store)
    store.worker.wait()

    last = float(plan.score(2028).total)
    assert f"{last:g}".replace(".", ",") in text(shown)
    assert rupiah_short(plan.cost()) in text(shown)
    assert len(pictures(shown)) == 2
    assert all(content.startswith(b"\x89PNG") for content in pictures(shown))
    assert re.search(r'alt="Nilai menurut tahun dengan batas predikat[^"]+poin', markup(shown))
    assert "Asumsi: setiap kegiatan terlaksana" in text(shown)


def test_money_is_shown_by_each_dimension(store: Store, plan: Plan) -> None:
    shown = panel(store)
    look_at(shown, "Anggaran")
    seen = set()
    for by in ("opd", "klaster", "sumber_dana"):
        of_type(shown, widgets.ToggleButtons).value = by
        store.worker.wait()
        seen.update(pictures(shown))
        for name in budget(plan, by)["nama"]:
            assert name in text(shown)
    assert len(seen) == 3


def test_the_schedule_has_pages(store: Store) -> None:
    shown = panel(store)
    look_at(shown, "Jadwal")
    store.worker.wait()
    largest = pictures(shown)
    of_type(shown, widgets.Dropdown).value = 1
    store.worker.wait()

    assert largest
    assert pictures(shown) != largest
    assert "halaman 1 dari 1" in markup(shown)


def test_the_table_holds_every_activity(store: Store, plan: Plan) -> None:
    shown = panel(store)
    look_at(shown, "Kegiatan")
    rows = {row["kode"]: row for row in of_type(shown, Table).rows}

    assert set(rows) == set(plan.pack.activities)
    chosen = [code for code, row in rows.items() if row["status"] == "dipilih"]
    assert chosen == list(plan.activities)
    assert sum(rows[code]["rupiah"] for code in chosen) == plan.cost()
    assert {row["rupiah"] for code, row in rows.items() if code not in chosen} <= {None}


def test_a_row_opens_why_or_why_not(store: Store, plan: Plan) -> None:
    shown = panel(store)
    look_at(shown, "Kegiatan")
    table = of_type(shown, Table)
    idle = next(code for code in plan.pack.activities if code not in plan.activities)

    table.selected = idle
    until(lambda: "Mengapa tidak didanai?" in text(shown))
    assert f"{idle} ({plan.pack.activities[idle].nama}) tidak didanai" in text(shown)

    table.selected = plan.activities[0]
    until(lambda: "Mengapa didanai?" in text(shown))
    assert idle not in text(shown).split("Mengapa didanai?")[0]


def test_a_new_plan_clears_the_old_answer(store: Store, plan: Plan) -> None:
    shown = panel(store)
    look_at(shown, "Kegiatan")
    of_type(shown, Table).selected = plan.activities[0]
    until(lambda: "Mengapa didanai?" in text(shown))

    store.update(plan=replace(plan, proof=replace(plan.proof, solver="lain")))

    assert "Mengapa didanai?" not in text(shown)
    assert of_type(shown, Table).selected is None


def test_a_changed_scenario_makes_the_plan_an_old_one(store: Store, plan: Plan) -> None:
    shown = panel(store)
    assert "sudah berubah" not in text(shown)

    store.update(scenario=plan.scenario.model_copy(update={"nama": "lain"}))
    assert "sudah berubah" not in text(shown)
    store.update(scenario=plan.scenario.model_copy(update={"inflasi": Decimal("0.09")}))
    assert "sudah berubah" in text(shown)


def test_a_failing_chart_is_told_and_the_rest_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "tinta habis"
        raise RuntimeError(message)

    monkeypatch.setattr("kla_plan.workbench.panels.plan.money.budget_chart", broken)
    shown = panel(store)
    look_at(shown, "Anggaran")
    store.worker.wait()

    assert "Gambar ini tidak dapat dibuat" in text(shown)
    assert store.state.notice is not None
    look_at(shown, "Jadwal")
    store.worker.wait()
    assert pictures(shown)


def test_no_callback_draws_in_the_main_loop(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: set[str] = set()

    def slow(*_: object) -> None:
        threads.add(threading.current_thread().name)

    monkeypatch.setattr("kla_plan.workbench.panels.plan.path.simulate", slow)
    panel(store)
    store.worker.wait()
    assert threads
    assert not any(name.startswith("MainThread") for name in threads)
