"""Reading the short Word papers: their text and the rows of their tables."""

import re
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from pypdf import PdfReader

from kla_plan.report.pdf import office

ENGLISH = re.compile(
    r"\b(the|and|with|year|total score|activity|budget|None|nan|True|False|page|gap|table|figure)\b"
)
TAGS = re.compile(r"\{\{|\}\}|\{%|%\}")


def opened(path: Path) -> DocumentType:
    return Document(str(path))


def text_of(document: DocumentType) -> str:
    """Body, header and footer, one line per paragraph."""
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    lines = (
        "".join(
            "\n" if node.tag == qn("w:br") else (node.text or "")
            for node in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        for part in parts
        for paragraph in part.iter(qn("w:p"))
    )
    return "\n".join(lines).replace("\u00a0", " ")


def tables_of(document: DocumentType) -> dict[str, list[dict[str, str]]]:
    """Rows by heading above the table, then by column."""
    found: dict[str, list[dict[str, str]]] = {}
    heading = ""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            head, *rows = [
                [cell.text.replace("\u00a0", " ") for cell in row.cells] for row in block.rows
            ]
            key = heading if heading not in found else f"{heading} (2)"
            found[key] = [dict(zip(head, row, strict=True)) for row in rows]
        elif block.style.name.startswith("Heading"):
            heading = block.text
    return found


def pages(files: list[Path], folder: Path) -> dict[str, int]:
    """Number of pages of each Word file, laid out by LibreOffice."""
    pdfs = {docx: folder / f"{place}.pdf" for place, docx in enumerate(files)}
    with office() as program:
        program.convert_all(pdfs)
    return {str(docx): len(PdfReader(pdf).pages) for docx, pdf in pdfs.items()}
