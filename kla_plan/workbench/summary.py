"""A picture of the work that stays in the notebook, for whoever reads it without a kernel.

It stands below the workbench as an ordinary output, kept up to date by a display handle. While
the workbench is alive its own style sheet hides this output. Without a kernel JupyterLab puts a
bare word about the widget in its place; the picture's own style sheet hides that one.
"""

import importlib
from uuid import uuid4

from IPython.display import HTML, DisplayHandle

from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.title import title_html

_ASLEEP = (
    "Tampilan tersimpan. Meja kerja ini sedang tidak aktif; untuk melanjutkan, jalankan semua sel "
    "(menu Run → Run All Cells)."
)
#: Hides what JupyterLab says in place of a widget whose kernel is gone ("Error displaying widget",
#: "Loading widget"): a panel in the same output with words and no element in it.
_ALONE = (
    ".jp-OutputArea:has(.{name}) > .jp-OutputArea-child"
    ":has(> .jp-OutputArea-output.lm-Panel:not(:has(*))) {{ display: none; }}"
)


class Summary:
    """The picture.

    Attributes
    ----------
    hidden
        CSS that hides the picture; to be in the page only while the workbench is alive.

    Notes
    -----
    An untrusted notebook loses style sheets, but there JupyterLab shows no widget either.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name = f"kla-statis-{uuid4().hex[:8]}"
        self._handle: DisplayHandle | None = None
        self.hidden = f".{self._name} {{ display: none; }}"
        self._alone = _ALONE.format(name=self._name)

    def show(self) -> None:
        """Display the picture here, and draw it anew whenever the plan or the pack changes."""
        if self._handle is not None:
            return
        self._handle = DisplayHandle()
        self._handle.display(HTML(self._frame(title_html(self._store.state))))
        self._store.on(("plan", "pack", "scenario"), self._redraw)
        self._redraw(self._store.state)

    def _redraw(self, state: State) -> None:
        self._store.worker.run(lambda: _picture(state), self._take, only="ringkasan")

    def _take(self, inside: str) -> None:
        if self._handle is not None:
            self._handle.update(HTML(self._frame(inside)))

    def _frame(self, inside: str) -> str:
        return (
            f"<style>{self._alone}</style>"
            f'<div class="{self._name}" data-testid="ringkasan-tersimpan">'
            f"<p><em>{_ASLEEP}</em></p>{inside}</div>"
        )


def _picture(state: State) -> str:
    """Draw the picture; what draws charts is imported here, after the workbench is on the page."""
    page: str = importlib.import_module("kla_plan.workbench.picture").picture(state)
    return page
