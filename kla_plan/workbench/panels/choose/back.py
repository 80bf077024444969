"""A way back to the pack that was open before, with the scenario and the plan it had."""

from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.look import button, show
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

#: What belongs to a pack and comes back with it.
_OWN = ("loaded", "pack", "source", "path", "findings", "read", "scenario", "indicator", "plan")


class Back:
    """The button; it is there once a second pack has been opened.

    Attributes
    ----------
    widget
        The button.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now = store.state
        self._before: State | None = None
        self.widget = button("Kembali")
        self.widget.on_click(guarded(store)(quietly(self._go)))
        store.on(_OWN, self._follow)
        show(self.widget, visible=False)

    def _follow(self, state: State) -> None:
        if state.loaded is not self._now.loaded and self._now.loaded is not None:
            self._before = self._now
            self.widget.description = f"Kembali ke {self._now.source}"
            self.widget.tooltip = "Dengan skenario dan rencana yang tadi ada di sana"
            show(self.widget, visible=True)
        self._now = state

    def _go(self) -> None:
        before = self._before
        if before is not None:
            own = {name: getattr(before, name) for name in _OWN}
            self._store.update(**own, refused=None, progress=(), clash=None, notice=None)
