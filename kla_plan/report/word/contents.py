"""Numbers of captions, and the lists of contents, tables and figures with their pages."""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from kla_plan.report.word.template.front import CONTENTS, FIGURES, TABLES

#: Style of a paragraph → list it stands in, and level there.
_LISTS = {
    "Judul Depan": (CONTENTS, 1),
    "Heading 1": (CONTENTS, 1),
    "Heading 2": (CONTENTS, 2),
    "Caption": (TABLES, 1),
    "Caption Gambar": (FIGURES, 1),
}
_STYLES = {(CONTENTS, 1): "TOC 1", (CONTENTS, 2): "TOC 2", (TABLES, 1): "Table of Figures"}
#: Width of a page number while the pages are not known yet: two digits.
UNKNOWN = "00"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: which one, its level, its text, and the bookmark it points to."""

    list: str
    level: int
    text: str
    bookmark: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The lists of a document; their page numbers can be set again and again.

    Attributes
    ----------
    entries
        In document order.
    numbers
        Text element of the page number, by bookmark.
    """

    entries: tuple[Entry, ...]
    numbers: dict[str, _Element]

    def set_pages(self, labels: dict[str, str]) -> None:
        """Write the page numbers; a bookmark that is not named gets none."""
        for bookmark, element in self.numbers.items():
            element.text = labels.get(bookmark, "")


def number_captions(document: DocumentType) -> None:
    """Give captions their numbers in document order, one sequence per kind and chapter."""
    seen: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        code = "".join(paragraph._p.itertext(qn("w:instrText"))).strip()  # noqa: SLF001
        if code.startswith("SEQ "):
            sequence = code.split()[1]
            seen[sequence] += 1
            _result(paragraph).text = str(seen[sequence])


def _result(paragraph: Paragraph) -> _Element:
    """Return the text element between the ``separate`` and ``end`` marks of a field."""
    inside = False
    for run in paragraph._p.findall(qn("w:r")):  # noqa: SLF001 - python-docx has no fields
        mark = run.find(qn("w:fldChar"))
        if mark is not None:
            inside = mark.get(qn("w:fldCharType")) == "separate"
        elif inside and run.find(qn("w:t")) is not None:
            return run.find(qn("w:t"))
    message = f"Bidang nomor pada “{paragraph.text}” tidak lengkap; perbaiki templat."
    raise ValueError(message)


def write_contents(document: DocumentType) -> Contents:
    """Bookmark headings and captions, and write the three lists with page numbers to be set."""
    entries = _bookmark(document)
    numbers: dict[str, _Element] = {}
    for paragraph in document.paragraphs:
        marker = next((m for m in (CONTENTS, TABLES, FIGURES) if m in paragraph.text), None)
        if marker is not None:
            lines = [entry for entry in entries if entry.list == marker]
            numbers |= _write_list(document, paragraph, lines)
    return Contents(entries, numbers)


def _bookmark(document: DocumentType) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    for paragraph in document.paragraphs:
        place = _LISTS.get(paragraph.style.name if paragraph.style is not None else "")
        text = " ".join(paragraph.text.split())
        if place is None or not text:
            continue
        name = f"kla{len(entries) + 1:04d}"
        _surround(paragraph, name, len(entries) + 1)
        entries.append(Entry(*place, text, name))
    return tuple(entries)


def _surround(paragraph: Paragraph, name: str, identity: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(identity))
    start.set(qn("w:name"), name)
    element = paragraph._p  # noqa: SLF001 - python-docx has no bookmarks
    properties = element.pPr
    element.insert(0 if properties is None else 1, start)
    element.append(end)


def _write_list(
    document: DocumentType, paragraph: Paragraph, entries: list[Entry]
) -> dict[str, _Element]:
    """Replace the result of a contents field by one paragraph per entry."""
    runs = paragraph._p.findall(qn("w:r"))  # noqa: SLF001 - python-docx has no fields
    opening, closing = runs[:3], runs[-1]
    numbers = {}
    last = paragraph
    for place, entry in enumerate(entries):
        style = document.styles[_STYLES.get((entry.list, entry.level), "Table of Figures")]
        line = paragraph if place == 0 else _after(last)
        if place == 0:
            for run in runs[3:]:
                paragraph._p.remove(run)  # noqa: SLF001 - python-docx has no fields
        line.style = style
        link, numbers[entry.bookmark] = _link(entry)
        line._p.append(link)  # noqa: SLF001 - python-docx has no links within a document
        last = line
    last._p.append(deepcopy(closing))  # noqa: SLF001 - python-docx has no fields
    assert opening  # noqa: S101 - a field has a beginning
    return numbers


def _after(paragraph: Paragraph) -> Paragraph:
    element = OxmlElement("w:p")
    paragraph._p.addnext(element)  # noqa: SLF001 - python-docx inserts only before
    return Paragraph(element, paragraph._parent)  # noqa: SLF001


def _link(entry: Entry) -> tuple[_Element, _Element]:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), entry.bookmark)
    link.set(qn("w:history"), "1")
    text, tab, number = _run(), _run(), _run()
    text.append(_text(entry.text))
    tab.append(OxmlElement("w:tab"))
    page = _text(UNKNOWN)
    number.append(page)
    for run in (text, tab, number):
        link.append(run)
    return link, page


def _run() -> _Element:
    return OxmlElement("w:r")


def _text(content: str) -> _Element:
    element = OxmlElement("w:t")
    element.set(qn("xml:space"), "preserve")
    element.text = content
    return element


def page_labels(contents: Contents, pages: dict[str, int]) -> dict[str, str]:
    """Turn pages of the PDF into printed page numbers.

    The title page has none, the front matter counts i, ii, iii, and BAB I begins with 1.
    """
    body = next(entry.bookmark for entry in contents.entries if entry.text.startswith("BAB I "))
    first = pages[body]
    return {
        entry.bookmark: (
            str(pages[entry.bookmark] - first + 1)
            if pages[entry.bookmark] >= first
            else roman(pages[entry.bookmark] - 1)
        )
        for entry in contents.entries
        if entry.bookmark in pages
    }


def roman(number: int) -> str:
    """Write a small number in lower-case Roman numerals."""
    text = ""
    for value, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            text, number = text + letters, number - value
    return text
