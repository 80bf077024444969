"""The look of papers that must fit a given number of pages: narrow margins, smaller letters."""

from docx.shared import Mm

from kla_plan.report.word.template.parts import Builder
from kla_plan.report.word.template.styles import BLUE, BOTH, CENTER, RIGHT, Look, apply_look

#: Millimetres of text on a page, across and down.
WIDTH, HEIGHT = 174.0, 262.0
#: Letters of tables and of running text, in points.
TABLE_SIZE, TEXT_SIZE, NOTE_SIZE, TITLE_SIZE = 8.0, 9.0, 7.5, 13.0
_SIDE, _TOP = (210 - WIDTH) / 2, 20.0
_LOOKS = (
    Look("Title", TITLE_SIZE, CENTER, bold=True, after=1, colour=BLUE),
    Look("Subtitle", 9.5, CENTER, after=3),
    Look("Heading 2", 10.5, bold=True, before=6, after=2, next_stays=True, colour=BLUE),
    Look("Body Text", TEXT_SIZE, BOTH, after=3, line=1.05),
    Look("Gambar", 9, CENTER, before=1),
    Look("Catatan", NOTE_SIZE, italic=True, before=1, after=0),
    Look("Isi Tabel", TABLE_SIZE),
    Look("Angka Tabel", TABLE_SIZE, RIGHT),
    Look("Kepala Tabel", TABLE_SIZE, CENTER, bold=True),
    Look("Isian", 8.5, after=2),
)


def compact(book: Builder) -> None:
    """Give a template the look; ``Isian`` is the style of a line to be filled in by hand."""
    for look in _LOOKS:
        apply_look(book.document, look)
    section = book.document.sections[0]
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(297 - _TOP - HEIGHT)
    section.header_distance = section.footer_distance = Mm(8)
