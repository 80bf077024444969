"""The template of the RAD KLA: its parts in order."""

from kla_plan.report.word.template.annexes import annex_1, annex_2, annex_3
from kla_plan.report.word.template.core import chapter_4, chapter_5, chapter_6, chapter_7
from kla_plan.report.word.template.front import front_matter, title_page
from kla_plan.report.word.template.opening import chapter_1, chapter_2, chapter_3
from kla_plan.report.word.template.parts import Builder

#: File names of the templates.
RAD, YEARLY = "rad_kla.docx", "rencana_tahunan.docx"


def rad(book: Builder) -> None:
    """Write the template of the RAD KLA."""
    title_page(book)
    front_matter(book)
    book.section(numbers="decimal", restart=True)
    for part in (
        chapter_1, chapter_2, chapter_3, chapter_4, chapter_5, chapter_6, chapter_7,
        annex_1, annex_2, annex_3,
    ):  # fmt: skip
        part(book)
