"""Chapters of the RAD KLA as its template has them, so that annex and document agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kla_plan.report.word.render import open_template


@dataclass(frozen=True, slots=True)
class ChapterOfRad:
    """A chapter: its title with its number, and its sections."""

    title: str
    sections: tuple[str, ...]


def rad_chapters(template: Path) -> tuple[ChapterOfRad, ...]:
    """Return the chapters (``BAB …``) of a RAD template with their sections, in order.

    A heading that is made of values is left out: it names a group of data, not a section.

    Raises
    ------
    FindingsError
        If the file is no Word document.
    """
    found: list[tuple[str, list[str]]] = []
    chapter = False
    for level, text in _headings(template):
        if level == 1:
            chapter = text.startswith("BAB ")
            if chapter:
                found.append((text, []))
        elif chapter:
            found[-1][1].append(text)
    return tuple(ChapterOfRad(title, tuple(sections)) for title, sections in found)


def _headings(template: Path) -> Iterator[tuple[int, str]]:
    levels = {"Heading 1": 1, "Heading 2": 2}
    for paragraph in open_template(template).docx.paragraphs:
        level = levels.get(paragraph.style.name if paragraph.style is not None else "")
        text = " ".join(paragraph.text.split())
        if level and text and "{" not in text:
            yield level, text
