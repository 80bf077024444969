"""Filling a template: values in, a finished Word document out."""

from collections.abc import Callable, Collection
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx.document import Document as DocumentType
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from kla_plan.report.word.contents import number_captions
from kla_plan.report.word.layout import describe_pictures, fit_tables, hold_together
from kla_plan.report.word.mistakes import no_document, unknown_names, wrong_tag
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
    FindingsError
        If the template names a value that does not exist, one of its tags is broken, or the file
        is no Word document.
    """
    book = _open(template)
    given = values(pictures(book))
    try:
        book.render(given, jinja_env=_rules(), autoescape=True)
    except TemplateError as error:
        raise wrong_tag(template, error, given) from error
    document: DocumentType = book.docx
    fit_tables(document)
    number_captions(document)
    describe_pictures(document)
    hold_together(document)
    return document


def check_template(template: Path, names: Collection[str]) -> None:
    """Look through a template before there are values for it.

    Parameters
    ----------
    names
        Names of the values that the template will be given.

    Raises
    ------
    FindingsError
        If one of its tags is broken, it uses another name, or the file is no Word document.
    """
    book = _open(template)
    try:
        used = book.get_undeclared_template_variables(_rules())
    except TemplateError as error:
        raise wrong_tag(template, error, {}) from error
    unknown = sorted(used - set(names))
    if unknown:
        raise unknown_names(template, unknown, names)


def _open(template: Path) -> DocxTemplate:
    book = DocxTemplate(template)
    try:
        book.init_docx()
    except (OpcError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise no_document(template) from error
    return book


def _rules() -> SandboxedEnvironment:
    # A template may come from anybody: the sandbox keeps its tags from touching the program.
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def save(document: DocumentType, path: Path, title: str) -> Path:
    """Write a document with stable bytes."""
    buffer = BytesIO()
    document.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stable(buffer.getvalue(), title))
    return path
