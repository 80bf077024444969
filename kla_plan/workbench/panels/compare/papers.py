"""One click: the comparison as a page and as a sheet, in the working folder."""

from html import escape
from pathlib import Path

import ipywidgets as widgets

from kla_plan.workbench.folders import subfolder
from kla_plan.workbench.guard import guarded, quietly, told
from kla_plan.workbench.late import late
from kla_plan.workbench.links import download, shown_path
from kla_plan.workbench.look import button, column, html, row
from kla_plan.workbench.store import Store

write_comparison = late("kla_plan.runs.compare", "write_comparison")
_DEFAULT = "perbandingan"


class Papers:
    """The button that writes, and links to what was written.

    Attributes
    ----------
    widget
        The controls.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder = widgets.Text(
            value=_DEFAULT, description="Folder", layout=widgets.Layout(width="18rem")
        )
        self._write = button("Jadikan halaman dan lembar Excel", primary=True)
        self._write.on_click(guarded(store)(quietly(self._start)))
        self._made = html()
        self.widget: widgets.Widget = column(row(self._folder, self._write), self._made)
        store.on("kept", lambda _state: self._clear())

    def _clear(self) -> None:
        self._made.value = ""

    def _start(self) -> None:
        state = self._store.state
        target = subfolder(state.folder, self._folder.value or _DEFAULT)
        plans = {kept.name: kept.plan for kept in state.kept}
        self._write.disabled = True
        self._made.value = '<p class="kla-redup" role="status">Menyusun halaman dan lembar …</p>'
        self._store.worker.run(
            lambda: _links(write_comparison(plans, target), state.folder),
            self._done,
            failed=self._failed,
        )

    def _done(self, links: str) -> None:
        self._write.disabled = False
        self._made.value = links

    def _failed(self, error: BaseException) -> None:
        self._write.disabled = False
        self._made.value = ""
        self._store.update(notice=told(error, self._store.state.folder))


def _links(files: tuple[Path, ...], folder: Path) -> str:
    lines = "".join(
        f"<li>{escape(shown_path(path, folder))} · {download(path, 'unduh-banding')}</li>"
        for path in files
    )
    said = f"<p>Tersimpan di folder kerja:</p><ul>{lines}</ul>"
    return f'<div class="kla-kabar" role="status" data-testid="banding-hasil">{said}</div>'
