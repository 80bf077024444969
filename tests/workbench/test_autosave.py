"""A kernel that ends takes nothing along: unsaved work is offered to the next one."""

import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from support.panels import control, has, of_type, press, text

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from kla_plan.workbench import autosave
from kla_plan.workbench.autosave import PLACE, unsaved, watch
from kla_plan.workbench.files import Work, save
from kla_plan.workbench.panels.keep import panel
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.presence import Presence


def session(folder: Path, pack: Pack, name: str, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Begin a session as a kernel of its own would."""
    monkeypatch.setattr(autosave, "_SESSION", f"{name}.yaml")
    store = Store(State(folder=folder, source="Kota Contoh"))
    watch(store)
    store.update(pack=pack, loaded=pack, scenario=Scenario())
    store.worker.wait()
    return store


def test_opening_a_pack_leaves_nothing_behind(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    session(tmp_path, pack, "satu", monkeypatch)

    assert not (tmp_path / PLACE).exists()


def test_a_change_survives_the_kernel(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = session(tmp_path, pack, "satu", monkeypatch)
    less = replace(pack.ceilings[0], batas_atas=7)
    shaped = replace(pack, ceilings=(less, *pack.ceilings[1:]))
    one.update(scenario=Scenario(nama="rapat", inflasi=Decimal("0.07")))
    one.update(pack=shaped)
    one.worker.wait()

    two = session(tmp_path, pack, "dua", monkeypatch)
    shown = panel(two)
    two.worker.wait()
    assert "skenario “rapat” untuk Kota Contoh" in text(shown)
    press(shown, "Pulihkan")
    two.worker.wait()
    two.worker.wait()

    assert two.state.scenario == Scenario(nama="rapat", inflasi=Decimal("0.07"))
    assert two.state.pack == shaped
    assert not has(shown, "Pulihkan")
    [kept, table] = sorted((tmp_path / "skenario" / "riwayat").iterdir(), reverse=True)
    assert kept.suffix == ".yaml"
    assert table.name.endswith(".pagu.csv")


def test_ones_own_session_is_not_offered(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = session(tmp_path, pack, "satu", monkeypatch)
    one.update(scenario=Scenario(inflasi=Decimal("0.07")))
    one.worker.wait()
    shown = panel(one)
    one.worker.wait()

    assert (tmp_path / PLACE / "satu.yaml").is_file()
    assert not has(shown, "Pulihkan")


def test_a_saved_scenario_that_was_opened_again_is_not_offered(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = Scenario(nama="rapat", inflasi=Decimal("0.07"))
    save(tmp_path, Work(wish))
    one = session(tmp_path, pack, "satu", monkeypatch)
    one.update(scenario=wish)
    one.worker.wait()
    assert (tmp_path / PLACE / "satu.yaml").is_file()

    monkeypatch.setattr(autosave, "_SESSION", "dua.yaml")
    assert unsaved(tmp_path) == ()


def test_other_ceilings_than_the_saved_ones_are_offered(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = Scenario(nama="rapat", inflasi=Decimal("0.07"))
    save(tmp_path, Work(wish))
    one = session(tmp_path, pack, "satu", monkeypatch)
    less = replace(pack.ceilings[0], batas_atas=7)
    one.update(scenario=wish, pack=replace(pack, ceilings=(less, *pack.ceilings[1:])))
    one.worker.wait()

    monkeypatch.setattr(autosave, "_SESSION", "dua.yaml")
    assert [saved.scenario for saved in unsaved(tmp_path)] == [wish]


def test_an_offer_is_withdrawn_once_the_other_session_has_saved(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = session(tmp_path, pack, "satu", monkeypatch)
    one.update(scenario=Scenario(inflasi=Decimal("0.07")))
    one.worker.wait()
    two = session(tmp_path, pack, "dua", monkeypatch)
    shown = panel(two)
    two.worker.wait()
    assert has(shown, "Pulihkan")
    save(tmp_path, Work(Scenario(nama="rapat", inflasi=Decimal("0.07"))))

    press(shown, "Pulihkan")
    two.worker.wait()
    two.worker.wait()

    assert two.state.scenario == Scenario(), "nothing was opened over the work of this session"
    assert two.state.notice is not None
    assert "sudah disimpan di sesi lain" in two.state.notice.text
    assert not has(shown, "Pulihkan")


def test_coming_back_to_the_page_reads_the_folder_again(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = session(tmp_path, pack, "satu", monkeypatch)
    one.update(scenario=Scenario(inflasi=Decimal("0.07")))
    one.worker.wait()
    two = session(tmp_path, pack, "dua", monkeypatch)
    shown = panel(two)
    two.worker.wait()
    assert has(shown, "Pulihkan")
    save(tmp_path, Work(Scenario(nama="rapat", inflasi=Decimal("0.07"))))

    of_type(shown, Presence)._handle_custom_msg({"kind": "kembali"}, [])
    two.worker.wait()

    assert not has(shown, "Pulihkan")


def test_saving_clears_it(tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    one = session(tmp_path, pack, "satu", monkeypatch)
    one.update(scenario=Scenario(inflasi=Decimal("0.07")))
    shown = panel(one)
    one.worker.wait()
    control(shown, "Nama skenario").value = "rapat"
    press(shown, "Simpan")
    one.worker.wait()
    one.worker.wait()

    assert one.state.scenario is not None
    assert one.state.scenario.nama == "rapat"
    assert not list((tmp_path / PLACE).iterdir())


def test_only_the_newest_sessions_are_remembered(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(8):
        store = session(tmp_path, pack, f"sesi{n}", monkeypatch)
        store.update(scenario=Scenario(nama=f"s{n}", inflasi=Decimal("0.07")))
        store.worker.wait()
        os.utime(tmp_path / PLACE / f"sesi{n}.yaml", (n + 1, n + 1))

    monkeypatch.setattr(autosave, "_SESSION", "baru.yaml")
    names = [saved.scenario.nama for saved in unsaved(tmp_path) if saved.scenario]
    assert len(names) == 5
    assert names[:4] == ["s7", "s6", "s5", "s4"]
