"""The form that saves; where another tab has changed the file, the planner decides."""

import getpass
from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from kla_plan.workbench.autosave import forget
from kla_plan.workbench.files import ChangedError, save
from kla_plan.workbench.guard import guarded, quietly, told
from kla_plan.workbench.keeping import Known, after_saving, work_of
from kla_plan.workbench.look import button, column, html, row, show
from kla_plan.workbench.panels.keep.shelf import Shelf
from kla_plan.workbench.saved import Saved, free_name, path_of
from kla_plan.workbench.state import Kind, Notice, State
from kla_plan.workbench.store import Store

#: Accounts behind which nobody in particular sits.
_SERVICES = frozenset({"root", "jovyan", "jupyter", "voila"})
_WIDE = {"description_width": "8rem"}


class Writing:
    """Name, author and note, the button, and what is asked when the file on disk is another one.

    Attributes
    ----------
    widget
        The form.
    """

    def __init__(self, store: Store, known: Known, shelf: Shelf) -> None:
        self._store, self._known, self._shelf = store, known, shelf
        self._now: Saved | None = None
        self._name = _text("Nama skenario", "misalnya dasar")
        self._author = _text("Disimpan oleh", "nama Anda")
        self._author.value = _user()
        self._note = widgets.Textarea(
            description="Catatan",
            placeholder="mengapa skenario ini dibuat, hasil rapat mana",
            style=_WIDE,
            rows=2,
            layout=widgets.Layout(width="100%", max_width="46rem"),
        )
        self._save = button("Simpan", help_text="Simpan skenario dan rencananya", primary=True)
        self._save.on_click(guarded(store)(quietly(self._write)))
        self._question = html()
        self._other = self._choice("Simpan dengan nama lain", self._as_other)
        self._theirs = self._choice("Buka versi di berkas", self._open_theirs)
        self._replace = self._choice("Timpa (versi lama masuk riwayat)", self._overwrite)
        self._asking = column(self._question, row(self._other, self._theirs, self._replace))
        self.widget: widgets.Widget = column(
            row(self._name, self._author), self._note, row(self._save), self._asking
        )
        show(self._asking, visible=False)
        store.on(("scenario", "pack"), self._follow)
        self._follow(store.state)

    def _follow(self, state: State) -> None:
        if state.scenario is not None:
            self._name.value = state.scenario.nama
        self._save.disabled = state.scenario is None or state.pack is None

    def _write(self, *, over: Saved | None = None) -> None:
        """Save; ``over`` is the file that the planner has decided to replace."""
        name = self._name.value.strip()
        if not name:
            text = "Skenario memerlukan nama."
            self._store.update(notice=Notice(Kind.WARNING, text, "Isi Nama skenario, lalu simpan."))
            return
        state = self._store.state
        work = work_of(state, name, self._author.value.strip(), self._note.value.strip())
        path = path_of(state.folder, name)
        known = over.stamp if over is not None else self._known.stamp(path.stem)

        def done(saved: Saved) -> None:
            self._known.note(saved)
            self._save.disabled = False
            self._store.update(**after_saving(self._store.state, work, saved))
            if self._store.state.scenario == work.scenario:  # nothing was changed meanwhile
                forget(self._store)
            self._shelf.refresh()

        show(self._asking, visible=False)
        self._save.disabled = True
        self._store.worker.run(
            lambda: save(state.folder, work, known=known), done, failed=self._ask
        )

    def _ask(self, error: BaseException) -> None:
        self._save.disabled = False
        if not isinstance(error, ChangedError):
            self._store.update(notice=told(error, self._store.state.folder))
            return
        self._now = error.now
        self._question.value = _question(self._name.value.strip(), error.now)
        self._theirs.disabled = error.now is None or error.now.scenario is None
        show(self._asking, visible=True)
        self._shelf.refresh()

    def _as_other(self) -> None:
        self._name.value = free_name(self._store.state.folder, self._name.value.strip())
        self._write()

    def _open_theirs(self) -> None:
        show(self._asking, visible=False)
        if self._now is not None:
            self._shelf.open(self._now)

    def _overwrite(self) -> None:
        if self._now is None:
            self._known.forget(path_of(self._store.state.folder, self._name.value).stem)
        self._write(over=self._now)

    def _choice(self, label: str, action: Callable[[], None]) -> widgets.Button:
        made = button(label)
        made.on_click(guarded(self._store)(quietly(action)))
        return made


def _question(name: str, now: Saved | None) -> str:
    if now is None:
        return (
            '<div class="kla-kabar kla-peringatan" role="alert" data-testid="bentrok"><p>Berkas '
            f"skenario “{escape(name)}” sudah dihapus atau dipindahkan sejak terakhir disimpan "
            "dari sini. Belum ada yang ditulis.</p></div>"
        )
    who = f" oleh {escape(now.header.author)}" if now.header.author else ""
    when = f" pada {now.header.time:%d-%m-%Y %H.%M}" if now.header.time else ""
    note = f"<p>Catatannya: {escape(now.header.note)}</p>" if now.header.note else ""
    return (
        '<div class="kla-kabar kla-peringatan" role="alert" data-testid="bentrok"><p>Skenario '
        f"“{escape(name)}” di folder kerja bukan versi yang dibuka di sini: disimpan{who}{when}, "
        f"mungkin dari tab atau komputer lain. Belum ada yang ditulis.</p>{note}</div>"
    )


def _text(label: str, hint: str) -> widgets.Text:
    return widgets.Text(
        description=label,
        placeholder=hint,
        style=_WIDE,
        layout=widgets.Layout(width="22rem", max_width="100%"),
    )


def _user() -> str:
    """Return who is logged in on this computer; nobody where that is the name of a service."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
    return "" if user in _SERVICES else user
