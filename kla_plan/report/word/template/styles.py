"""The look of the documents: page, fonts and styles, as Word styles an analyst can change."""

from dataclasses import dataclass

from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import (
    WD_ALIGN_PARAGRAPH,
    WD_LINE_SPACING,
    WD_TAB_ALIGNMENT,
    WD_TAB_LEADER,
)
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Arial"
INK = RGBColor(0x1A, 0x1A, 0x1A)
BLUE = RGBColor(0x00, 0x4B, 0x7A)
LEFT, CENTER, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
#: Table style of all tables, and the one with narrow margins for the wide matrix.
TABLE, MATRIX = "Tabel RAD", "Tabel Matriks"

#: Styles of the lines of the contents lists, and the width of the text in centimetres.
CONTENT_STYLES = ("TOC 1", "TOC 2", "Table of Figures")
_TEXT_WIDTH = 16.0


@dataclass(frozen=True, slots=True)
class Look:
    """Looks of one paragraph style (sizes and spaces in points, indent in centimetres)."""

    name: str
    size: float
    align: WD_ALIGN_PARAGRAPH = LEFT
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.0
    next_stays: bool = False
    indent: float = 0
    hanging: float = 0
    colour: RGBColor = INK
    based_on: str = "Normal"


LOOKS = (
    Look("Title", 24, CENTER, bold=True, before=0, after=12, colour=BLUE),
    Look("Subtitle", 14, CENTER, after=6),
    Look("Heading 1", 14, CENTER, bold=True, before=0, after=16, next_stays=True, colour=BLUE),
    Look("Heading 2", 12, bold=True, before=14, after=6, next_stays=True, colour=BLUE),
    Look("Heading 3", 11, bold=True, before=10, after=4, next_stays=True, colour=BLUE),
    Look("Judul Depan", 14, CENTER, bold=True, after=16, next_stays=True, colour=BLUE),
    Look("Body Text", 11, BOTH, after=6, line=1.15),
    Look("Butir", 11, BOTH, after=3, line=1.15, indent=1.0, hanging=0.6),
    Look("Caption", 9.5, CENTER, bold=True, before=8, after=4, next_stays=True),
    Look("Caption Gambar", 9.5, CENTER, bold=True, before=3, after=12),
    Look("Gambar", 11, CENTER, before=6, next_stays=True),
    Look("Catatan", 8.5, BOTH, italic=True, before=3, after=8),
    Look("Tanda Tangan", 11, CENTER),
    Look("Isi Tabel", 8),
    Look("Angka Tabel", 8, RIGHT),
    Look("Kepala Tabel", 8, CENTER, bold=True),
    Look("Isi Matriks", 6.2),
    Look("Aksi Matriks", 6.2, bold=True),
    Look("Angka Matriks", 6.2, RIGHT),
    Look("Kepala Matriks", 6.2, CENTER, bold=True),
    Look("Pita Matriks", 7, bold=True, next_stays=True),
    Look("TOC 1", 10.5, bold=True, before=5, after=1),
    Look("TOC 2", 10.5, after=1, indent=0.6),
    Look("Table of Figures", 10.5, after=3, indent=2.2, hanging=2.2),
    Look("Kotak Draf", 10.5, CENTER, before=6, after=6, line=1.15),
    Look("Header", 8.5, RIGHT),
    Look("Footer", 9, CENTER),
)


def apply_styles(document: DocumentType) -> None:
    """Define every style of the documents."""
    normal = document.styles["Normal"]
    _font(normal, 11)
    normal.paragraph_format.space_after = Pt(0)
    for look in LOOKS:
        apply_look(document, look)
    document.styles.element.append(parse_xml(_table_style(TABLE, "TabelRAD", 70, 18)))
    document.styles.element.append(parse_xml(_table_style(MATRIX, "TabelMatriks", 28, 15)))
    _language(document)


def apply_look(document: DocumentType, look: Look) -> None:
    """Define a paragraph style, or give one that exists another look."""
    styles = document.styles
    known = {style.name for style in styles}
    style = (
        styles[look.name]
        if look.name in known
        else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    style.base_style = styles[look.based_on]
    style.hidden = False
    style.quick_style = True
    _font(style, look.size)
    style.font.bold, style.font.italic, style.font.color.rgb = look.bold, look.italic, look.colour
    form = style.paragraph_format
    form.alignment = look.align
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    form.line_spacing = look.line
    form.keep_with_next = look.next_stays
    form.left_indent, form.first_line_indent = Cm(look.indent), Cm(-look.hanging)
    form.widow_control = True
    if look.name in CONTENT_STYLES:
        form.right_indent = Cm(1.0)
        form.tab_stops.add_tab_stop(Cm(_TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    if look.name == "Judul Depan":
        outline = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>')
        style.element.get_or_add_pPr().append(outline)
    border = style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)
    if look.name == "Kotak Draf":
        style.element.get_or_add_pPr().insert(0, parse_xml(_BOX))


def _font(style: object, size: float) -> None:
    font = style.font  # type: ignore[attr-defined]
    font.name, font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), FONT)


def _language(document: DocumentType) -> None:
    properties = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    language = properties.find(qn("w:lang"))
    if language is not None:
        properties.remove(language)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="id-ID" w:eastAsia="id-ID"/>'))


_BOX = (
    f"<w:pBdr {nsdecls('w')}>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="6" w:color="D55E00"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + "</w:pBdr>"
)


def _table_style(name: str, identifier: str, side: int, edge: int) -> str:
    line = 'w:val="single" w:sz="4" w:space="0" w:color="9AA5B1"'
    borders = "".join(
        f"<w:{part} {line}/>" for part in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{part} w:w="{size}" w:type="dxa"/>'
        for part, size in (("top", edge), ("left", side), ("bottom", edge), ("right", side))
    )
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="DCE9F2"/></w:tcPr></w:tblStylePr></w:style>'
    )
