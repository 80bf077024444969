"""The set of papers as a part of an export: whole, with progress, from what is known now."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from kla_plan.papers.paper import Brief, Made, Paper
from kla_plan.papers.registry import papers
from kla_plan.plan.files import load_plan
from kla_plan.plan.plan import Plan
from kla_plan.report import pdf
from kla_plan.resources import templates
from kla_plan.runs import export as exporting
from kla_plan.runs import export_papers as exporting_papers
from kla_plan.runs.export import brief_of, export
from kla_plan.runs.export_papers import PAPERS
from kla_plan.runs.export_parts import Part
from kla_plan.runs.inputs import templates_of
from kla_plan.runs.papers import CHECK, CONVERT, compared

RULING = "rancangan_peraturan.docx"


@pytest.fixture(scope="module")
def plan(saved: Path) -> Plan:
    return load_plan(saved)


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave LibreOffice out: what is tested is the set, not its PDFs."""
    monkeypatch.setattr(pdf, "find_office", lambda: None)


def only(monkeypatch: pytest.MonkeyPatch, *chosen: Paper) -> None:
    """Let the registry hold these papers alone."""
    for room in (exporting, exporting_papers):
        monkeypatch.setattr(room, "papers", lambda: chosen)


def test_every_paper_is_told_in_order_and_the_share_only_grows(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tuple(paper for paper in papers() if paper.name in {"predikat", "integrasi"})
    only(monkeypatch, *chosen)
    told: list[tuple[float, str]] = []
    made = export(
        Brief(plan, plan.pack),
        tmp_path,
        [Part.PAPERS, Part.MATRIX],
        on_step=lambda share, words: told.append((share, words)),
    )

    titles = [paper.title for paper in chosen]
    said = [words.removeprefix("Berkas gugus tugas: ") for _, words in told if "gugus" in words]
    assert said == [CHECK, *titles, CONVERT]
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert made.files[0] == tmp_path / "matriks.xlsx"
    assert made.files[1] == tmp_path / PAPERS / "hal_terbuka.xlsx"
    assert set(made.files) == {path for path in tmp_path.rglob("*") if path.is_file()}
    assert len([note for note in made.notes if "LibreOffice" in note]) == 1


def test_a_template_of_ones_own_is_taken_from_beside_the_pack(
    plan: Plan, contoh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Document(str(templates() / RULING))
    own.add_paragraph("Kalimat dari templat sendiri.")
    (contoh / "templat").mkdir()
    own.save(str(contoh / "templat" / RULING))
    only(monkeypatch, *(paper for paper in papers() if paper.name == "peraturan"))

    brief = brief_of(plan, plan.pack, str(contoh), tmp_path)
    made = export(brief, tmp_path / "keluar", [Part.PAPERS])

    [word] = [path for path in made.files if path.suffix == ".docx"]
    assert word.parent == tmp_path / "keluar" / PAPERS / "peraturan"
    assert "Kalimat dari templat sendiri." in [line.text for line in Document(str(word)).paragraphs]


def test_templates_are_sought_place_by_place(tmp_path: Path) -> None:
    for place in ("paket", "kerja"):
        (tmp_path / place / "templat").mkdir(parents=True)
    (tmp_path / "kerja" / "templat" / "a.docx").touch()
    find = templates_of("", tmp_path / "paket", tmp_path / "kerja")

    assert find("a.docx") == tmp_path / "kerja" / "templat" / "a.docx"
    (tmp_path / "paket" / "templat" / "a.docx").touch()
    assert find("a.docx") == tmp_path / "paket" / "templat" / "a.docx"
    assert find(RULING) == templates() / RULING == templates_of()(RULING)


def test_what_came_after_the_plan_is_known_and_another_region_is_not(
    plan: Plan, tmp_path: Path
) -> None:
    newer = replace(plan.pack, slug="lebih-baru")
    other = replace(plan.pack, profile=replace(plan.pack.profile, code="11.01"))

    assert brief_of(plan, newer, "", tmp_path).current is newer
    assert brief_of(plan, other, "", tmp_path).current is plan.pack
    assert brief_of(plan, None, "", tmp_path).current is plan.pack


def test_the_papers_see_the_plan_the_pack_known_now_and_the_simple_plans(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Brief] = []

    def look(brief: Brief, _folder: Path) -> Made:
        seen.append(brief)
        return Made(())

    only(monkeypatch, Paper("satu", "Naskah satu", look, compares=True))
    newer = replace(plan.pack, slug="lebih-baru")
    export(brief_of(plan, newer, "", tmp_path), tmp_path / "keluar", [Part.PAPERS])

    [brief] = seen
    assert brief.plan is plan
    assert brief.current is newer
    assert brief.day is None
    assert set(brief.others) == {"poin termurah dahulu", "bagi rata"}
    assert compared(plan, [Paper("dua", "Naskah dua", look)]) == {}
