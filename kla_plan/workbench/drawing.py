"""A chart on the screen: drawn outside the main loop, shown as a picture with words for it."""

from base64 import b64encode
from collections.abc import Callable
from html import escape

import ipywidgets as widgets
from matplotlib.figure import Figure

from kla_plan.report.charts import png
from kla_plan.workbench.look import html
from kla_plan.workbench.store import Store

_WAIT = '<p class="kla-redup" role="status">Menggambar …</p>'


class Drawing:
    """One place for a chart.

    Parameters
    ----------
    name
        Distinguishes it from other drawings; also its ``data-testid``.

    Attributes
    ----------
    widget
        The picture.
    """

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        self.widget: widgets.HTML = html()

    def draw(self, make: Callable[[], Figure], alt: str, after: str = "") -> None:
        """Draw a chart; what was being drawn here before is not shown any more.

        Parameters
        ----------
        make
            Called in a thread.
        alt
            What the picture shows, for those who cannot see it.
        after
            HTML below the picture.
        """
        if not self.widget.value:
            self.widget.value = _WAIT
        self._store.worker.run(
            lambda: png(make()),
            lambda content: self._show(content, alt, after),
            failed=self._fail,
            only=f"gambar-{self._name}",
        )

    def clear(self) -> None:
        """Show nothing, also if a chart is still being drawn."""
        self.widget.value = ""
        self._store.worker.run(lambda: None, lambda _: None, only=f"gambar-{self._name}")

    def _show(self, content: bytes, alt: str, after: str) -> None:
        self.widget.value = image(content, alt, f"gambar-{self._name}") + after

    def _fail(self, error: BaseException) -> None:
        self.widget.value = "<p>Gambar ini tidak dapat dibuat.</p>"
        raise error


def image(content: bytes, alt: str, testid: str) -> str:
    """Return a PNG as HTML that needs no file."""
    source = f"data:image/png;base64,{b64encode(content).decode()}"
    return (
        f'<img data-testid="{escape(testid)}" alt="{escape(alt)}" src="{source}" '
        'style="width:860px;max-width:100%">'
    )
