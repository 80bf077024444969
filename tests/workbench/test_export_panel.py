"""Step 8: papers are chosen, made with progress, stopped, and taken along."""

import shutil
import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import ipywidgets as widgets
import pytest
from support.panels import control, has, markup, of_type, press, text, until

from kla_plan.papers.paper import Brief, Made, Paper
from kla_plan.papers.registry import papers
from kla_plan.plan.files import load_plan
from kla_plan.plan.plan import Plan
from kla_plan.report import pdf
from kla_plan.report.word.template.books import YEARLY
from kla_plan.resources import templates
from kla_plan.runs import export as exporting
from kla_plan.runs import export_papers as exporting_papers
from kla_plan.runs.export import Part
from kla_plan.runs.export_papers import PAPERS
from kla_plan.scenario import Scenario
from kla_plan.workbench.panels.export import panel
from kla_plan.workbench.panels.export.panel import LABELS
from kla_plan.workbench.state import Kind, State
from kla_plan.workbench.store import Store

START, STOP = "Mulai ekspor", "Hentikan"


@pytest.fixture
def store(plan: Plan, tmp_path: Path) -> Store:
    return Store(
        State(folder=tmp_path, pack=plan.pack, loaded=plan.pack, scenario=plan.scenario, plan=plan)
    )


def ask_for(shown: widgets.Widget, *parts: Part) -> None:
    for part, label in LABELS.items():
        control(shown, label).value = part in parts


def finished(shown: widgets.Widget) -> bool:
    return not control(shown, START).disabled


def test_without_a_plan_nothing_can_be_exported(tmp_path: Path) -> None:
    shown = panel(Store(State(folder=tmp_path)))

    assert control(shown, START).disabled
    assert "Hitung dahulu pada langkah 4" in text(shown)


def test_the_chosen_parts_are_written_and_offered(store: Store, plan: Plan, tmp_path: Path) -> None:
    shown = panel(store)
    assert control(shown, "Subfolder").value == "ekspor/dasar"
    ask_for(shown, Part.MATRIX, Part.YEARS, Part.DATA)
    press(shown, START)
    until(lambda: finished(shown))

    made = tmp_path / "ekspor" / "dasar"
    assert (made / "matriks.xlsx").is_file()
    for year in plan.pack.planned_years:
        assert (made / "rencana_tahunan" / str(year) / f"rencana_{year}.docx").is_file()
    assert load_plan(made / "data_rencana").volumes == plan.volumes
    assert not list(made.rglob("*.png"))
    assert "Selesai:" in text(shown)
    assert 'download="matriks.xlsx"' in markup(shown)
    assert not has(shown, STOP)


def test_pictures_come_as_png_and_svg(store: Store, tmp_path: Path) -> None:
    shown = panel(store)
    ask_for(shown, Part.PICTURES)
    control(shown, "Subfolder").value = "paparan"
    press(shown, START)
    until(lambda: finished(shown))

    folder = tmp_path / "paparan" / "gambar"
    pngs = sorted(path.stem for path in folder.glob("*.png"))
    assert len(pngs) == 8
    assert pngs == sorted(path.stem for path in folder.glob("*.svg"))
    assert all(path.read_bytes()[:4] == b"\x89PNG" for path in folder.glob("*.png"))
    assert all(b"<svg" in path.read_bytes()[:600] for path in folder.glob("*.svg"))


