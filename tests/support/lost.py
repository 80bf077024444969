"""What a Word file has in its tables and its PDF has not: rows lost by the layout."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from support.pages import Sheet

#: Rupiah, and codes of activities and questions: what no other place repeats by chance.
_TOLD = re.compile(r"\b\d{1,3}(?:\.\d{3})+\b|\bK[0-5D]-\d+\b|\bP\d+[A-C]?\.\d+\w?\b")


def lost(pdf: Path, read: Sequence[Sheet]) -> list[str]:
    """Return the figures and codes in tables of the Word file beside a PDF that it lacks."""
    body = Document(str(pdf.with_suffix(".docx"))).element.body
    cells = (
        "\n".join("".join(p.itertext(qn("w:t"))) for p in cell.iter(qn("w:p")))
        for cell in body.iter(qn("w:tc"))
    )
    written = Counter(told for cell in cells for told in _TOLD.findall(cell))
    # A line may break after the hyphen of a code.
    text = "\n".join(re.sub(r"-\s*\n\s*", "-", sheet.text) for sheet in read)
    return sorted((written - Counter(_TOLD.findall(text))).elements())
