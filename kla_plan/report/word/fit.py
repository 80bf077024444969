"""How many rows of a table fit: the height of a row, before any program has laid it out.

Arial has the widths of Helvetica, which are published (Adobe Core 14 metrics), so that the lines
of a cell can be counted without a font at hand. Widths are in thousandths of the font size.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTHS = (
    (191, "'"),
    (222, "ijl"),
    (260, "|"),
    (278, " !,./:;I[]ft\\"),
    (333, "()-`r"),
    (355, '"'),
    (389, "*"),
    (500, "Jcksvxyz"),
    (556, "#$0123456789?L_abdeghnopqu–"),
    (584, "+<=>~"),
    (611, "FTZ"),
    (667, "&ABEKPSVXY"),
    (722, "CDHNRUw"),
    (778, "GOQ"),
    (833, "Mm"),
    (889, "%"),
    (944, "W"),
    (1000, "—…"),
)
_WIDTH = {letter: width for width, letters in _WIDTHS for letter in letters}
#: Letters of other scripts and signs are taken as wide; bold ones are about a tenth wider.
_OTHER, _BOLD = 722, 1.1
#: A line of Arial is so much higher than the font size.
_LINE = 1.15
#: Millimetres of a point.
POINT = 25.4 / 72
#: Width that a cell loses to its margins and borders, height that a row does (table style).
_SIDES, _EDGES = 2.7, 1.3


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in millimetres; ``size`` is that of the font in points."""
    whole = sum(_WIDTH.get(letter, _OTHER) for letter in text)
    return whole / 1000 * size * POINT * (_BOLD if bold else 1)


def lines(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a column so many millimetres wide."""
    return sum(_paragraph(part.split(), width, size) for part in text.split("\n"))


def _paragraph(words: Sequence[str], width: float, size: float) -> int:
    taken, used = 1, 0.0
    blank = width_of(" ", size)
    for word in words:
        wide = width_of(word, size)
        if used and used + blank + wide > width:
            taken, used = taken + 1, 0.0
        # A word wider than its column is broken wherever the line ends.
        taken += int(wide // width) if wide > width else 0
        used += wide + (blank if used else 0.0)
    return taken


def paragraph_height(text: str, width: float, size: float, spacing: float = 1.0) -> float:
    """Return the height of a paragraph in millimetres, without the space around it."""
    return lines(text, width, size) * size * POINT * _LINE * spacing


def row_height(cells: Sequence[str], widths: Sequence[float], size: float) -> float:
    """Return the height of a table row in millimetres.

    Parameters
    ----------
    widths
        Widths of its columns, in millimetres.
    size
        Font size in points.
    """
    most = max(lines(c, w - _SIDES, size) for c, w in zip(cells, widths, strict=True))
    return most * size * POINT * _LINE + _EDGES


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one table that compete for a page.

    Attributes
    ----------
    heights
        Height of each row in millimetres, in the order in which rows are shown.
    least
        Rows that are shown in any case, as far as there are any.
    weight
        Its claim on room that is left, relative to the other blocks.
    """

    heights: Sequence[float]
    least: int = 1
    weight: float = 1.0


def share_rows(room: float, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return how many rows of each block fit into a room in millimetres together.

    First each block gets its least rows. Then, again and again, the block that has used least of
    the room for its weight gets its next row, if that row fits.
    """
    counts = [min(block.least, len(block.heights)) for block in blocks]
    left = room - sum(
        sum(block.heights[:count]) for block, count in zip(blocks, counts, strict=True)
    )
    closed: set[int] = set()
    while len(closed) < len(blocks):
        place = min(
            (n for n in range(len(blocks)) if n not in closed),
            key=lambda n: sum(blocks[n].heights[: counts[n]]) / blocks[n].weight,
        )
        heights = blocks[place].heights
        if counts[place] >= len(heights) or heights[counts[place]] > left:
            closed.add(place)
            continue
        left -= heights[counts[place]]
        counts[place] += 1
    return tuple(counts)
