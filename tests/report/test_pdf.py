"""PDF: page numbers of the lists are those printed on the pages; without LibreOffice it says so."""

import re
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PageObject, PdfReader

from kla_plan.plan.plan import Plan
from kla_plan.report import pdf
from kla_plan.report.pdf import PdfUnavailable, bookmark_pages, find_office, to_pdf
from kla_plan.report.word.contents import roman
from kla_plan.report.word.rad import Documents, write_rad

needs_office = pytest.mark.skipif(
    find_office() is None, reason="LibreOffice (soffice) tidak terpasang"
)


def listed(docx: Path) -> list[tuple[str, str]]:
    """Lines of the contents lists: text and page number."""
    document = Document(str(docx))
    lines = []
    for link in document.element.body.iter(qn("w:hyperlink")):
        texts = [node.text or "" for node in link.iter(qn("w:t"))]
        lines.append((texts[0], texts[-1]))
    return lines


def footer(page: PageObject) -> str:
    """What is printed in the bottom margin of a page."""
    parts: list[str] = []

    def visit(text: str, _cm: object, matrix: list[float], *_font: object) -> None:
        if text.strip() and matrix[5] < 45:
            parts.append(text.strip())

    page.extract_text(visitor_text=visit)
    return "".join(parts)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.libreoffice
@needs_office
def test_page_numbers_are_those_printed_on_the_pages(toy_documents: Documents) -> None:
    assert toy_documents.pdf is not None
    reader = PdfReader(toy_documents.pdf)
    pages = [bare(page.extract_text()) for page in reader.pages]
    numbers = [footer(page) for page in reader.pages]
    assert numbers[:3] == ["", "i", "ii"]
    lines = listed(toy_documents.docx)
    assert len(lines) > 60
    body = numbers.index("1")
    for text, number in lines:
        if text.startswith("DAFTAR"):
            continue
        first = 0 if text == "KATA PENGANTAR" else body
        found = [numbers[n] for n in range(first, len(pages)) if bare(text) in pages[n]]
        assert number in found, text


def test_lists_of_the_front_matter_count_in_roman_numbers(toy_documents: Documents) -> None:
    numbers = dict(listed(toy_documents.docx))
    if toy_documents.pdf is not None:
        assert (numbers["KATA PENGANTAR"], numbers["DAFTAR ISI"]) == ("i", "ii")
        assert numbers["BAB I PENDAHULUAN"] == "1"


@pytest.mark.libreoffice
@needs_office
def test_pdf_has_an_outline_with_every_heading(toy_documents: Documents) -> None:
    assert toy_documents.pdf is not None
    reader = PdfReader(toy_documents.pdf)

    def titles(items: list[object]) -> list[str]:
        return [
            title
            for item in items
            for title in (titles(item) if isinstance(item, list) else [bare(item.title)])  # type: ignore[attr-defined]
        ]

    outline = titles(reader.outline)
    missing = [
        text
        for text, _ in listed(toy_documents.docx)
        if not text.startswith(("Tabel", "Gambar")) and bare(text) not in outline
    ]
    assert missing == []
    assert 20 <= len(reader.pages) <= 60


@pytest.mark.libreoffice
@needs_office
def test_same_document_gives_the_same_pdf(toy_documents: Documents, tmp_path: Path) -> None:
    assert toy_documents.pdf is not None
    again = to_pdf(toy_documents.docx, tmp_path / "lagi.pdf")
    assert again.read_bytes() == toy_documents.pdf.read_bytes()
    assert bookmark_pages(again) == bookmark_pages(toy_documents.pdf)


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_word_is_complete_and_the_remedy_is_named(
    toy: Plan, tmp_path: Path
) -> None:
    made = write_rad(toy, tmp_path)
    assert made.pdf is None
    assert "install" in made.note
    assert "berkas Word tetap lengkap" in made.note
    assert {number for _, number in listed(made.docx)} == {""}
    settings = Document(str(made.docx)).settings.element
    assert settings.find(qn("w:updateFields")) is not None
    with pytest.raises(PdfUnavailable, match="LibreOffice tidak ditemukan"):
        to_pdf(made.docx, tmp_path / "x.pdf")


def test_a_conversion_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(*_args: object, **_settings: object) -> None:
        command = "soffice"
        raise subprocess.TimeoutExpired(command, pdf.TIMEOUT)

    monkeypatch.setattr(pdf, "find_office", lambda: Path("soffice"))
    monkeypatch.setattr(pdf.subprocess, "run", hang)
    (tmp_path / "a.docx").write_bytes(b"")
    with pytest.raises(PdfUnavailable, match="belum selesai"):
        to_pdf(tmp_path / "a.docx", tmp_path / "a.pdf")


@pytest.mark.libreoffice
@needs_office
def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PdfUnavailable, match=r"tidak_ada\.docx tidak ada"):
        to_pdf(tmp_path / "tidak_ada.docx", tmp_path / "a.pdf")


def test_roman_numbers() -> None:
    assert [roman(n) for n in (1, 2, 3, 4, 5, 9, 14)] == ["i", "ii", "iii", "iv", "v", "ix", "xiv"]
