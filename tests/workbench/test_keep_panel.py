"""Step 7: save, reopen, share; two tabs on the same folder."""

import base64
import io
import re
import zipfile
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import ipywidgets as widgets
import pytest
from support.panels import control, has, markup, of_type, press, text, upload

from kla_plan.pack.model import Pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario
from kla_plan.workbench.panels.keep import panel
from kla_plan.workbench.saved import read_saved, saved_scenarios
from kla_plan.workbench.state import Kind, State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table

OTHER = "Simpan dengan nama lain"
OVERWRITE = "Timpa (versi lama masuk riwayat)"


@dataclass
class Tab:
    """One browser tab: a store and the panel."""

    store: Store
    shown: widgets.Widget

    def save(self, name: str, author: str = "Siti", note: str = "") -> None:
        control(self.shown, "Nama skenario").value = name
        control(self.shown, "Disimpan oleh").value = author
        control(self.shown, "Catatan").value = note
        press(self.shown, "Simpan")
        self.store.worker.wait()
        self.store.worker.wait()

    def press(self, words: str) -> None:
        press(self.shown, words)
        self.store.worker.wait()
        self.store.worker.wait()

    def choose(self, name: str) -> None:
        of_type(self.shown, Table).selected = name

    @property
    def listed(self) -> dict[str, dict[str, str]]:
        return {row["berkas"]: row for row in of_type(self.shown, Table).rows}

    @property
    def told(self) -> str:
        notice = self.store.state.notice
        return "" if notice is None else f"{notice.kind}: {notice.text} {notice.way_on}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kerja"


def tab(folder: Path, pack: Pack | None, plan: Plan | None = None) -> Tab:
    scenario = None if pack is None else Scenario()
    state = State(folder=folder, pack=pack, loaded=pack, scenario=scenario, plan=plan)
    store = Store(state)
    shown = panel(store)
    store.worker.wait()
    return Tab(store, shown)


def test_saving_writes_plain_files_and_lists_them(folder: Path, pack: Pack, plan: Plan) -> None:
    one = tab(folder, pack, plan)
    assert one.listed == {}

    one.save("rapat pertama", "Siti Rahma", "usul Bappeda")

    assert (folder / "skenario" / "rapat_pertama.yaml").is_file()
    assert (folder / "rencana" / "rapat_pertama" / "manifest.json").is_file()
    row = one.listed["rapat_pertama"]
    assert row["nama"] == "rapat pertama"
    assert (row["oleh"], row["catatan"], row["isi"]) == (
        "Siti Rahma",
        "usul Bappeda",
        "skenario dan rencana",
    )
    assert one.told.startswith("info: “rapat pertama” tersimpan di skenario/rapat_pertama.yaml")
    assert one.store.state.scenario == Scenario(nama="rapat pertama")
    assert one.store.state.current


def test_a_plan_of_other_wishes_is_not_saved_with_it(folder: Path, pack: Pack, plan: Plan) -> None:
    one = tab(folder, pack, plan)
    one.store.update(scenario=Scenario(inflasi=Decimal("0.08")))

    one.save("lain")

    assert not (folder / "rencana").exists()
    assert "Rencana belum dihitung" in one.told


def test_saving_again_from_the_same_tab_asks_nothing(folder: Path, pack: Pack) -> None:
    one = tab(folder, pack)
    one.save("dasar")
    one.store.update(scenario=Scenario(inflasi=Decimal("0.05")))
    one.save("dasar")

    assert not has(one.shown, OTHER)
    [saved] = saved_scenarios(folder)
    assert saved.scenario == Scenario(inflasi=Decimal("0.05"))


