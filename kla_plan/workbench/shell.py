"""``Workbench``: the title, the notices, the eight steps, and the page of the chosen step."""

import importlib
from types import ModuleType
from typing import Any, Final

import ipywidgets as widgets
from IPython.display import display

from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import ROOT, STYLE, column, html, show
from kla_plan.workbench.notices import notice_bar
from kla_plan.workbench.solving import follow_changes
from kla_plan.workbench.state import Kind, State
from kla_plan.workbench.store import Store
from kla_plan.workbench.summary import Summary
from kla_plan.workbench.title import title
from kla_plan.workbench.widgets.steps import Steps

#: The steps in their order: name, and the module of its panel.
STEPS: Final = (
    ("Data", "choose"),
    ("Kesenjangan", "gaps"),
    ("Skenario", "shape"),
    ("Hitung", "solve"),
    ("Rencana", "plan"),
    ("Bandingkan", "compare"),
    ("Simpan", "keep"),
    ("Ekspor", "export"),
)
#: What the words below the steps are about.
_MARKED: Final = (
    *("pack", "findings", "refused", "indicator", "scenario", "plan", "running", "clash", "kept"),
)
#: What a reader sees in place of the workbench where widgets are not shown.
_PLAIN: Final = "Meja kerja KLA. Jalankan sel ini untuk membukanya."


class Workbench(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The workbench as one widget; a panel is made when its step is first opened.

    Attributes
    ----------
    store
        The state of the workbench.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._summary = Summary(store)
        self._steps = Steps(titles=[name for name, _ in STEPS], testid="langkah")
        self._pages: dict[int, widgets.Widget] = {}
        self._place = column()
        look = html(f"<style>{STYLE.read_text(encoding='utf-8')}{self._summary.hidden}</style>")
        look.layout.display = "none"
        super().__init__(
            [look, title(store), self._steps, notice_bar(store), self._place],
            layout=widgets.Layout(width="100%", grid_gap="8px", overflow="visible"),
        )
        self.add_class(ROOT)
        follow_changes(store)
        self._steps.on_select(guarded(store)(self._open))
        store.on(_MARKED, self._mark)
        self._mark(store.state)
        self._open(0)

    def warm_up(self) -> None:
        """Import what the steps need in the background, so that the first look at one is quick."""
        self.store.worker.run(lambda: [_module(name) for _, name in STEPS], lambda _: None)

    def open_step(self, name: str) -> None:
        """Open the step of this name (``Hitung``)."""
        self._steps.selected = [step for step, _ in STEPS].index(name)

    def page(self, name: str) -> widgets.Widget:
        """Return the panel of a step, made if it was not opened yet."""
        position = [step for step, _ in STEPS].index(name)
        if position not in self._pages:
            made = _module(STEPS[position][1]).panel(self.store)
            self._pages[position] = made
            self._place.children = (*self._place.children, made)
        return self._pages[position]

    def _open(self, position: int) -> None:
        notice = self.store.state.notice
        if notice is not None and notice.kind is Kind.INFO:
            self.store.update(notice=None)
        shown = self.page(STEPS[position][0])
        for page in self._pages.values():
            show(page, visible=page is shown)

    def _mark(self, state: State) -> None:
        ready = state.pack is not None
        self._steps.notes = [
            _data_note(state),
            state.indicator or "",
            state.scenario.nama if state.scenario else "",
            _solve_note(state),
            "" if state.plan is None else ("terbaru" if state.current else "perlu dihitung lagi"),
            f"{len(state.kept)} rencana" if state.kept else "",
            "",
            "",
        ]
        kept = bool(state.kept)
        planned = state.plan is not None
        done = [ready, ready, ready, planned, planned and state.current, kept, False, False]
        self._steps.done = done

    def _repr_mimebundle_(self, **settings: Any) -> Any:
        bundle = super()._repr_mimebundle_(**settings)
        if isinstance(bundle, dict):
            bundle["text/plain"] = _PLAIN
        return bundle

    def _ipython_display_(self) -> None:
        display(self._repr_mimebundle_(), raw=True)
        self._summary.show()


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"kla_plan.workbench.panels.{name}")


def _data_note(state: State) -> str:
    """Say how it stands with the pack in use; a refused file counts only while there is none."""
    if state.pack is None:
        return "berkas ditolak" if state.refused else "pilih data"
    return f"{len(state.findings)} temuan" if state.findings else "terbuka"


def _solve_note(state: State) -> str:
    if state.clash is not None:
        return "tidak mungkin"
    if state.running:
        return "berjalan …"
    return "selesai" if state.plan is not None else ""
