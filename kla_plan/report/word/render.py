"""Filling a template: values in, a finished Word document out."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx.document import Document as DocumentType
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from kla_plan.findings import FindingsError
from kla_plan.report.word.contents import number_captions
from kla_plan.report.word.fields import Field, field_of
from kla_plan.report.word.layout import (
    describe_pictures,
    fit_tables,
    hold_together,
    keep_rows,
)
from kla_plan.report.word.mistakes import (
    misplaced_tag,
    no_document,
    unknown_names,
    wrong_tag,
)
from kla_plan.report.word.package import stable
from kla_plan.report.word.picture import Picture, pictures
from kla_plan.report.word.used_fields import Used, used_fields

#: Who is shown the values of every document that is made.
_watching: ContextVar[tuple[Callable[[Path, Mapping[str, object]], None], ...]] = ContextVar(
    "watching", default=()
)


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
    book = open_template(template)
    given = values(pictures(book))
    for see in _watching.get():
        see(template, given)
    try:
        book.render(given, jinja_env=_rules(), autoescape=True)
    except UndefinedError as error:
        raise _unknown(template, given, error) from error
    except TemplateError as error:
        raise wrong_tag(template, error) from error
    except (TypeError, ValueError, ArithmeticError, LookupError, SyntaxError) as error:
        raise misplaced_tag(template, error) from error
    document: DocumentType = book.docx
    fit_tables(document)
    number_captions(document)
    describe_pictures(document)
    hold_together(document)
    keep_rows(document)
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
    used = compare_fields(template, field_of([dict.fromkeys(sorted(names), "")]))
    unknown = [one for one in used.unknown if "." not in one.path]
    if unknown:
        raise unknown_names(template, unknown)


def compare_fields(template: Path, root: Field) -> Used:
    """Hold every name in the tags of a template against the values that there are.

    Raises
    ------
    FindingsError
        If one of its tags is broken, or the file is no Word document.
    """
    text = _tagged(open_template(template))
    try:
        return used_fields(text, root, _rules())
    except TemplateSyntaxError as error:
        raise wrong_tag(template, error, text.splitlines()[: error.lineno]) from error


@contextmanager
def watching(see: Callable[[Path, Mapping[str, object]], None]) -> Iterator[None]:
    """Show ``see`` the template and the values of every document made in the block."""
    token = _watching.set((*_watching.get(), see))
    try:
        yield
    finally:
        _watching.reset(token)


def _tagged(book: DocxTemplate) -> str:
    """Return the text of body, headers and footers with their tags as the renderer reads them."""
    parts = [book.get_xml()]
    for uri in (book.HEADER_URI, book.FOOTER_URI):
        parts += [book.get_part_xml(part) for _, part in book.get_headers_footers(uri)]
    text = "".join(str(book.patch_xml(part)) for part in parts)
    return re.sub(r"<w:p(?=[ >])", "\n<w:p", text)


def _unknown(template: Path, given: Mapping[str, object], error: UndefinedError) -> FindingsError:
    """Return a finding for each name of the template that the values do not have."""
    used = compare_fields(template, field_of([given]))
    if used.unknown:
        return unknown_names(template, used.unknown)
    return misplaced_tag(template, error)


def open_template(template: Path) -> DocxTemplate:
    """Open a template.

    Raises
    ------
    FindingsError
        If the file is no Word document.
    """
    book = DocxTemplate(template)
    try:
        book.init_docx()
    except (OpcError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise no_document(template) from error
    return book


@cache
def _rules() -> SandboxedEnvironment:
    # A template may come from anybody: the sandbox keeps its tags from touching the program.
    rules = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    # Dozens of sheets are filled from one template: its parts are compiled for the first of them.
    rules.from_string = lru_cache(maxsize=256)(rules.from_string)  # type: ignore[assignment,method-assign]
    return rules


def save(document: DocumentType, path: Path, title: str) -> Path:
    """Write a document with stable bytes."""
    buffer = BytesIO()
    document.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stable(buffer.getvalue(), title))
    return path
