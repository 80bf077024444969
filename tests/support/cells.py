"""Words of a Word file that are wider than their table cell: programs break them in the middle."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from lxml.etree import _Element

from kla_plan.report.word.fit import width_of

#: Millimetres in a twentieth of a point; millimetres by which the widths of letters may be off.
TWIP, NOISE = 25.4 / 1440, 0.3
#: A line may end after these and after a space.
_ENDS = re.compile(r"(?<=[-–—/])|[\s\u00a0]+")


def broken_words(docx: Path) -> list[str]:
    """Return every word that does not fit into its cell, each once."""
    document = Document(str(docx))
    fonts, sides = _fonts(document), _sides(document)
    found: dict[str, None] = {}
    for table in document.element.body.iter(qn("w:tbl")):
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        margins = sides.get(style.get(qn("w:val")), 0.0) if style is not None else 0.0
        for word, room in _table(table, fonts, margins):
            found[f"«{word}» in a cell of {room:.0f} mm"] = None
    return list(found)


def _table(
    table: _Element, fonts: Mapping[str, tuple[float, bool]], margins: float
) -> Iterator[tuple[str, float]]:
    for cell in table.iter(qn("w:tc")):
        size = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
        if size is None or size.get(qn("w:type")) != "dxa":
            continue
        room = float(size.get(qn("w:w"))) * TWIP - margins
        for paragraph in cell.findall(qn("w:p")):
            named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            style = named.get(qn("w:val")) if named is not None else "Normal"
            points, bold = fonts.get(style, (11.0, False))
            text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
            for word in filter(None, _ENDS.split(text)):
                if width_of(word, points, bold=bold) > room + NOISE:
                    yield word, room


def _fonts(document: DocumentType) -> dict[str, tuple[float, bool]]:
    """Return size in points and boldness of every style of paragraphs, by its identifier."""
    return {
        style.style_id: (style.font.size.pt if style.font.size else 11.0, bool(style.font.bold))
        for style in document.styles
        if isinstance(style, ParagraphStyle)
    }


def _sides(document: DocumentType) -> dict[str, float]:
    """Return what the margins of each style of tables take from the width of a cell."""
    found = {}
    for style in document.styles.element.findall(qn("w:style")):
        margins = style.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
        if margins is not None:
            parts = [margins.find(qn(f"w:{side}")) for side in ("left", "right")]
            widths = [float(part.get(qn("w:w"))) * TWIP for part in parts if part is not None]
            found[style.get(qn("w:styleId"))] = sum(widths)
    return found