def test_another_tab_is_never_overwritten_silently(folder: Path, pack: Pack) -> None:
    mine, theirs = tab(folder, pack), tab(folder, pack)
    mine.save("dasar")
    theirs.save("dasar", "Budi", "versi Budi")
    assert "disimpan oleh Siti" in text(theirs.shown)
    theirs.press(OVERWRITE)
    before = read_saved(folder / "skenario" / "dasar.yaml")
    assert before.header.author == "Budi"

    mine.save("dasar", "Siti", "versi Siti")

    assert read_saved(before.path) == before
    asked = text(mine.shown)
    assert "disimpan oleh Budi" in asked
    assert "versi Budi" in asked
    assert "Belum ada yang ditulis" in asked


def test_the_planner_may_take_another_name(folder: Path, pack: Pack) -> None:
    mine, theirs = tab(folder, pack), tab(folder, pack)
    mine.save("dasar")
    theirs.save("dasar", "Budi")

    theirs.press(OTHER)

    assert {s.name: s.header.author for s in saved_scenarios(folder)} == {
        "dasar": "Siti",
        "dasar_2": "Budi",
    }
    assert not has(theirs.shown, OTHER)


def test_the_planner_may_look_at_the_other_version(folder: Path, pack: Pack) -> None:
    mine, theirs = tab(folder, pack), tab(folder, pack)
    mine.store.update(scenario=Scenario(inflasi=Decimal("0.06")))
    mine.save("dasar")
    theirs.save("dasar", "Budi")

    theirs.press("Buka versi di berkas")

    assert theirs.store.state.scenario == Scenario(inflasi=Decimal("0.06"))
    theirs.store.update(scenario=Scenario(inflasi=Decimal("0.07")))
    theirs.save("dasar", "Budi")
    assert not has(theirs.shown, OVERWRITE)


def test_what_was_overwritten_is_in_the_history(folder: Path, pack: Pack) -> None:
    mine, theirs = tab(folder, pack), tab(folder, pack)
    mine.save("dasar", "Siti", "yang pertama")
    theirs.save("dasar", "Budi")
    theirs.press(OVERWRITE)

    [old] = (folder / "skenario" / "riwayat").iterdir()
    assert "yang pertama" in old.read_text("utf-8")


def test_a_file_deleted_meanwhile_is_asked_about_and_can_be_written(
    folder: Path, pack: Pack
) -> None:
    one = tab(folder, pack)
    one.save("dasar")
    (folder / "skenario" / "dasar.yaml").unlink()

    one.save("dasar")
    assert "dihapus atau dipindahkan" in text(one.shown)
    assert control(one.shown, "Buka versi di berkas").disabled
    one.press(OVERWRITE)

    assert [saved.name for saved in saved_scenarios(folder)] == ["dasar"]


