"""The opening of a short paper: running head, page number, title, and the notice of a draft."""

from collections.abc import Sequence

from docx.shared import Pt, RGBColor

from kla_plan.report.word.template.parts import Builder, add_field

_DRAFT = RGBColor(0xB4, 0x3C, 0x00)


def running_head(book: Builder, text: str) -> None:
    """Write ``DRAF · text`` into the header and the page number into the footer."""
    section = book.document.sections[0]
    head = section.header.paragraphs[0]
    head.style = "Header"
    mark = head.add_run("DRAF")
    mark.bold, mark.font.color.rgb = True, _DRAFT
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
