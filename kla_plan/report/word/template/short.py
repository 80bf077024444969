"""The opening of a short paper: running head, page number, title, and the notice of a draft."""

from collections.abc import Sequence

from docx.section import Section
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from kla_plan.report.word.template.parts import Builder, add_field

#: Colour of the word DRAF.
DRAFT = RGBColor(0xB4, 0x3C, 0x00)


def running_head(book: Builder, text: str) -> None:
    """Write ``DRAF · text`` into the header and the page number into the footer."""
    mark_pages(book.document.sections[0], text)


def mark_pages(section: Section, text: str) -> None:
    """Write the running head and the page number of one section."""
    head = section.header.paragraphs[0]
    head.style = "Header"
    mark = head.add_run("DRAF")
    mark.bold, mark.font.color.rgb = True, DRAFT
    head.add_run(f"  ·  {text}")
    foot = section.footer.paragraphs[0]
    foot.style = "Footer"
    add_field(foot, "PAGE", "1")


def opening(book: Builder, titles: Sequence[str], subtitle: str) -> None:
    """Write the title lines and the subtitle."""
    for line in titles:
        title = book.text(line, "Title")
        title.runs[0].font.size = Pt(18)
        title.paragraph_format.space_after = Pt(2)
    book.text(subtitle, "Subtitle")


def draft_notice(book: Builder) -> Paragraph:
    """Write the box that says how far the paper is a draft and how many data are assumed."""
    return book.text("Naskah ini masih berupa draf. {{ dokumen.asumsi }}", "Kotak Draf")
