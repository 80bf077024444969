"""What all charts share: palette, sizes, Indonesian axes, titles with units."""

import textwrap
from collections.abc import Iterable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter

from kla_plan.indonesian import number

#: Colours of Okabe and Ito, told apart by readers with any kind of colour vision; the pale
#: yellow is left out because it vanishes on white paper, black is kept for text.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#56B4E9", "#D55E00", "#CC79A7", "#5E5E5E")
#: Colour of a remainder ("lainnya") and of what is not reached.
REST, EMPTY = "#B8B8B8", "#ECECEC"
INK, MUTED = "#1A1A1A", "#5A5A5A"
CENTIMETRE = 1 / 2.54
#: Width of the text column of the documents, in centimetres.
PORTRAIT, LANDSCAPE = 16.0, 24.7
SMALL, NORMAL, LARGE = 7.0, 8.0, 10.0
BILLION = 10**9
_FONT = "DejaVu Sans"


def new_chart(width: float, height: float, title: str, unit: str) -> tuple[Figure, Axes]:
    """Return an empty chart with a title and, below it, what is measured in which unit.

    Parameters
    ----------
    width, height
        Size on paper in centimetres; the height is that of the drawing, the heading is added.
    """
    heading = even_lines(title, int(width * 4.3))
    below = even_lines(unit, int(width * 6.2))
    band = 0.25 + 0.46 * len(heading) + 0.4 * len(below)
    height += band
    figure = Figure(figsize=(width * CENTIMETRE, height * CENTIMETRE), layout="constrained")
    engine = figure.get_layout_engine()
    assert isinstance(engine, ConstrainedLayoutEngine)  # noqa: S101 - as asked for above
    engine.set(rect=(0, 0, 1, 1 - band / height))
    place: dict[str, Any] = {"x": 0.01, "ha": "left", "va": "top", "family": _FONT}
    figure.text(
        y=1 - 0.1 / height, s="\n".join(heading), fontsize=LARGE, weight="bold", color=INK, **place
    )
    figure.text(
        y=1 - (0.2 + 0.46 * len(heading)) / height,
        s="\n".join(below),
        fontsize=NORMAL,
        color=MUTED,
        **place,
    )
    axes = figure.add_subplot()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color("#A0A0A0")
    axes.tick_params(labelsize=NORMAL, color="#A0A0A0", labelcolor=INK)
    axes.set_axisbelow(True)
    return figure, axes


def colours(codes: Iterable[str]) -> dict[str, str]:
    """Return one colour per code, in order; the palette repeats after its end."""
    return {code: PALETTE[place % len(PALETTE)] for place, code in enumerate(codes)}


def indonesian_axis(axes: Axes, which: str, *, scale: int = 1) -> None:
    """Write the numbers of one axis (``x`` or ``y``) with points and decimal commas.

    ``scale`` divides them first: 10⁹ shows rupiah as miliar.
    """
    axis = axes.xaxis if which == "x" else axes.yaxis
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(float(value) / scale)))


def short(text: str, length: int) -> str:
    """Cut a name at a word, marked by an ellipsis."""
    return textwrap.shorten(text, length, placeholder=" …")


def cluster_short(name: str) -> str:
    """Return the short form of a cluster's name, ``Klaster II`` of ``Klaster II — …``."""
    head, dash, _ = name.partition(" — ")
    return head if dash else short(name, 52)


def even_lines(text: str, width: int) -> list[str]:
    """Break a text into as few lines as it needs, none of them much shorter than the others."""
    fewest = len(textwrap.wrap(text, width))
    narrow = next(w for w in range(1, width + 1) if len(textwrap.wrap(text, w)) <= fewest)
    return textwrap.wrap(text, narrow)


def wrap(text: str, width: int, lines: int = 2) -> str:
    """Break a name into at most so many lines."""
    parts = textwrap.wrap(text, width)
    if len(parts) > lines:
        parts = [*parts[: lines - 1], short(" ".join(parts[lines - 1 :]), width)]
    return "\n".join(parts)
