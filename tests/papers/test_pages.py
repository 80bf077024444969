"""The pages of every paper, looked at one by one: nothing empty, foreign, unfilled, or cut off."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from support import pages, toy_plan
from support.once import once

from kla_plan.papers.paper import Brief, Paper
from kla_plan.papers.registry import papers
from kla_plan.report.pdf import to_pdf
from kla_plan.runs.papers import write_papers

pytestmark = [pytest.mark.slow, pytest.mark.libreoffice]
DAY = date(2024, 3, 1)


def written(folder: Path) -> dict[str, tuple[Path, ...]]:
    """Write every paper of the toy plan; return the PDFs by paper."""
    plan = toy_plan.plan()
    brief = Brief(plan, plan.pack, DAY, others={"pembanding": toy_plan.empty_plan()})
    made = write_papers(brief, papers(), folder)
    assert made.notes == ()
    return {
        name: tuple(path for path in one.files if path.suffix == ".pdf")
        for name, one in made.made.items()
    }


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, ...]]:
    return once(tmp_path_factory, "set-toy", written)


@pytest.mark.parametrize("paper", papers(), ids=lambda one: one.name)
def test_the_pages_of_a_paper_are_in_order(paper: Paper, pdfs: dict[str, tuple[Path, ...]]) -> None:
    mine = pdfs[paper.name]
    assert bool(mine) == bool(paper.templates)
    assert {path.name: pages.faults(path) for path in mine} == {path.name: [] for path in mine}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is found on pages with one fault of each kind."""
    folder = tmp_path_factory.mktemp("cacat")
    book = Document()
    book.styles["Normal"].font.name = "Liberation Sans"
    for level in (1, 2):
        book.styles[f"Heading {level}"].font.name = "Liberation Sans"
    book.add_heading("BAB I Penuh", 1)
    book.add_paragraph("Isi bab ini lengkap.")
    book.add_heading("BAB II Kosong", 1)
    book.add_heading("BAB III Berbagian", 1)
    book.add_heading("3.1 Bagian kosong", 2)
    book.add_heading("3.2 Bagian berisi", 2)
    book.add_paragraph("Nilai {{ belum.diisi }} of the budget.")
    run = book.add_paragraph().add_run("Huruf lain")
    run.font.name = "Liberation Mono"
    outside = book.add_paragraph("Di luar batas")
    outside.paragraph_format.left_indent = -1_200_000
    book.add_page_break()
    book.add_page_break()
    book.add_heading("BAB IV Akhir", 1)
    book.save(str(folder / "cacat.docx"))
    return pages.faults(to_pdf(folder / "cacat.docx", folder / "cacat.pdf"))


@pytest.mark.parametrize(
    "said",
    [
        "nothing under «BAB II Kosong»",
        "nothing under «3.1 Bagian kosong»",
        "nothing under «BAB IV Akhir»",
        "tag in «",
        "English word in «",
        "font LiberationMono is not one of the documents",
        "«Di luar batas» begins outside the margins",
        "page 2 is empty",
    ],
)
def test_every_kind_of_fault_is_found(faulty: list[str], said: str) -> None:
    assert any(said in fault for fault in faulty), faulty


def test_nothing_is_found_where_all_is_well(faulty: list[str]) -> None:
    for title in ("BAB I Penuh", "BAB III Berbagian", "3.2 Bagian berisi"):
        assert not any(f"«{title}»" in fault for fault in faulty), faulty
