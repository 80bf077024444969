"""How chapters, articles, paragraphs and lists of a regulation are written into a template."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kla_plan.papers.regulation.words import items
from kla_plan.report.word.template.parts import Builder


@dataclass(frozen=True, slots=True)
class Ayat:
    """A numbered paragraph of an article.

    Attributes
    ----------
    text
        What it says; it ends in a colon where a list follows.
    list
        Items of the list, written here; closing marks are added.
    loop
        Jinja name of a list of values, each with ``huruf`` and ``teks``.
    condition
        Jinja condition under which the paragraph stands; the last one of its article.
    """

    text: str
    list: Sequence[str] = field(default=())
    loop: str = ""
    condition: str = ""


def chapter(book: Builder, number: str, title: str) -> None:
    """Write the heading of a chapter: ``BAB I`` and its title."""
    paragraph = book.text(f"BAB {number}", "Bab Peraturan")
    paragraph.runs[-1].add_break()
    paragraph.add_run(title)


def article(book: Builder, number: int, *parts: Ayat) -> None:
    """Write an article; with one part only its text is not numbered."""
    book.text(f"Pasal {number}", "Pasal")
    for place, part in enumerate(parts, start=1):
        if part.condition:
            book.tag(f"if {part.condition}")
        mark = "" if len(parts) == 1 else f"({place})\t"
        line = book.text(f"{mark}{_tight(part.text)}", "Ayat" if mark else "Isi Pasal")
        line.paragraph_format.keep_with_next = True if part.list or part.loop else None
        _list(book, part, "Ayat" if len(parts) == 1 else "Huruf")
        if part.condition:
            book.tag("endif")


def _list(book: Builder, part: Ayat, style: str) -> None:
    for item in items(part.list):
        book.text(f"{item['huruf']}.\t{item['teks']}", style)
    if part.loop:
        book.each(f"baris in {part.loop}", "{{ baris.huruf }}.\t{{ baris.teks }}", style)


def _tight(text: str) -> str:
    """Keep a reference such as ``Lampiran I`` or ``ayat (2)`` on one line."""
    return re.sub(r"\b(Lampiran|Pasal|ayat) (?=[IVX(\d])", "\\1\u00a0", text)


def definitions(book: Builder, texts: Sequence[str]) -> None:
    """Write the numbered definitions of the first article."""
    for place, text in enumerate(texts, start=1):
        book.text(f"{place}.\t{text}", "Ayat")
