"""``Store``: holds the state, replaces it, and tells those who asked about what changed."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from kla_plan.pack.model import Pack
from kla_plan.plan.recall import Recall
from kla_plan.scenario import Scenario
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.history import History
from kla_plan.workbench.state import State
from kla_plan.workbench.worker import Worker

type Subscriber = Callable[[State], object]

_FIELDS = frozenset(field.name for field in fields(State))
#: What undo brings back: the scenario, and the pack whose ceilings the planner shaped.
type _Shape = tuple[Pack | None, Scenario | None]


class Store:
    """The one place where the state changes; to be used in the kernel's main loop only.

    Attributes
    ----------
    state
        The present state.
    worker
        Runs what takes long, see :class:`kla_plan.workbench.worker.Worker`.
    recall
        What the last search has left for the next one.
    """

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()
        self._subscribers: list[tuple[frozenset[str], Subscriber]] = []
        self._history: History[_Shape] = History(depth=None)
        self._loop = _running_loop()
        self.worker = Worker(self)
        self.recall = Recall()

    def update(self, **changes: Any) -> None:
        """Replace fields of the state, then call the subscribers of those that differ.

        A change of ``scenario`` or ``pack`` can be undone; a change of ``loaded`` (another file
        was read) begins a new history.

        Raises
        ------
        TypeError
            If the state has no field of that name.
        """
        before = self.state
        after = replace(before, **changes)
        if "loaded" in changes:
            self._history.clear()
        elif before.scenario is not None and _shape(before) != _shape(after):
            self._history.push(_shape(before))
        self._set(after)

    def on(self, names: Iterable[str] | str, callback: Subscriber) -> None:
        """Call ``callback(state)`` whenever one of these fields changes.

        An exception of the callback becomes a notice, and the other subscribers are still called.
        """
        wanted = frozenset([names] if isinstance(names, str) else names)
        unknown = wanted - _FIELDS
        if unknown:
            message = f"the state has no fields {sorted(unknown)}"
            raise ValueError(message)
        self._subscribers.append((wanted, guarded(self)(callback)))

    def later(self, callback: Callable[..., object], *args: object) -> None:
        """Call back in the main loop, from any thread; at once where no loop is running."""
        if self._loop is None or self._loop.is_closed():
            callback(*args)
        else:
            self._loop.call_soon_threadsafe(callback, *args)

    def after(self, seconds: float, callback: Callable[[], object]) -> None:
        """Call back in the main loop some time later; at once where no loop is running."""
        if self._loop is None or self._loop.is_closed():
            callback()
        else:
            self._loop.call_later(seconds, callback)

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier scenario."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a scenario was undone."""
        return self._history.can_redo

    def undo(self) -> None:
        """Go back to the scenario (and ceilings) before the last change."""
        self._take(self._history.undo(_shape(self.state)))

    def redo(self) -> None:
        """Take back the last undo."""
        self._take(self._history.redo(_shape(self.state)))

    def _take(self, shape: _Shape) -> None:
        pack, scenario = shape
        self._set(replace(self.state, pack=pack, scenario=scenario))

    def _set(self, after: State) -> None:
        before, self.state = self.state, after
        changed = {name for name in _FIELDS if _differ(getattr(before, name), getattr(after, name))}
        for wanted, callback in tuple(self._subscribers):
            if wanted & changed:
                callback(self.state)


def _shape(state: State) -> _Shape:
    return (state.pack, state.scenario)


def _differ(before: object, after: object) -> bool:
    """Whether a field changed; large objects that are the same object are not compared."""
    return before is not after and before != after


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
