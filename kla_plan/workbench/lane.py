"""``Lane``: one long job beside the solves, such as an export or the page of an activity."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from kla_plan.solve.door import Stop
from kla_plan.workbench.carried import carried
from kla_plan.workbench.guard import guarded, told

if TYPE_CHECKING:
    from kla_plan.workbench.store import Store

#: Told the share done and what is being done.
type Step = Callable[[float, str], None]
type Job[T] = Callable[[Step, Stop], T]


@dataclass(frozen=True, slots=True)
class _Order:
    job: Job[Any]
    done: Callable[[Any], object]
    ended: Callable[[], object]
    halt: threading.Event


class Lane:
    """Runs one job at a time in a thread of its own; solves and errands go on beside it.

    Parameters
    ----------
    on_step
        Called in the main loop with what a job reports.
    """

    def __init__(self, store: "Store", on_step: Step | None = None) -> None:
        self._store = store
        self._on_step = on_step
        self._now: _Order | None = None
        self._next: _Order | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._now is not None

    def start[T](
        self, job: Job[T], done: Callable[[T], object], ended: Callable[[], object] = lambda: None
    ) -> None:
        """Run a job; one that is running is stopped, and its result dropped.

        Parameters
        ----------
        job
            Called in the thread with ``step`` and ``stop``.
        done, ended
            Called in the main loop: with the result, and once nothing runs any more, also after a
            failure (which becomes a notice).
        """
        order = _Order(job, done, ended, threading.Event())
        if self._now is not None:
            self._now.halt.set()
            self._next = order
        else:
            self._begin(order)

    def stop(self) -> None:
        """Ask the running job to end; its result is still delivered."""
        self._next = None
        if self._now is not None:
            self._now.halt.set()

    def _begin(self, order: _Order) -> None:
        self._now = order

        def step(share: float, words: str) -> None:
            self._store.later(self._tell, order, share, words)

        work = carried(
            self._store, lambda: order.job(step, order.halt.is_set), partial(self._end, order)
        )
        threading.Thread(target=work, name="kla-lane", daemon=True).start()

    def _tell(self, order: _Order, share: float, words: str) -> None:
        if self._on_step is not None and order is self._now:
            guarded(self._store)(self._on_step)(share, words)

    def _end(self, order: _Order, result: object, error: BaseException | None) -> None:
        self._now, following, self._next = None, self._next, None
        if following is not None:
            self._begin(following)
            return
        if error is None:
            guarded(self._store)(order.done)(result)
        else:
            self._store.update(notice=told(error, self._store.state.folder))
        guarded(self._store)(order.ended)()
