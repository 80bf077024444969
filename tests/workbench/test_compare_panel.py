"""Step 6: plans side by side, and the papers about them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import ipywidgets as widgets
import openpyxl
import pytest
from support.panels import control, has, markup, of_type, press, text

from kla_plan.indonesian import number, rupiah
from kla_plan.pack.model import Pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario, Target
from kla_plan.workbench.files import Work, save
from kla_plan.workbench.panels.compare import panel
from kla_plan.workbench.state import Kept, State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table

ADD = "Sisihkan rencana sekarang"
WRITE = "Jadikan halaman dan lembar Excel"


@pytest.fixture(scope="module")
def full(pack: Pack) -> Plan:
    target = Target(tahun=2028, predikat="Baik", dasar="verifikasi")
    return make_plan(pack, Scenario(target=(target,)))


@pytest.fixture(scope="module")
def half(pack: Pack) -> Plan:
    return make_plan(pack, Scenario(nama="separuh", pagu_faktor=Decimal("0.4")))


@pytest.fixture
def store(pack: Pack, full: Plan, tmp_path: Path) -> Store:
    state = State(folder=tmp_path, pack=pack, loaded=pack, scenario=full.scenario, plan=full)
    return Store(state)


def both(store: Store, half: Plan) -> widgets.Widget:
    shown = panel(store)
    press(shown, ADD)
    store.update(plan=half)
    press(shown, ADD)
    store.worker.wait()
    return shown


def test_one_plan_is_no_comparison(store: Store) -> None:
    shown = panel(store)
    store.worker.wait()
    assert "sekurangnya dua rencana" in text(shown)

    press(shown, ADD)
    store.worker.wait()

    assert [kept.name for kept in store.state.kept] == ["dasar"]
    assert "sekurangnya dua rencana" in text(shown)
    assert not has(shown, WRITE)


def test_a_name_being_typed_is_not_replaced_by_the_next_plans(store: Store, half: Plan) -> None:
    """A plan that arrives meanwhile only suggests its name where none was typed."""
    shown = panel(store)
    name = control(shown, "Nama")
    name.value = "usulan rapat"
    store.update(plan=half)
    store.worker.wait()
    assert name.value == "usulan rapat"

    press(shown, ADD)
    assert [kept.name for kept in store.state.kept] == ["usulan rapat"]
    assert name.value == "separuh"


def test_two_plans_stand_side_by_side(store: Store, full: Plan, half: Plan) -> None:
    shown = both(store, half)

    said = text(shown)
    assert rupiah(full.cost()) in said
    assert rupiah(half.cost()) in said
    assert "1 dari 1" in said
    assert "Faktor pagu 1,00 0,40" in said
    assert 'data-testid="gambar-banding"' in markup(shown)
    reached = [number(float(plan.verified_total(2028)), 2) for plan in (full, half)]
    assert f"✓ tercapai ({reached[0]}) ✗ belum ({reached[1]})" in said


def test_activities_that_differ_are_listed_with_years(store: Store, full: Plan, half: Plan) -> None:
    shown = both(store, half)
    table = of_type(shown, Table)

    assert [column["label"] for column in table.columns][-2:] == ["dasar", "separuh"]
    rows = {row["kode"]: row for row in table.rows}
    only = set(full.activities) - set(half.activities)
    assert only
    for code in only:
        assert rows[code]["rencana_1"] == "–"
        assert rows[code]["rencana_0"][:4] in {"2026", "2027", "2028"}
    same = {
        code
        for code in full.activities
        if {k: v for k, v in full.volumes.items() if k[0] == code}
        == {k: v for k, v in half.volumes.items() if k[0] == code}
    }
    cheap = {c for c in same if not any(a == c for a, _, _ in full.spending)}
    assert not cheap & set(rows)


def test_the_same_plan_is_not_kept_twice_and_names_are_told_apart(
    store: Store, full: Plan, half: Plan
) -> None:
    shown = panel(store)
    press(shown, ADD)
    press(shown, ADD)
    assert len(store.state.kept) == 1
    assert store.state.notice is not None
    assert "sudah disisihkan" in store.state.notice.text

    scenario = half.scenario.model_copy(update={"nama": "dasar"})
    store.update(plan=replace(half, scenario=scenario))
    press(shown, ADD)
    assert [kept.name for kept in store.state.kept] == ["dasar", "dasar 2"]


def test_six_are_the_most_and_any_can_be_taken_off(store: Store, half: Plan) -> None:
    shown = panel(store)
    store.update(kept=tuple(Kept(f"r{n}", half.scenario, replace(half)) for n in range(5)))
    press(shown, ADD)
    store.worker.wait()
    assert len(store.state.kept) == 6
    assert control(shown, ADD).disabled
    assert "Paling banyak 6 rencana" in text(shown)

    press(shown, "✕ r3")
    store.worker.wait()

    assert [kept.name for kept in store.state.kept] == ["r0", "r1", "r2", "r4", "dasar"]
    assert not control(shown, ADD).disabled


def test_a_saved_plan_can_be_compared(store: Store, half: Plan, tmp_path: Path) -> None:
    save(tmp_path, Work(half.scenario, plan=half))
    save(tmp_path, Work(Scenario(nama="tanpa rencana")))
    shown = panel(store)
    store.worker.wait()
    choice = of_type(shown, widgets.Dropdown)
    assert [value for _, value in choice.options] == ["separuh"]

    press(shown, "Sisihkan dari simpanan")
    store.worker.wait()

    [kept] = store.state.kept
    assert kept.name == "separuh"
    assert kept.plan.volumes == half.volumes


def test_one_click_writes_a_page_and_a_sheet(
    store: Store, full: Plan, half: Plan, tmp_path: Path
) -> None:
    shown = both(store, half)
    control(shown, "Folder").value = "rapat/maret"
    press(shown, WRITE)
    store.worker.wait()

    folder = tmp_path / "rapat" / "maret"
    page = (folder / "perbandingan.html").read_text("utf-8")
    assert "<!DOCTYPE html>" in page
    assert rupiah(half.cost()) in page
    assert "http" not in page
    book = openpyxl.load_workbook(folder / "perbandingan.xlsx")
    assert book.sheetnames == [
        "Ringkasan", "Per tahun", "Predikat", "Sasaran", "Pengaturan", "Pagu", "Kegiatan",
    ]  # fmt: skip
    costs = [row[7] for row in book["Ringkasan"].iter_rows(5, 6, values_only=True)]
    assert costs == [full.cost(), half.cost()]
    assert 'download="perbandingan.xlsx"' in markup(shown)
    assert not control(shown, WRITE).disabled


@pytest.mark.parametrize("name", ["../luar", ".", "/luar"])
def test_papers_stay_in_the_working_folder(store: Store, half: Plan, name: str) -> None:
    shown = both(store, half)
    control(shown, "Folder").value = name
    press(shown, WRITE)
    store.worker.wait()

    assert store.state.notice is not None
    assert "folder kerja" in store.state.notice.text
    assert not list(store.state.folder.rglob("perbandingan.*"))


def test_a_plan_named_like_a_column_or_with_signs_is_no_trouble(
    store: Store, full: Plan, half: Plan, tmp_path: Path
) -> None:
    shown = panel(store)
    names = ("tahun", "<b>&amp;")
    store.update(
        kept=tuple(Kept(n, p.scenario, p) for n, p in zip(names, (full, half), strict=True))
    )
    store.worker.wait()
    press(shown, WRITE)
    store.worker.wait()

    assert store.state.notice is None
    assert "<b>&amp;" not in markup(shown)
    assert "<b>&amp;" in text(shown)
    assert (tmp_path / "perbandingan" / "perbandingan.xlsx").is_file()
