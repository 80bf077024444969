"""Making rendered tables fit the page: widths of repeated columns are known only now."""

from collections.abc import Iterator

from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

#: Styles of running text, which has no space of its own before it.
_RUNNING = ("Body Text", "Butir")


def fit_tables(document: DocumentType) -> None:
    """Scale every table to the text width of its section, keeping the ratio of its columns.

    The widths are those of the cells as written in the template, so an analyst who changes a
    column there changes it here.
    """
    for table, width in _tables(document):
        rows = table.findall(qn("w:tr"))
        shape = max(rows, key=lambda row: len(row.findall(qn("w:tc"))))
        widths = [_width(cell) for cell in shape.findall(qn("w:tc"))]
        scale = width / sum(widths)
        _apply(table, [round(part * scale) for part in widths])


def _tables(document: DocumentType) -> Iterator[tuple[_Element, int]]:
    """Yield the tables of the body, each with the text width of its section in twentieths."""
    sections = iter(document.sections)
    section = next(sections)
    for element in document.element.body:
        if element.tag == qn("w:tbl"):
            left, right = section.left_margin, section.right_margin
            whole = section.page_width
            yield element, round(((whole or 0) - (left or 0) - (right or 0)) / 635)
        elif element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            section = next(sections)


def _width(cell: _Element) -> float:
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return float(width.get(qn("w:w"), "1000")) if width is not None else 1000.0


def _apply(table: _Element, widths: list[int]) -> None:
    grid = table.find(qn("w:tblGrid"))
    for old in list(grid):
        grid.remove(old)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    for row in table.iter(qn("w:tr")):
        place = 0
        for cell in row.findall(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            covers = int(span.get(qn("w:val"))) if span is not None else 1
            size = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            if size is not None:
                size.set(qn("w:w"), str(sum(widths[place : place + covers])))
                size.set(qn("w:type"), "dxa")
            place += covers


def close_sections(document: DocumentType) -> None:
    """Move the end of a section from an empty paragraph into the paragraph before it.

    An empty paragraph that spills over a full page would leave a blank sheet. Where the paragraph
    before holds a field the empty one stays, made tiny: LibreOffice loses the page number of the
    footer if a section ends inside a table of contents.
    """
    body = document.element.body
    for paragraph in list(body.findall(qn("w:p"))):
        properties = paragraph.find(qn("w:pPr"))
        section = None if properties is None else properties.find(qn("w:sectPr"))
        before = paragraph.getprevious()
        if section is None or paragraph.findall(qn("w:r")) or before is None:
            continue
        if before.tag == qn("w:p") and not _occupied(before):
            before.get_or_add_pPr().append(section)
            body.remove(paragraph)
        else:
            _shrink(paragraph)


def _occupied(paragraph: _Element) -> bool:
    ends = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    return ends or next(paragraph.iter(qn("w:fldChar")), None) is not None


def _shrink(paragraph: _Element) -> None:
    spacing = OxmlElement("w:spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(qn(f"w:{name}"), value)
    paragraph.find(qn("w:pPr")).insert(0, spacing)


def describe_pictures(document: DocumentType) -> None:
    """Give every picture its caption as alternative text."""
    for number, picture in enumerate(document.element.body.iter(qn("wp:docPr")), start=1):
        picture.set("id", str(number))
        picture.set("name", f"Gambar {number}")
        paragraph = next(picture.iterancestors(qn("w:p")))
        caption = paragraph.getnext()
        if caption is not None:
            picture.set("descr", "".join(caption.itertext(qn("w:t"))))


def keep_rows(document: DocumentType) -> None:
    """Leave no row of a table alone on a page, and no text glued to the table before it.

    The heading stays with the first row, and the last row, which often is the sum, with the row
    before it. No other row is tied: where a heading and the first row both stay with the next one,
    LibreOffice 7.4 loses the rows behind a page break.
    """
    for table, _ in _tables(document):
        rows = table.findall(qn("w:tr"))
        heads = sum(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows)
        for place in {*range(min(heads, len(rows) - 1)), len(rows) - 2} - {-1}:
            for paragraph in rows[place].iter(qn("w:p")):
                Paragraph(paragraph, document).paragraph_format.keep_with_next = True
        after = table.getnext()
        if after is not None and after.tag == qn("w:p"):
            _set_apart(Paragraph(after, document))


def _set_apart(paragraph: Paragraph) -> None:
    style = paragraph.style
    if style is not None and style.name in _RUNNING and paragraph.text.strip():
        paragraph.paragraph_format.space_before = Pt(6)


def hold_together(document: DocumentType) -> None:
    """Keep a number and its percent sign on one line."""
    for text in document.element.body.iter(qn("w:t")):
        if text.text and " %" in text.text:
            text.text = text.text.replace(" %", "\u00a0%")
