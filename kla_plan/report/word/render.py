"""Filling a template: values in, a finished Word document out."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx.document import Document as DocumentType
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from kla_plan.report.word.contents import number_captions
from kla_plan.report.word.layout import describe_pictures, fit_tables, hold_together
from kla_plan.report.word.package import stable
from kla_plan.report.word.picture import Picture, pictures


def render(template: Path, values: Callable[[Picture], dict[str, object]]) -> DocumentType:
    """Fill a template.

    Parameters
    ----------
    template
        A Word file with Jinja tags.
    values
        Makes the values of the tags; it is given a maker of pictures.

    Raises
    ------
    jinja2.UndefinedError
        If the template names a value that does not exist.
    jinja2.TemplateSyntaxError
        If a tag of the template is broken.
    """
    book = DocxTemplate(template)
    book.init_docx()
    # A template may come from anybody: the sandbox keeps its tags from touching the program.
    rules = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    book.render(values(pictures(book)), jinja_env=rules, autoescape=True)
    document: DocumentType = book.docx
    fit_tables(document)
    number_captions(document)
    describe_pictures(document)
    hold_together(document)
    return document


def save(document: DocumentType, path: Path, title: str) -> Path:
    """Write a document with stable bytes."""
    buffer = BytesIO()
    document.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stable(buffer.getvalue(), title))
    return path
