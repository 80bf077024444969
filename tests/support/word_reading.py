"""Reading a written Word file back in tests: captions with their tables, cells, numbers."""

import re
from collections.abc import Iterator
from fractions import Fraction

from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.table import Table


def captioned(document: DocumentType) -> Iterator[tuple[str, Table]]:
    """Yield every table with the text of the paragraph before it."""
    caption = ""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield caption, block
        elif block.text.strip():
            caption = block.text


def cells(table: Table) -> list[list[str]]:
    """Read a table's cells straight from the file, which is faster than python-docx's grid."""
    return [
        [
            "\n".join(
                "".join(t.text or "" for t in p.iter(qn("w:t"))).replace("\u00a0", " ")
                for p in cell.findall(qn("w:p"))
            )
            for cell in row.findall(qn("w:tc"))
        ]
        for row in table._tbl.findall(qn("w:tr"))
    ]


def tables(document: DocumentType) -> dict[str, list[list[str]]]:
    """Return the cells of every table by its caption without the number."""
    return {re.sub(r"^Tabel \S+ ", "", c): cells(t) for c, t in captioned(document)}


def sections(document: DocumentType) -> dict[str, str]:
    """Return the text below every heading, tables left out, by the heading."""
    found: dict[str, list[str]] = {}
    heading = ""
    for paragraph in document.paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        if (style or "").startswith(("Heading", "Judul")):
            heading = " ".join(paragraph.text.split())
            found.setdefault(heading, [])
        else:
            found.setdefault(heading, []).append(paragraph.text.replace("\u00a0", " "))
    return {name: "\n".join(lines) for name, lines in found.items()}


def angka(value: float | Fraction | int, decimals: int = 0) -> str:
    """Write a number the Indonesian way, independently of the package."""
    scaled = Fraction(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2)) if scaled >= 0 else -int(-scaled + Fraction(1, 2))
    sign, digits = ("-" if whole < 0 else ""), str(abs(whole)).rjust(decimals + 1, "0")
    front, back = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", front)
    return f"{sign}{grouped},{back}" if decimals else f"{sign}{grouped}"


def trimmed(value: float | Fraction | int) -> str:
    """Write a number with at most two decimals."""
    text = angka(value, 2)
    return text.rstrip("0").rstrip(",")


def persen(share: Fraction) -> str:
    """Write a share as a percentage with one decimal."""
    return f"{angka(share * 100, 1)} %"


def short_name(cluster: str) -> str:
    """Return what captions call a cluster: ``Klaster II`` of ``Klaster II — …``."""
    return cluster.partition(" — ")[0]
