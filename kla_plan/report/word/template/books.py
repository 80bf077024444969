"""The template of the RAD KLA: its parts in order."""

from kla_plan.report.word.template.annex_4 import annex_4
from kla_plan.report.word.template.annexes import annex_1, annex_2, annex_3
from kla_plan.report.word.template.chapter_3 import chapter_3
from kla_plan.report.word.template.chapter_4 import chapter_4
from kla_plan.report.word.template.chapter_5 import chapter_5
from kla_plan.report.word.template.chapter_6 import chapter_6
from kla_plan.report.word.template.chapter_7 import chapter_7
from kla_plan.report.word.template.chapter_8 import chapter_8
from kla_plan.report.word.template.closing import chapter_9, chapter_10
from kla_plan.report.word.template.front import front_matter, title_page
from kla_plan.report.word.template.opening import chapter_1, chapter_2
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
        chapter_8, chapter_9, chapter_10, annex_1, annex_2, annex_3, annex_4,
    ):  # fmt: skip
        part(book)
