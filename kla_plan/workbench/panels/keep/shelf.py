"""The saved scenarios of the working folder: open one, send one on, take one in."""

from collections.abc import Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from kla_plan.workbench.autosave import take_up, unsaved
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.keeping import Known, after_opening, choose_first
from kla_plan.workbench.links import download, shown_path
from kla_plan.workbench.look import button, column, html, row, show
from kla_plan.workbench.saved import Opened, Saved, open_saved, read_saved, saved_scenarios
from kla_plan.workbench.sharing import pack_up, receive
from kla_plan.workbench.state import Kind, Notice
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table

_COLUMNS = (
    {"key": "nama", "label": "Nama", "kind": "teks", "filter": False},
    {"key": "oleh", "label": "Disimpan oleh", "kind": "pilihan"},
    {"key": "waktu", "label": "Waktu", "kind": "teks", "filter": False},
    {"key": "isi", "label": "Isi", "kind": "pilihan"},
    {"key": "catatan", "label": "Catatan", "kind": "teks", "filter": False, "wide": True},
)
_EMPTY = "Belum ada skenario tersimpan di folder kerja ini."
_SAVED_MEANWHILE = Notice(
    Kind.INFO,
    "Pekerjaan itu sudah disimpan di sesi lain, jadi tidak perlu dipulihkan.",
    "Pilih pada daftar skenario tersimpan, lalu tekan Buka.",
)


class Shelf:
    """The table of saved scenarios and what can be done with the chosen one.

    Attributes
    ----------
    widget
        The table with its buttons.
    """

    def __init__(self, store: Store, known: Known) -> None:
        self._store, self._known = store, known
        self._saved: dict[str, Saved] = {}
        self._table = Table(
            columns=list(_COLUMNS),
            row_key="berkas",
            label="Skenario tersimpan",
            testid="kisi-skenario",
            page_size=10,
            empty=_EMPTY,
        )
        self._open = self._act("Buka", "Buka skenario terpilih dengan rencananya", self._open_one)
        self._share = self._act("Bagikan", "Buat satu berkas untuk dikirim", self._share_one)
        again = self._act("Muat ulang daftar", "Baca lagi folder kerja", self.refresh)
        self._upload = widgets.FileUpload(
            accept=".zip,.yaml,.yml",
            description="Terima berkas",
            tooltip="Ambil skenario yang dikirim orang lain (.zip atau .yaml)",
            layout=widgets.Layout(width="auto"),
        )
        self._upload.observe(guarded(store)(self._arrived), names="value")
        self._link = html()
        self._left: Saved | None = None
        self._about = html()
        restore = self._act(
            "Pulihkan", "Buka pekerjaan yang belum disimpan dari sesi lain", self._restore
        )
        self._lost = row(self._about, restore)
        show(self._lost, visible=False)
        self._table.on_select(guarded(store)(self._choose))
        self._choose(None)
        self.widget: widgets.Widget = column(
            self._lost,
            html("<h3>Tersimpan di folder kerja</h3>"),
            self._table,
            row(self._open, self._share, again, self._upload),
            self._link,
        )

    def refresh(self) -> None:
        """Read the working folder again."""
        folder = self._store.state.folder
        self._store.worker.run(
            lambda: (saved_scenarios(folder), unsaved(folder)), self._list, only="tersimpan"
        )

    def open(self, saved: Saved) -> None:
        """Open a saved scenario as it is on disk now."""

        def done(found: tuple[Saved, Opened]) -> None:
            now, opened = found
            self._known.note(now)
            self._store.update(**after_opening(self._store.state, now, opened))

        self._store.worker.run(lambda: _both(saved.path), done)

    def _list(self, found: tuple[tuple[Saved, ...], tuple[Saved, ...]]) -> None:
        kept, left = found
        self._saved = {saved.name: saved for saved in kept}
        self._table.rows = [_line(saved) for saved in kept]
        self._left = next(iter(left), None)
        show(self._lost, visible=self._left is not None)
        if self._left is not None:
            self._about.value = _unsaved(self._left)

    def _restore(self) -> None:
        left, folder = self._left, self._store.state.folder
        if left is None:
            return

        def done(opened: Opened | None) -> None:
            if opened is None:
                self._store.update(notice=_SAVED_MEANWHILE)
            else:
                self._store.update(**after_opening(self._store.state, left, opened))
            self.refresh()

        if self._store.state.loaded is None:
            self._store.update(notice=choose_first(left))
        else:
            self._store.worker.run(lambda: take_up(folder, left), done)

    def _choose(self, chosen: Mapping[str, Any] | None) -> None:
        saved = None if chosen is None else self._saved.get(str(chosen["berkas"]))
        usable = saved is not None and saved.scenario is not None
        self._open.disabled = self._share.disabled = not usable
        self._link.value = ""

    def _chosen(self) -> Saved:
        return self._saved[str(self._table.selected)]

    def _open_one(self) -> None:
        self.open(self._chosen())

    def _share_one(self) -> None:
        saved, folder = self._chosen(), self._store.state.folder
        self._store.worker.run(lambda: _link(pack_up(folder, saved), folder), self._offer)

    def _offer(self, link: str) -> None:
        self._link.value = link

    def _arrived(self, _change: object) -> None:
        folder = self._store.state.folder
        for file in self._upload.value:
            take = partial(receive, folder, str(file["name"]), bytes(file["content"]))
            self._store.worker.run(take, self._taken)
        if self._upload.value:
            self._upload.value = ()

    def _taken(self, saved: Saved) -> None:
        self._known.note(saved)
        text = f"Diterima sebagai “{saved.name}”."
        self._store.update(notice=Notice(Kind.INFO, text, "Pilih pada daftar, lalu tekan Buka."))
        self.refresh()

    def _act(self, label: str, help_text: str, action: Any) -> widgets.Button:
        made = button(label, help_text=help_text)
        made.on_click(guarded(self._store)(quietly(action)))
        return made


def _both(path: Path) -> tuple[Saved, Opened]:
    saved = read_saved(path)
    return saved, open_saved(saved)


def _line(saved: Saved) -> dict[str, Any]:
    if saved.scenario is None:
        held = "tidak terbaca"
        note = " ".join(str(finding) for finding in saved.findings)
    else:
        held = "skenario dan rencana" if saved.plan else "skenario"
        note = saved.header.note
    return {
        "berkas": saved.name,
        "nama": saved.scenario.nama if saved.scenario else saved.name,
        "oleh": saved.header.author,
        "waktu": f"{saved.header.time:%Y-%m-%d %H.%M}" if saved.header.time else "",
        "isi": held,
        "catatan": note,
    }


def _unsaved(left: Saved) -> str:
    name = escape(left.scenario.nama if left.scenario else left.name)
    when = f" {left.header.time:%d-%m-%Y %H.%M}" if left.header.time else ""
    pack = f" untuk {escape(left.header.note)}" if left.header.note else ""
    return (
        '<div class="kla-kabar" data-testid="belum-disimpan"><p>Ada pekerjaan dari sesi lain yang '
        f"belum disimpan: skenario “{name}”{pack}, terakhir diubah{when}.</p></div>"
    )


def _link(path: Path, folder: Path) -> str:
    return (
        f'<div class="kla-kabar" role="status"><p>Berkas untuk dikirim: '
        f"{escape(shown_path(path, folder))}. {download(path)}</p></div>"
    )
