"""Which plans are compared: the present one, saved ones; any of them can be taken off again."""

import ipywidgets as widgets

from kla_plan.plan.plan import Plan
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.look import button, column, html, row
from kla_plan.workbench.saved import Opened, Saved, open_saved, saved_scenarios
from kla_plan.workbench.state import MOST_KEPT, Kept, Kind, Notice, State
from kla_plan.workbench.store import Store

_FULL = f"Paling banyak {MOST_KEPT} rencana dapat dibandingkan."


class Choosing:
    """Lays plans aside and takes them off.

    Attributes
    ----------
    widget
        The controls.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._saved: dict[str, Saved] = {}
        self._name = widgets.Text(
            description="Nama", placeholder="nama rencana", layout=widgets.Layout(width="18rem")
        )
        self._suggested = ""
        self._add = button("Sisihkan rencana sekarang", primary=True)
        self._add.on_click(guarded(store)(quietly(self._keep_present)))
        self._choice = widgets.Dropdown(
            description="Simpanan", layout=widgets.Layout(width="18rem"), options=[("–", "")]
        )
        self._fetch = button("Sisihkan dari simpanan")
        self._fetch.on_click(guarded(store)(quietly(self._keep_saved)))
        again = button("Muat ulang", help_text="Baca lagi rencana tersimpan di folder kerja")
        again.on_click(guarded(store)(quietly(self.refresh)))
        self._list = row()
        self._note = html()
        self.widget: widgets.Widget = column(
            row(self._name, self._add),
            row(self._choice, self._fetch, again),
            self._note,
            self._list,
        )
        store.on(("plan", "kept"), self._follow)
        store.on("kept", self._lay_out)
        self._follow(store.state)
        self._lay_out(store.state)
        self.refresh()

    def refresh(self) -> None:
        """Read which saved scenarios have a plan."""
        folder = self._store.state.folder
        self._store.worker.run(lambda: saved_scenarios(folder), self._offer, only="simpanan")

    def _offer(self, found: tuple[Saved, ...]) -> None:
        self._saved = {saved.name: saved for saved in found if saved.plan is not None}
        names = [(name, name) for name in self._saved]
        self._choice.options = names or [("belum ada rencana tersimpan", "")]
        self._follow(self._store.state)

    def _follow(self, state: State) -> None:
        full = len(state.kept) >= MOST_KEPT
        self._add.disabled = full or state.plan is None
        self._fetch.disabled = full or not self._choice.value
        self._note.value = f"<p>{_FULL} Keluarkan salah satu dahulu.</p>" if full else ""
        if state.plan is not None:
            self._suggest(state.plan.scenario.nama)

    def _suggest(self, name: str) -> None:
        """Suggest a name; what the planner has typed meanwhile stays."""
        if self._name.value in {"", self._suggested}:
            self._name.value = name
        self._suggested = name

    def _lay_out(self, state: State) -> None:
        self._list.children = [self._off(kept) for kept in state.kept]

    def _off(self, kept: Kept) -> widgets.Button:
        made = button(f"✕ {kept.name}", help_text=f"Keluarkan {kept.name} dari perbandingan")

        def drop() -> None:
            left = tuple(k for k in self._store.state.kept if k.name != kept.name)
            self._store.update(kept=left)

        made.on_click(guarded(self._store)(quietly(drop)))
        return made

    def _keep_present(self) -> None:
        plan = self._store.state.plan
        if plan is not None:
            name, self._name.value = self._name.value.strip(), self._suggested
            keep(self._store, name or plan.scenario.nama, plan)

    def _keep_saved(self) -> None:
        saved = self._saved[str(self._choice.value)]

        def done(opened: Opened) -> None:
            if opened.plan is not None:
                keep(self._store, opened.scenario.nama, opened.plan)

        self._store.worker.run(lambda: open_saved(saved), done)


def keep(store: Store, name: str, plan: Plan) -> None:
    """Lay a plan aside under a name that no other has; one that is there already is not doubled."""
    kept = store.state.kept
    same = next((k for k in kept if k.plan.volumes == plan.volumes and k.plan.pack == plan.pack
                 and k.scenario == plan.scenario), None)  # fmt: skip
    if same is not None:
        text = f"Rencana ini sudah disisihkan sebagai “{same.name}”."
        store.update(notice=Notice(Kind.INFO, text))
        return
    if len(kept) >= MOST_KEPT:
        store.update(notice=Notice(Kind.WARNING, _FULL, "Keluarkan salah satu dahulu."))
        return
    taken, free, number = {k.name for k in kept}, name, 2
    while free in taken:
        free, number = f"{name} {number}", number + 1
    store.update(kept=(*kept, Kept(free, plan.scenario, plan)))
