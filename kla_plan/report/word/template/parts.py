"""Pieces of a Word template: headings, paragraphs, captions, tables, sections, fields."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kla_plan.report.word.template.styles import LEFT, MATRIX, TABLE, apply_styles

SHADE = "DCE9F2"
BAND = "EEF3F7"


@dataclass(frozen=True, slots=True)
class Col:
    """A column: heading, cell (Jinja), width in millimetres; ``loop`` repeats it per item.

    ``head_loop`` and ``loop`` are Jinja ``for`` clauses for the heading and the cells; ``cell``
    may have several lines, each a paragraph; ``number`` aligns to the right, ``strong`` sets the
    first line bold.
    """

    head: str
    cell: str
    width: float
    number: bool = False
    strong: bool = False
    head_loop: str = ""
    loop: str = ""
    total: str = ""
    total_loop: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A row over the full width that opens a group: text, and the number of columns (Jinja)."""

    loop: str
    text: str
    span: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: columns, the Jinja loop over rows, groups around it, whether it has a total row."""

    columns: Sequence[Col]
    rows: str
    bands: Sequence[Band] = field(default=())
    total: bool = False
    matrix: bool = False


class Builder:
    """Writes a template from top to bottom."""

    def __init__(self) -> None:
        self.document: DocumentType = Document()
        apply_styles(self.document)
        _page(self.document.sections[0], landscape=False)

    def text(self, text: str, style: str = "Body Text") -> Paragraph:
        """Add a paragraph."""
        return self.document.add_paragraph(text, style)

    def heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        """Add a heading; a line break in ``text`` becomes one in Word."""
        paragraph = self.document.add_paragraph(style=f"Heading {level}")
        for place, line in enumerate(text.split("\n")):
            run = paragraph.add_run(line)
            if place < text.count("\n"):
                run.add_break()
        paragraph.paragraph_format.page_break_before = True if new_page else None

    def each(self, loop: str, text: str, style: str = "Body Text") -> None:
        """Add a paragraph for each item of a Jinja loop."""
        self.document.add_paragraph(f"{{%p for {loop} %}}")
        self.document.add_paragraph(text, style)
        self.document.add_paragraph("{%p endfor %}")

    def tag(self, tag: str) -> None:
        """Add a paragraph-level Jinja tag."""
        self.document.add_paragraph(f"{{%p {tag} %}}")

    def caption(self, kind: str, chapter: str, text: str) -> None:
        """Add a caption ``Tabel 2.1 …`` or ``Gambar 4.1 …`` with a Word sequence field."""
        style = "Caption" if kind == "Tabel" else "Caption Gambar"
        paragraph = self.document.add_paragraph(style=style)
        paragraph.add_run(f"{kind} {chapter}.")
        add_field(paragraph, f"SEQ {kind}_{chapter} \\* ARABIC", "1")
        paragraph.add_run(f" {text}")

    def picture(self, name: str) -> None:
        """Add the place of a picture."""
        self.document.add_paragraph(f"{{{{ {name} }}}}", "Gambar")

    def contents(self, instruction: str, marker: str) -> None:
        """Add a contents field; its entries are written when the document is made."""
        paragraph = self.document.add_paragraph()
        add_field(paragraph, instruction, marker)

    def grid(self, grid: Grid) -> None:
        """Add a table whose rows and repeated columns are Jinja loops."""
        looped = [column for column in grid.columns if column.loop]
        cells = len(grid.columns) + 2 * len(looped)
        table = self.document.add_table(0, cells)
        table.style = MATRIX if grid.matrix else TABLE
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        word = "Matriks" if grid.matrix else "Tabel"
        head = table.add_row()
        _whole(head, header=True)
        _fill(head.cells, grid.columns, "head", "head_loop", [f"Kepala {word}"] * len(grid.columns))
        for cell in head.cells:
            _shade(cell, SHADE)
        for band in grid.bands:
            _tag_row(table, f"for {band.loop}")
            row = table.add_row()
            _whole(row)
            for extra in row.cells[1:]:
                row._tr.remove(extra._tc)  # noqa: SLF001 - python-docx cannot remove a cell
            cell = row.cells[0]
            cell.paragraphs[0].style = "Pita Matriks" if grid.matrix else "Kepala Tabel"
            cell.paragraphs[0].alignment = LEFT
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            cell.paragraphs[0].add_run(f"{{% colspan {band.span} %}}{band.text}")
            _shade(cell, BAND)
        _tag_row(table, f"for {grid.rows}")
        row = table.add_row()
        _whole(row)
        styles = [f"Angka {word}" if column.number else f"Isi {word}" for column in grid.columns]
        _fill(row.cells, grid.columns, "cell", "loop", styles)
        for _ in range(1 + len(grid.bands)):
            _tag_row(table, "endfor")
        if grid.total:
            row = table.add_row()
            _whole(row)
            _fill(row.cells, grid.columns, "total", "total_loop", styles)
            for cell in row.cells:
                _shade(cell, BAND)
                for run in cell.paragraphs[0].runs:
                    run.bold = True

    def section(
        self, *, landscape: bool = False, numbers: str = "", restart: bool = False
    ) -> Section:
        """Begin a section on a new page; ``numbers`` is a Word number format."""
        section: Section = self.document.add_section(WD_SECTION.NEW_PAGE)
        _page(section, landscape=landscape)
        _numbering(section, numbers, restart=restart)
        return section


def _numbering(section: Section, numbers: str, *, restart: bool) -> None:
    properties = section._sectPr  # noqa: SLF001 - python-docx has no page number format
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    kind = OxmlElement("w:pgNumType")
    if numbers:
        kind.set(qn("w:fmt"), numbers)
    if restart:
        kind.set(qn("w:start"), "1")
    properties.find(qn("w:pgMar")).addnext(kind)


def _page(section: Section, *, landscape: bool) -> None:
    short, long = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    side = Mm(12) if landscape else Mm(25)
    section.left_margin = section.right_margin = side
    section.top_margin, section.bottom_margin = (
        Mm(22 if landscape else 23),
        Mm(18 if landscape else 20),
    )
    section.header_distance = section.footer_distance = Mm(10)


def add_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """Add a complex field with a result to a paragraph."""
    for kind, text in (
        ("begin", ""),
        ("", instruction),
        ("separate", ""),
        ("=", result),
        ("end", ""),
    ):
        run = paragraph.add_run()
        if kind == "":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {text} "
            run._r.append(code)  # noqa: SLF001 - python-docx has no fields
        elif kind == "=":
            run.text = text
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - python-docx has no fields


def _fill(
    cells: Sequence[_Cell], columns: Sequence[Col], part: str, loop: str, styles: Sequence[str]
) -> None:
    free = iter(cells)
    for column, style in zip(columns, styles, strict=True):
        clause = getattr(column, loop)
        if column.loop:
            _cell(next(free), f"{{%tc for {clause} %}}" if clause else "", column.width, style)
        strong = column.strong and part == "cell"
        _cell(next(free), getattr(column, part), column.width, style, strong=strong)
        if column.loop:
            _cell(next(free), "{%tc endfor %}" if clause else "", column.width, style)


def _cell(cell: _Cell, text: str, width: float, style: str, *, strong: bool = False) -> None:
    cell.width = Mm(width)
    first, *rest = text.split("\n")
    cell.paragraphs[0].style = "Aksi Matriks" if strong else style
    cell.paragraphs[0].add_run(first)
    for line in rest:
        cell.add_paragraph(line, style)


def _tag_row(table: object, tag: str) -> None:
    row = table.add_row()  # type: ignore[attr-defined]
    row.cells[0].paragraphs[0].add_run(f"{{%tr {tag} %}}")


def _whole(row: object, *, header: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()  # type: ignore[attr-defined]  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(  # noqa: SLF001 - python-docx has no shading
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    )
