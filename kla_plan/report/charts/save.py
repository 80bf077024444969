"""Writing charts: the same chart gives the same bytes."""

from io import BytesIO
from pathlib import Path

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

#: Resolution of PNG files, dots per inch: sharp in print, small in a document.
DPI = 170


def png(figure: Figure) -> bytes:
    """Return the chart as a PNG file."""
    buffer = BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": "kla-plan"})
    return buffer.getvalue()


def svg(figure: Figure) -> bytes:
    """Return the chart as an SVG file; text is drawn as outlines, so no font is needed."""
    buffer = BytesIO()
    with rc_context({"svg.hashsalt": "kla-plan", "svg.fonttype": "path"}):
        FigureCanvasSVG(figure)
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": "kla-plan"})
    return buffer.getvalue()


def save_chart(figure: Figure, path: Path) -> Path:
    """Write the chart as PNG or SVG, as the file name says, and return the path.

    Raises
    ------
    ValueError
        If the name ends in neither ``.png`` nor ``.svg``.
    """
    writers = {".png": png, ".svg": svg}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        message = f"Grafik disimpan sebagai .png atau .svg, bukan {path.suffix or 'tanpa akhiran'}."
        raise ValueError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(writer(figure))
    return path
