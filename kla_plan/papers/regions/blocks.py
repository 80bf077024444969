"""Blocks that stay on one page: a small heading with the table below it."""

from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def keep_blocks(document: DocumentType) -> None:
    """Keep every table that follows a heading of the third level on one page with it.

    Word and LibreOffice keep rows together whose paragraphs stay with the next one; the last row
    is left free, so that the next block may begin on a new page.
    """
    for table in document.element.body.findall(qn("w:tbl")):
        before = table.getprevious()
        if before is None or before.tag != qn("w:p"):
            continue
        style = Paragraph(before, document).style
        if style is None or style.name != "Heading 3":
            continue
        for row in table.findall(qn("w:tr"))[:-1]:
            for paragraph in row.iter(qn("w:p")):
                Paragraph(paragraph, document).paragraph_format.keep_with_next = True
