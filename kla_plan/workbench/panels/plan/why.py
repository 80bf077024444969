"""The page of one activity: why it is (not) in the plan, and what would change otherwise."""

from html import escape

import ipywidgets as widgets
import pandas as pd

from kla_plan.explain import why_activity
from kla_plan.explain.activity import ActivityPage
from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.runs.pages.show import show as table
from kla_plan.solve.door import Progress, Stop
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.lane import Lane, Step
from kla_plan.workbench.look import bullets, button, card, column, html, show
from kla_plan.workbench.store import Store

#: Seconds for seeking the plan with (or without) the activity.
SECONDS = 10.0


class Why:
    """Asks for the page of an activity and shows it; a new question ends the one before.

    Attributes
    ----------
    widget
        Where the page is shown.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked = ("", "")
        self._page = html()
        self._stop = button("Cukup, tampilkan yang sudah ada")
        self._stop.on_click(guarded(store)(quietly(self._enough)))
        self._lane = Lane(store, self._step)
        show(self._stop, visible=False)
        self.widget: widgets.Widget = column(self._stop, self._page)

    def ask(self, plan: Plan, code: str) -> None:
        """Seek the page of an activity; it takes some seconds."""
        activity = plan.pack.activities[code]
        self._asked = (code, activity.nama)
        self._step(0.0, "Mencari rencana tanpa kegiatan ini, atau dengannya")
        show(self._stop, visible=True)

        def job(step: Step, stop: Stop) -> ActivityPage:
            def on_progress(seen: Progress) -> None:
                step(min(1.0, seen.seconds / SECONDS), f"{number(seen.seconds, 0)} detik")

            return why_activity(plan, code, seconds=SECONDS, on_progress=on_progress, stop=stop)

        self._lane.start(job, self._show, lambda: show(self._stop, visible=False))

    def clear(self) -> None:
        """Show nothing, and forget a question that is still being answered."""
        self._asked = ("", "")
        self._lane.stop()
        self._page.value = ""
        show(self._stop, visible=False)

    def _enough(self) -> None:
        self._lane.stop()

    def _step(self, _share: float, words: str) -> None:
        code, name = self._asked
        if code:
            self._page.value = card(
                f"<h3>{escape(f'{code} · {name}')}</h3>"
                f'<p role="status">Sedang dihitung: {escape(words)} …</p>',
                testid="mengapa-tunggu",
            )

    def _show(self, page: ActivityPage) -> None:
        code, name = self._asked
        if page.code != code:
            return
        question = "Mengapa didanai?" if page.funded else "Mengapa tidak didanai?"
        self._page.value = card(
            f"<h3>{escape(f'{code} · {name}')}</h3><p><strong>{question}</strong></p>"
            + bullets(page.sentences())
            + _folded("Pertanyaan yang dinaikkan", page.questions())
            + _folded("Pagu yang dilalui", page.ceilings()),
            testid="mengapa",
        )


def _folded(title: str, frame: pd.DataFrame) -> str:
    if frame.empty:
        return ""
    return (
        f"<details><summary>{escape(title)}</summary>"
        f'<div style="overflow-x:auto">{table(frame).data}</div></details>'
    )