def test_stopping_keeps_what_is_finished_and_nothing_half_done(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go = threading.Event(), threading.Event()
    real = exporting.write_year

    def slow(*args: object, **settings: object) -> object:
        reached.set()
        assert go.wait(30)
        return real(*args, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "write_year", slow)
    shown = panel(store)
    ask_for(shown, Part.MATRIX, Part.YEARS)
    press(shown, START)
    assert reached.wait(30)
    assert of_type(shown, widgets.FloatProgress).value > 0
    assert "Menyusun rencana tahun 2026" in text(shown)
    assert control(shown, START).disabled

    press(shown, STOP)
    assert "Menghentikan" in text(shown)
    go.set()
    until(lambda: finished(shown))

    assert "Ekspor dihentikan. Bagian yang sudah selesai:" in text(shown)
    made = [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()]
    assert made == ["ekspor/dasar/matriks.xlsx"]
    assert not [p for p in tmp_path.rglob("*") if "sementara" in p.name]


def test_the_papers_of_the_task_force_come_as_one_set(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_office", lambda: None)
    shown = panel(store)
    assert not control(shown, LABELS[Part.PAPERS]).value
    ask_for(shown, Part.PAPERS)
    press(shown, START)
    until(lambda: finished(shown), 120)

    folder = tmp_path / "ekspor" / "dasar" / PAPERS
    assert {path.name for path in folder.iterdir()} == {
        "hal_terbuka.xlsx", *(paper.name for paper in papers())
    }  # fmt: skip
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert f"Selesai: {len(written)} berkas" in text(shown)
    assert 'download="hal_terbuka.xlsx"' in markup(shown)
    yearly = [path for path in written if path.is_relative_to(folder / "tahunan")]
    assert f"ekspor/dasar/{PAPERS}/tahunan/: {len(yearly)} berkas" in text(shown)
    assert 'download="RAD_KLA' not in markup(shown)
    assert "LibreOffice" in text(shown)


def test_the_set_stops_between_two_papers_and_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go, later = threading.Event(), threading.Event(), threading.Event()

    def slow(brief: Brief, folder: Path) -> Made:
        reached.set()
        assert go.wait(30)
        made = folder / "isi.txt"
        made.write_text(brief.plan.pack.profile.name, encoding="utf-8")
        return Made((made,))

    def never(_brief: Brief, _folder: Path) -> Made:
        later.set()
        return Made(())

    two = (Paper("satu", "Naskah satu", slow), Paper("dua", "Naskah dua", never))
    monkeypatch.setattr(exporting, "papers", lambda: two)
    monkeypatch.setattr(exporting_papers, "papers", lambda: two)
    shown = panel(store)
    ask_for(shown, Part.PAPERS)
    press(shown, START)
    assert reached.wait(30)
    until(lambda: "Berkas gugus tugas: Naskah satu" in text(shown))
    press(shown, STOP)
    go.set()
    until(lambda: finished(shown))

    assert "Ekspor dihentikan sebelum ada yang selesai." in text(shown)
    assert not later.is_set()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_plan_that_does_not_hold_is_not_exported(
    store: Store, plan: Plan, tmp_path: Path
) -> None:
    [first, *_] = plan.spending
    wrong = replace(plan, spending={**plan.spending, first: plan.spending[first] + 1})
    shown = panel(store)
    store.update(plan=wrong)
    ask_for(shown, Part.MATRIX)
    press(shown, START)
    until(lambda: finished(shown))

    assert store.state.notice is not None
    assert store.state.notice.kind is Kind.ERROR
    assert "Ekspor tidak selesai" in text(shown)
    assert not (tmp_path / "ekspor").exists()


def test_nothing_chosen_is_said(store: Store) -> None:
    shown = panel(store)
    ask_for(shown)
    press(shown, START)

    assert store.state.notice is not None
    assert store.state.notice.way_on == "Centang sekurangnya satu bagian."


@pytest.mark.parametrize("name", ["..", "../luar", "", "/luar"])
def test_papers_stay_in_the_working_folder(store: Store, name: str) -> None:
    shown = panel(store)
    ask_for(shown, Part.MATRIX)
    control(shown, "Subfolder").value = name
    press(shown, START)

    assert store.state.notice is not None
    assert "folder kerja" in store.state.notice.text
    assert not list(store.state.folder.iterdir())
    assert not (store.state.folder.parent / "luar").exists()


def test_an_old_plan_is_said_to_be_old(store: Store) -> None:
    shown = panel(store)
    assert "sudah berubah" not in text(shown)
    store.update(scenario=Scenario(inflasi=Decimal("0.09")))
    assert "sudah berubah" in text(shown)


@pytest.mark.parametrize("part", [Part.YEARS, Part.PAPERS])
def test_a_broken_template_of_ones_own_is_named(store: Store, tmp_path: Path, part: Part) -> None:
    own = tmp_path / "templat" / YEARLY
    own.parent.mkdir()
    shutil.copyfile(templates() / YEARLY, own)
    own.write_bytes(own.read_bytes()[:2000])
    shown = panel(store)
    ask_for(shown, part)
    press(shown, START)
    until(lambda: finished(shown))

    assert store.state.notice is not None
    assert YEARLY in store.state.notice.details
    assert not [path for path in (tmp_path / "ekspor").rglob("*") if path.is_file()]


def test_without_libreoffice_the_word_file_is_made_and_the_reason_said(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_office", lambda: None)
    shown = panel(store)
    ask_for(shown, Part.RAD)
    press(shown, START)
    until(lambda: finished(shown))

    made = tmp_path / "ekspor" / "dasar"
    assert [path.name for path in made.iterdir()] == ["RAD_KLA_Contoh_2026-2028.docx"]
    assert "LibreOffice" in text(shown)
    assert 'download="RAD_KLA_Contoh_2026-2028.docx"' in markup(shown)


@pytest.mark.slow
@pytest.mark.libreoffice
def test_the_draft_comes_as_word_and_pdf(store: Store, tmp_path: Path) -> None:
    if pdf.find_office() is None:
        pytest.skip("LibreOffice is not installed")
    shown = panel(store)
    ask_for(shown, Part.RAD)
    press(shown, START)
    until(lambda: finished(shown), 240)

    made = tmp_path / "ekspor" / "dasar"
    assert {path.suffix for path in made.iterdir()} == {".docx", ".pdf"}
    assert (made / "RAD_KLA_Contoh_2026-2028.pdf").read_bytes().startswith(b"%PDF")
