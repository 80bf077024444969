"""Write the Word templates of all papers anew: ``python -m kla_plan.papers.templates``.

An analyst edits a copy of the written files in Word; making a paper reads only the file.
"""

from io import BytesIO
from pathlib import Path

from kla_plan.papers.paper import Template
from kla_plan.papers.registry import word_templates
from kla_plan.report.word.package import stable
from kla_plan.report.word.template.parts import Builder
from kla_plan.resources import templates


def build(template: Template) -> bytes:
    """Return a template as a Word file."""
    book = Builder()
    template.build(book)
    buffer = BytesIO()
    book.document.save(buffer)
    return stable(buffer.getvalue(), template.title)


def write_templates(folder: Path) -> tuple[Path, ...]:
    """Write every template into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for template in word_templates():
        path = folder / template.file
        path.write_bytes(build(template))
        paths.append(path)
    return tuple(paths)


if __name__ == "__main__":
    write_templates(templates())
