"""Choose the papers, start, watch, stop; then take them along."""

from collections.abc import Mapping

import ipywidgets as widgets

from kla_plan.runs.export_parts import Exported, Part
from kla_plan.solve.door import Stop
from kla_plan.workbench.agreement import belongs
from kla_plan.workbench.folders import subfolder
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.lane import Lane, Step
from kla_plan.workbench.late import late
from kla_plan.workbench.look import button, column, heading, html, row, show
from kla_plan.workbench.panels.export.result import failed, result, waiting
from kla_plan.workbench.saved import path_of
from kla_plan.workbench.state import Kind, Notice, State
from kla_plan.workbench.store import Store

export = late("kla_plan.runs.export", "export")
brief_of = late("kla_plan.runs.export", "brief_of")
_HEADING = heading(
    "Ekspor",
    "Naskah, matriks, rencana tahunan, berkas gugus tugas, dan gambar dari rencana terakhir, "
    "di folder kerja.",
)
_NONE = "<p>Belum ada rencana. Hitung dahulu pada langkah 4.</p>"
_STALE = (
    '<p class="kla-kabar kla-peringatan">Skenario atau pagu sudah berubah sejak rencana ini '
    "dihitung; yang diekspor adalah rencana terakhir.</p>"
)
LABELS: Mapping[Part, str] = {
    Part.RAD: "Naskah RAD KLA (Word dan PDF)",
    Part.MATRIX: "Matriks rencana aksi (Excel)",
    Part.YEARS: "Rencana tahunan (Word dan Excel setiap OPD)",
    Part.PAPERS: "Berkas gugus tugas (semua naskah, juga RAD KLA dan rencana tahunan)",
    Part.PICTURES: "Gambar untuk paparan (PNG dan SVG)",
    Part.DATA: "Data rencana (CSV, dapat diperiksa ulang)",
}
#: Ticked at first; the set takes the longest and holds the draft and the yearly plans once more.
_USUAL = frozenset(Part) - {Part.PAPERS, Part.DATA}


class _Export:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._lane = Lane(store, self._step)
        self._parts = {
            part: widgets.Checkbox(
                value=part in _USUAL, description=label, indent=False, layout={"width": "auto"}
            )
            for part, label in LABELS.items()
        }
        self._folder = widgets.Text(
            description="Subfolder", layout=widgets.Layout(width="24rem", max_width="100%")
        )
        self._start = button("Mulai ekspor", primary=True)
        self._start.on_click(guarded(store)(quietly(self._begin)))
        self._halt = button("Hentikan", help_text="Bagian yang sudah selesai tetap disimpan")
        self._halt.on_click(guarded(store)(quietly(self._stop)))
        self._bar = widgets.FloatProgress(
            max=1.0, description="Kemajuan", layout=widgets.Layout(width="100%", max_width="40rem")
        )
        self._words, self._state, self._made = html(), html(), html()
        self._going = column(self._bar, self._words, row(self._halt))
        show(self._going, visible=False)
        self.widget: widgets.Widget = column(
            html(_HEADING),
            self._state,
            column(*self._parts.values(), grid_gap="0"),
            row(self._folder, self._start),
            self._going,
            self._made,
        )
        store.on(("plan", "pack", "scenario"), self._follow)
        self._follow(store.state)

    def _follow(self, state: State) -> None:
        plan = state.plan
        self._start.disabled = plan is None or self._lane.busy
        if plan is None:
            self._state.value = _NONE
            return
        fresh = belongs(plan, state.pack, state.scenario)
        self._state.value = "" if fresh else _STALE
        if not self._lane.busy:
            self._folder.value = f"ekspor/{path_of(state.folder, plan.scenario.nama).stem}"

    def _begin(self) -> None:
        state, plan = self._store.state, self._store.state.plan
        parts = {part for part, box in self._parts.items() if box.value}
        if plan is None:
            return
        if not parts:
            text = "Belum ada yang dipilih untuk diekspor."
            self._store.update(
                notice=Notice(Kind.WARNING, text, "Centang sekurangnya satu bagian.")
            )
            return
        target = subfolder(state.folder, self._folder.value)

        def job(step: Step, stop: Stop) -> tuple[Exported, str]:
            brief = brief_of(plan, state.pack, state.path, state.folder)
            made = export(brief, target, parts, on_step=step, stop=stop)
            return made, result(made, state.folder)

        self._made.value = ""
        self._step(0.0, "Menyiapkan dan memeriksa ulang rencana")
        self._start.disabled, self._halt.disabled = True, False
        show(self._going, visible=True)
        self._lane.start(job, self._done, self._ended)

    def _step(self, share: float, words: str) -> None:
        self._bar.value = share
        self._words.value = waiting(words)

    def _stop(self) -> None:
        self._halt.disabled = True
        self._words.value = waiting("Menghentikan; bagian yang sedang dikerjakan dibatalkan")
        self._lane.stop()

    def _done(self, found: tuple[Exported, str]) -> None:
        _, self._made.value = found

    def _ended(self) -> None:
        show(self._going, visible=False)
        self._follow(self._store.state)
        if not self._made.value:
            self._made.value = failed()


def panel(store: Store) -> widgets.Widget:
    """Return the panel; the papers are made in a thread of their own, beside any solve."""
    return _Export(store).widget
