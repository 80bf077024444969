"""The look of a regulation: F4 paper, black text, and the indents of its articles."""

from docx.document import Document as DocumentType
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt

from kla_plan.report.word.template.parts import Builder
from kla_plan.report.word.template.styles import BOTH, CENTER, LEFT, Look, apply_look

#: Where the colon, the number and the text of Menimbang and Mengingat stand, in centimetres.
_COLON, _NUMBER, _TEXT = 2.9, 3.3, 4.1
_SIZE = 12
LOOKS = (
    Look("Judul Peraturan", _SIZE, CENTER, after=2),
    Look("Tanda Rancangan", _SIZE, LEFT, after=14, indent=11.2),
    Look("Menimbang", _SIZE, BOTH, after=4, line=1.1, indent=_TEXT, hanging=_TEXT),
    Look("Menetapkan", _SIZE, BOTH, after=4, line=1.1, indent=_NUMBER, hanging=_NUMBER),
    Look("Butir Menimbang", _SIZE, BOTH, after=4, line=1.1, indent=_TEXT, hanging=_TEXT - _NUMBER),
    Look("Bab Peraturan", _SIZE, CENTER, before=14, after=4, next_stays=True),
    Look("Pasal", _SIZE, CENTER, before=8, after=4, next_stays=True),
    Look("Isi Pasal", _SIZE, BOTH, after=4, line=1.1),
    Look("Ayat", _SIZE, BOTH, after=4, line=1.1, indent=1.0, hanging=1.0),
    Look("Huruf", _SIZE, BOTH, after=3, line=1.1, indent=1.9, hanging=0.9),
    Look("Pengesahan", _SIZE, LEFT, next_stays=True, indent=8.2),
    Look("Pengundangan", _SIZE, LEFT, next_stays=True),
    Look("Kepala Lampiran", _SIZE - 1, LEFT, next_stays=True, indent=8.6),
)
#: Styles that show in the navigation pane, with their level.
_OUTLINE = {"Bab Peraturan": 0, "Pasal": 1}


def regulation_styles(document: DocumentType) -> None:
    """Add the styles of a regulation; their font is that of the style ``Normal``."""
    for look in LOOKS:
        apply_look(document, look)
        style = document.styles[look.name]
        fonts = style.element.rPr.find(qn("w:rFonts"))
        fonts.getparent().remove(fonts)
    for name in ("Menimbang", "Menetapkan", "Butir Menimbang"):
        stops = document.styles[name].paragraph_format.tab_stops
        for place in (_COLON, _NUMBER, _TEXT):
            stops.add_tab_stop(Cm(place))
    for name, level in _OUTLINE.items():
        outline = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>')
        document.styles[name].element.get_or_add_pPr().append(outline)


def folio(section: Section, *, landscape: bool = False) -> Section:
    """Give a section F4 paper (215 × 330 mm), as regional regulations are printed."""
    short, long = Mm(215), Mm(330)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin, section.right_margin = Mm(30), Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    return section


def space_before(book: Builder, points: float) -> None:
    """Set the last paragraph apart from the one before it."""
    book.document.paragraphs[-1].paragraph_format.space_before = Pt(points)
