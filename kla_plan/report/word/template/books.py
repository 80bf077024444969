"""Whole templates: their parts in order."""

from io import BytesIO
from pathlib import Path

from kla_plan.report.word.package import stable
from kla_plan.report.word.template.annexes import annex_1, annex_2, annex_3
from kla_plan.report.word.template.core import chapter_4, chapter_5, chapter_6, chapter_7
from kla_plan.report.word.template.front import front_matter, title_page
from kla_plan.report.word.template.opening import chapter_1, chapter_2, chapter_3
from kla_plan.report.word.template.parts import Builder
from kla_plan.report.word.template.yearly import yearly

#: File names of the templates.
RAD, YEARLY = "rad_kla.docx", "rencana_tahunan.docx"


def build_rad() -> bytes:
    """Return the template of the RAD KLA."""
    book = Builder()
    title_page(book)
    front_matter(book)
    book.section(numbers="decimal", restart=True)
    for part in (
        chapter_1, chapter_2, chapter_3, chapter_4, chapter_5, chapter_6, chapter_7,
        annex_1, annex_2, annex_3,
    ):  # fmt: skip
        part(book)
    return _bytes(book, "Templat RAD KLA")


def build_yearly() -> bytes:
    """Return the template of the yearly plan."""
    book = Builder()
    yearly(book)
    return _bytes(book, "Templat rencana aksi tahunan KLA")


def write_templates(folder: Path) -> tuple[Path, ...]:
    """Write both templates into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, content in ((RAD, build_rad()), (YEARLY, build_yearly())):
        path = folder / name
        path.write_bytes(content)
        paths.append(path)
    return tuple(paths)


def _bytes(book: Builder, title: str) -> bytes:
    buffer = BytesIO()
    book.document.save(buffer)
    return stable(buffer.getvalue(), title)