def test_reopening_brings_scenario_ceilings_and_plan_back(folder: Path, pack: Pack) -> None:
    less = tuple(replace(row, batas_atas=(row.batas_atas or 0) // 2) for row in pack.ceilings)
    shaped, scenario = replace(pack, ceilings=less), Scenario(nama="hemat")
    plan = make_plan(shaped, scenario)
    one = tab(folder, pack)
    one.store.update(pack=shaped, scenario=scenario, plan=plan)
    one.save("hemat")

    two = tab(folder, pack)
    two.choose("hemat")
    two.press("Buka")

    state = two.store.state
    assert state.pack == shaped
    assert state.scenario == scenario
    assert state.plan is not None
    assert state.plan.volumes == plan.volumes
    assert state.current
    assert "Urungkan" in two.told


def test_a_saved_plan_opens_without_any_pack(folder: Path, pack: Pack, plan: Plan) -> None:
    tab(folder, pack, plan).save("dasar")

    two = tab(folder, None)
    assert control(two.shown, "Simpan").disabled
    two.choose("dasar")
    two.press("Buka")

    assert two.store.state.pack == pack
    assert two.store.state.loaded == pack
    assert two.store.state.current
    assert not control(two.shown, "Simpan").disabled


def test_without_plan_and_pack_it_says_to_choose_one(folder: Path, pack: Pack) -> None:
    tab(folder, pack).save("dasar")

    two = tab(folder, None)
    two.choose("dasar")
    two.press("Buka")

    assert two.store.state.pack is None
    assert "Pilih paket" in two.told


def test_a_changed_pack_is_said_when_reopening(folder: Path, pack: Pack, plan: Plan) -> None:
    tab(folder, pack, plan).save("dasar")
    newer = replace(pack, prerequisites=())

    two = tab(folder, newer)
    two.choose("dasar")
    two.press("Buka")

    assert two.told.startswith("peringatan")
    assert "Data paket sudah berubah" in two.told
    assert two.store.state.pack == newer
    assert not two.store.state.current


def test_a_scenario_that_does_not_fit_the_pack_is_said(folder: Path, pack: Pack) -> None:
    one = tab(folder, pack)
    one.store.update(scenario=Scenario(larang=("TIDAK-ADA",)))
    one.save("dasar")
    two = tab(folder, pack)
    two.choose("dasar")
    two.press("Buka")

    assert "tidak cocok dengan paket ini" in two.told


def test_an_unreadable_file_cannot_be_opened_and_says_why(folder: Path, pack: Pack) -> None:
    tab(folder, pack).save("dasar")
    path = folder / "skenario" / "dasar.yaml"
    path.write_text(path.read_text("utf-8").replace("inflasi", "inflas"), "utf-8")

    two = tab(folder, pack)
    two.choose("dasar")

    assert "inflasi" in two.listed["dasar"]["catatan"]
    assert control(two.shown, "Buka").disabled


def test_a_shared_file_arrives_in_another_folder(
    folder: Path, tmp_path: Path, pack: Pack, plan: Plan
) -> None:
    one = tab(folder, pack, plan)
    one.save("dasar", "Siti", "untuk DPRD")
    one.choose("dasar")
    one.press("Bagikan")
    [found] = re.findall(r'href="data:application/zip;base64,([^"]+)"', markup(one.shown))
    content = base64.b64decode(found)
    assert content == (folder / "bagikan" / "dasar.zip").read_bytes()

    two = tab(tmp_path / "lain", pack)
    two.save("dasar", "Budi")
    upload(two.shown, "dasar.zip", content)
    two.store.worker.wait()
    two.store.worker.wait()

    row = two.listed["dasar_2"]
    assert row["oleh"] == "Siti"
    assert row["isi"] == "skenario dan rencana"
    assert row["catatan"].startswith("untuk DPRD")
    two.choose("dasar_2")
    two.press("Buka")
    assert two.store.state.plan is not None
    assert two.store.state.plan.volumes == plan.volumes


@pytest.mark.parametrize("kind", ["bukan zip", "zip kosong", "yaml salah"])
def test_a_useless_file_is_refused_in_words(folder: Path, pack: Pack, kind: str) -> None:
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    name, content = {
        "bukan zip": ("a.zip", b"bukan"),
        "zip kosong": ("a.zip", empty.getvalue()),
        "yaml salah": ("a.yaml", b"pagu_fakto: 1\n"),
    }[kind]
    one = tab(folder, pack)
    upload(one.shown, name, content)
    one.store.worker.wait()

    assert one.store.state.notice is not None
    assert one.store.state.notice.kind is Kind.ERROR
    assert one.store.state.notice.way_on
    assert saved_scenarios(folder) == ()


def test_a_nameless_scenario_is_not_saved(folder: Path, pack: Pack) -> None:
    one = tab(folder, pack)
    one.save("   ")

    assert "memerlukan nama" in one.told
    assert not (folder / "skenario").exists()


def test_a_full_disk_is_told_and_the_button_comes_back(
    folder: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "dasar.yaml")

    monkeypatch.setattr("kla_plan.workbench.files.replace_file", full)
    one = tab(folder, pack)
    one.save("dasar")

    assert one.told.startswith("galat: Berkas tidak dapat dibuka atau ditulis: dasar.yaml")
    assert not control(one.shown, "Simpan").disabled
