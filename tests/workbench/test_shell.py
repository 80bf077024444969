"""The workbench as a whole: eight steps, a title, notices, and a picture that stays."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.panels import control, press, seen, text
from support.tiny import write_tiny

import kla_plan
from kla_plan.plan.make import make_plan
from kla_plan.workbench import open_workbench
from kla_plan.workbench.opening import open_upload
from kla_plan.workbench.picture import picture
from kla_plan.workbench.shell import STEPS, Workbench
from kla_plan.workbench.state import Kind, Notice
from kla_plan.workbench.widgets.steps import Steps


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    opened = open_workbench(tmp_path / "kerja", write_tiny(tmp_path / "contoh"))
    opened.store.worker.wait()
    return opened


def steps(bench: Workbench) -> Steps:
    [found] = [widget for widget in seen(bench) if isinstance(widget, Steps)]
    return found


def test_the_public_verb_is_the_same() -> None:
    assert kla_plan.open_workbench is open_workbench


def test_it_opens_with_the_name_the_score_and_the_predicate(bench: Workbench) -> None:
    state = bench.store.state
    assert state.pack is not None
    total = state.pack.start_score().total
    words = text(bench)
    assert state.pack.profile.full_name in words
    assert state.pack.instrument.predicate(total) in words
    assert state.folder.name == "kerja"


def test_without_a_pack_the_first_step_asks_for_one(tmp_path: Path) -> None:
    bench = open_workbench(tmp_path)
    bench.store.worker.wait()
    assert bench.store.state.pack is None
    assert "Pilih data daerah pada langkah 1" in text(bench)
    control(bench, "Paket data")


def test_a_folder_that_holds_a_pack_opens_with_it(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    bench = open_workbench(tmp_path)
    bench.store.worker.wait()
    assert bench.store.state.pack is not None


def test_a_pack_that_is_not_there_is_told_in_the_workbench(tmp_path: Path) -> None:
    bench = open_workbench(tmp_path, "tidak-ada")
    bench.store.worker.wait()
    assert "tidak-ada" in text(bench)
    assert bench.store.state.refused is not None
    assert steps(bench).notes[0] == "berkas ditolak"


def test_the_first_step_counts_what_was_found_in_the_pack_in_use(bench: Workbench) -> None:
    before = steps(bench).notes[0]
    open_upload(bench.store, "surat.docx", b"x")
    bench.store.worker.wait()
    assert bench.store.state.refused is not None
    assert steps(bench).notes[0] == before


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_every_step_opens_with_and_without_a_plan(bench: Workbench, number: int) -> None:
    name, _ = STEPS[number]
    bench.open_step(name)
    bench.store.worker.wait()
    assert bench.store.state.notice is None or bench.store.state.notice.kind is Kind.INFO
    pack, scenario = bench.store.state.pack, bench.store.state.scenario
    assert pack is not None
    assert scenario is not None
    bench.store.update(plan=make_plan(pack, scenario))
    bench.store.worker.wait()
    assert bench.store.state.notice is None or bench.store.state.notice.kind is Kind.INFO
    assert steps(bench).selected == number


def test_only_the_page_of_the_chosen_step_is_seen(bench: Workbench) -> None:
    bench.open_step("Hitung")
    control(bench, "Hitung rencana")
    assert "Paket data" not in [getattr(w, "description", "") for w in seen(bench)]


def test_the_steps_say_how_far_the_work_is(bench: Workbench) -> None:
    assert steps(bench).done[:4] == [True, True, True, False]
    pack, scenario = bench.store.state.pack, bench.store.state.scenario
    assert pack is not None
    assert scenario is not None
    bench.store.update(plan=make_plan(pack, scenario))
    assert steps(bench).notes[4] == "terbaru"
    bench.store.update(scenario=scenario.model_copy(update={"nama": "lain", "larang": ("K1",)}))
    assert steps(bench).notes[4] == "perlu dihitung lagi"


def test_news_can_be_closed_and_good_news_goes_by_itself(bench: Workbench) -> None:
    bench.store.update(notice=Notice(Kind.ERROR, "rusak <b>", "ulangi"))
    assert "rusak <b> ulangi" in text(bench)
    bench.open_step("Hitung")
    assert bench.store.state.notice is not None, "a fault stays until it is read"
    press(bench, "Tutup")
    assert bench.store.state.notice is None
    bench.store.update(notice=Notice(Kind.INFO, "beres"))
    bench.open_step("Data")
    assert bench.store.state.notice is None


def test_the_notebook_shows_the_widget_then_the_picture(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(
        "kla_plan.workbench.shell.display", lambda bundle, **_: shown.append(bundle)
    )
    monkeypatch.setattr(
        "kla_plan.workbench.summary.DisplayHandle.display", lambda _, page: shown.append(page)
    )
    monkeypatch.setattr(
        "kla_plan.workbench.summary.DisplayHandle.update", lambda _, page: shown.append(page)
    )
    bench._ipython_display_()
    bench.store.worker.wait()
    widget, *pages = shown
    assert "application/vnd.jupyter.widget-view+json" in widget
    assert "Workbench(" not in json.dumps(widget), "no Python repr is shown"
    assert "Meja kerja" in widget["text/plain"]
    assert "tidak aktif" in pages[0].data
    assert "data:image/png;base64," in pages[-1].data


def test_the_picture_holds_the_gap_first_and_then_the_plan(bench: Workbench) -> None:
    state = bench.store.state
    assert state.pack is not None
    assert state.scenario is not None
    before = picture(state)
    assert before.count("<img") == 1
    assert "<script" not in before
    bench.store.update(plan=make_plan(state.pack, state.scenario))
    after = picture(bench.store.state)
    assert after.count("<img") == 2
    assert "<table" in after
    assert str(state.pack.years[-1]) in after
