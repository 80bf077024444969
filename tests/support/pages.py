"""Look at the pages of a PDF as a careful reader does: fonts, words, margins, empty sections."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.generic import Destination, DictionaryObject

#: Families of the documents (Arial, and the free font of the same widths), and of symbols.
FAMILIES = ("LiberationSans", "Arial", "OpenSymbol", "DejaVuSans")
#: Closest that text may come to the edge of the paper, in points (about 7 mm).
EDGE = 20.0
#: Where the page's own header and footer stand, in points from the edge.
MARGIN = 48.0
TAGS = re.compile(r"\{\{|\}\}|\{%|%\}|ISI-DAFTAR|KLA-[A-Z]-\d{3}")
ENGLISH = re.compile(
    r"\b(the|and|with|of|for|from|year|activity|budget|page|table|figure|gap|error|undefined)\b"
    r"|\b(None|nan|NaN|True|False|Traceback)\b"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: page (from 0), where it begins in points from the lower left, and text."""

    page: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page: its text, and the pieces that the text is put together from."""

    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the outline: level (from 0), title, page, height of its upper edge."""

    level: int
    title: str
    page: int
    top: float


def sheets(pdf: Path) -> tuple[Sheet, ...]:
    """Read the pages of a PDF; it takes a tenth of a second per page, so read it only once."""
    return tuple(_sheet(number, page) for number, page in enumerate(PdfReader(pdf).pages))


def faults(pdf: Path, read: Sequence[Sheet] | None = None) -> list[str]:
    """Return everything that is wrong with the pages of a PDF, one sentence each.

    ``read`` is what :func:`sheets` returned where that is known already.
    """
    reader = PdfReader(pdf)
    pieces = [piece for sheet in read or sheets(pdf) for piece in sheet.pieces]
    return [
        *_fonts(reader),
        *_words(pieces),
        *_edges(reader, pieces),
        *_blank(reader, pieces),
        *_sections(headings(reader), [p for p in pieces if not _furniture(reader, p)]),
    ]


def headings(reader: PdfReader) -> list[Heading]:
    """Return the headings in the order of the outline."""
    return list(_outline(reader, reader.outline, 0))


def _outline(reader: PdfReader, entries: Sequence[object], level: int) -> Iterator[Heading]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, level + 1)
        elif isinstance(entry, Destination):
            page = reader.get_destination_page_number(entry)
            if page is not None:
                yield Heading(level, _plain(str(entry.title)), page, float(entry.top or 0))


def _sheet(number: int, page: PageObject) -> Sheet:
    found: list[Piece] = []

    def visit(text: str, matrix: Sequence[float], line: Sequence[float], *_: object) -> None:
        if text.strip():
            x = line[4] * matrix[0] + line[5] * matrix[2] + matrix[4]
            y = line[4] * matrix[1] + line[5] * matrix[3] + matrix[5]
            found.append(Piece(number, x, y, text))

    return Sheet(page.extract_text(visitor_text=visit), tuple(found))


def _fonts(reader: PdfReader) -> Iterator[str]:
    seen: dict[str, bool] = {}
    for page in reader.pages:
        resources = page.get("/Resources", DictionaryObject()).get_object()
        for font in resources.get("/Font", {}).get_object().values():
            one = font.get_object()
            whole = one["/DescendantFonts"][0].get_object() if "/DescendantFonts" in one else one
            described = whole.get("/FontDescriptor", DictionaryObject()).get_object()
            seen[str(one["/BaseFont"])] = any(key.startswith("/FontFile") for key in described)
    if not seen:
        yield "no text at all"
    for name, embedded in seen.items():
        family = name.lstrip("/").partition("+")[2] or name.lstrip("/")
        if not embedded:
            yield f"font {family} is not embedded"
        if not family.startswith(FAMILIES):
            yield f"font {family} is not one of the documents"


def _words(pieces: Sequence[Piece]) -> Iterator[str]:
    for number in sorted({piece.page for piece in pieces}):
        text = "".join(piece.text for piece in pieces if piece.page == number)
        for name, rule in (("tag", TAGS), ("English word", ENGLISH)):
            for hit in rule.finditer(text):
                around = _plain(text[max(hit.start() - 30, 0) : hit.end() + 30])
                yield f"page {number + 1}: {name} in «{around}»"


def _edges(reader: PdfReader, pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        box = reader.pages[piece.page].mediabox
        inside = EDGE <= piece.x <= float(box.width) - EDGE
        if not (inside and EDGE <= piece.y <= float(box.height) - EDGE):
            yield f"page {piece.page + 1}: «{_plain(piece.text)}» begins outside the margins"


def _blank(reader: PdfReader, pieces: Sequence[Piece]) -> Iterator[str]:
    full = {piece.page for piece in pieces if not _furniture(reader, piece)}
    for number, page in enumerate(reader.pages):
        if number not in full and not page.images:
            yield f"page {number + 1} is empty"


def _sections(found: Sequence[Heading], pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield headings without text before the next of their level, or alone at a page's end."""
    for place, heading in enumerate(found):
        later = found[place + 1] if place + 1 < len(found) else None
        body = _after(pieces, heading, later)
        if later is not None and later.level > heading.level:
            continue
        if not body:
            yield f"page {heading.page + 1}: nothing under «{heading.title}»"
        elif body[0].page != heading.page:
            yield f"page {heading.page + 1}: «{heading.title}» stands apart from its text"


def _after(pieces: Sequence[Piece], heading: Heading, later: Heading | None) -> list[Piece]:
    """Return the text between a heading and the next one, without the words of the heading."""
    begin = (heading.page, -heading.top)
    end = (later.page, -later.top) if later is not None else (10**9, 0.0)
    inside = [piece for piece in pieces if begin < (piece.page, -piece.y) < end]
    left = _letters(heading.title)
    for place, piece in enumerate(inside):
        text = _letters(piece.text)
        if text and not left.startswith(text):
            return inside[place:]
        left = left.removeprefix(text)
    return []


def _furniture(reader: PdfReader, piece: Piece) -> bool:
    height = float(reader.pages[piece.page].mediabox.height)
    return not MARGIN <= piece.y <= height - MARGIN


def _plain(text: str) -> str:
    return " ".join(text.split())


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
