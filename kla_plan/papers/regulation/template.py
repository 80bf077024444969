"""The template of the regulation: its parts in order."""

from kla_plan.papers.regulation.annexes import annexes, checklist
from kla_plan.papers.regulation.chapters import doing, general, purpose, standing, targets
from kla_plan.papers.regulation.later_chapters import (
    changing,
    ending,
    money,
    participation,
    watching,
)
from kla_plan.papers.regulation.looks import folio, regulation_styles
from kla_plan.papers.regulation.opening import closing, considerations, page_numbers, title
from kla_plan.report.word.template.parts import Builder

#: File name of the template.
REGULATION = "rancangan_peraturan.docx"


def regulation(book: Builder) -> None:
    """Write the template of the draft regulation."""
    regulation_styles(book.document)
    folio(book.document.sections[0])
    page_numbers(book)
    for part in (
        title, considerations, general, purpose, standing, targets, doing, money, watching,
        changing, participation, ending, closing, annexes, checklist,
    ):  # fmt: skip
        part(book)
