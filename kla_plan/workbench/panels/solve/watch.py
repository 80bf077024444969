"""Watching a search: numbers and a small chart while it runs, the outcome after it."""

import ipywidgets as widgets

from kla_plan.indonesian import number, percent, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.proof import quality
from kla_plan.workbench.look import card, column, facts, html, paragraphs, show
from kla_plan.workbench.panels.solve.curve import curve
from kla_plan.workbench.panels.solve.measure import Measure, gap_of, stage_name
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

_OLD = (
    '<p class="kla-kabar kla-peringatan">Skenario atau pagu sudah berubah sejak rencana ini '
    "dihitung; hitung lagi untuk memperbaruinya.</p>"
)


class Watch:
    """The picture of the search.

    Attributes
    ----------
    widget
        The picture.
    """

    def __init__(self, store: Store) -> None:
        self._measure: Measure | None = None
        self._told: tuple[Plan, str] | None = None
        self._figures, self._chart, self._outcome = html(), html(), html()
        self.widget: widgets.Widget = column(self._figures, self._chart, self._outcome)
        store.on(("running", "progress"), self._follow)
        store.on(("running", "plan", "pack", "scenario", "clash"), self._conclude)
        self._follow(store.state)
        self._conclude(store.state)

    def _follow(self, state: State) -> None:
        if not state.running:
            self._measure = None
            _write(self._figures, "")
            _write(self._chart, "")
            return
        if self._measure is None and state.pack is not None and state.scenario is not None:
            self._measure = Measure.of(state.pack, state.scenario)
        if self._measure is not None:
            _write(self._figures, _figures(state, self._measure))
            chart = curve(state.progress, self._measure) if _solving(state) else ""
            _write(self._chart, chart)

    def _conclude(self, state: State) -> None:
        shown = state.plan is not None and not state.running and state.clash is None
        if not shown or state.plan is None:
            _write(self._outcome, "")
            return
        if self._told is None or self._told[0] is not state.plan:
            self._told = state.plan, _outcome(state.plan)
        _write(self._outcome, ("" if state.current else _OLD) + self._told[1])


def _write(place: widgets.HTML, text: str) -> None:
    """Put a text somewhere; a place without one takes no room."""
    place.value = text
    show(place, visible=bool(text))


def _solving(state: State) -> bool:
    """Whether a plan is sought, and not the reason why there is none."""
    return state.clash is None


def _figures(state: State, measure: Measure) -> str:
    seconds = state.progress[-1].seconds if state.progress else 0.0
    time = ("Waktu", f"{number(seconds, 0)} detik", "")
    if not _solving(state):
        return card(_stage("Mencari aturan yang bertentangan dan jalan keluarnya") + facts([time]))
    seen = state.progress[-1] if state.progress else None
    stage = seen.stage if seen else ""
    pairs = [
        ("Terbaik sejauh ini", measure.written(stage, seen.objective if seen else None), ""),
        ("Batas terbukti", measure.written(stage, seen.bound if seen and seen.gap else None), ""),
        ("Celah", gap_of(seen) if seen else "–", ""),
        time,
    ]
    more = "" if stage == "biaya" else "Poin rata-rata per tahun, menurut bobot tahun skenario."
    small = f'<p class="kla-redup">{more}</p>' if more else ""
    return card(_stage(stage_name(stage)) + facts(pairs) + small, testid="kemajuan")


def _stage(words: str) -> str:
    return f'<p role="status"><strong>{words} …</strong></p>'


def _outcome(plan: Plan) -> str:
    last = plan.years[-1]
    gap = plan.proof.gap
    pairs = [
        (f"Nilai {last}", number(float(plan.score(last).total), 1), plan.predicate(last)),
        (
            "Setelah verifikasi",
            number(float(plan.verified_total(last)), 1),
            plan.predicate(last, after_verification=True),
        ),
        ("Biaya seluruhnya", rupiah_short(plan.cost()), f"{plan.years[0]}–{last}"),
    ]
    if gap is not None:
        seconds = sum(plan.proof.seconds.values())
        pairs.append(("Celah", percent(gap, 2), "dari batas terbukti"))
        pairs.append(("Waktu", f"{number(seconds, 1)} detik", ""))
    return card(
        "<h3>Rencana ditemukan</h3>"
        + facts(pairs)
        + paragraphs([quality(plan)])
        + '<p class="kla-redup">Rencana ini sudah lolos pemeriksaan ulang di luar pengoptimal. '
        "Isinya ada pada langkah 5.</p>",
        testid="rencana-ditemukan",
    )
