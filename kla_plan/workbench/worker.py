"""``Worker``: what takes longer than a blink, outside the kernel's main loop.

Two lanes. *Solves* run one at a time, report progress and can be stopped; a new one stops the
old one first and begins when that has ended, with its plan already in the state. *Errands* (read
a pack, draw a chart) wait for each other but not for a solve.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kla_plan.solve.door import OnProgress, Progress, Stop
from kla_plan.workbench.carried import carried
from kla_plan.workbench.guard import guarded, told

if TYPE_CHECKING:
    from kla_plan.workbench.store import Store

#: Least seconds between two reports of progress, and most while the solver has nothing new.
PAUSE, QUIET = 0.2, 1.0
#: So many reports are kept for the chart; beyond it every second one is dropped.
MOST_REPORTS = 400

type Job[T] = Callable[[OnProgress, Stop], T]
type Done[T] = Callable[[T], object]
type Failed = Callable[[BaseException], object]


@dataclass(frozen=True, slots=True)
class _Order:
    job: Job[Any]
    done: Done[Any]
    failed: Failed | None


class Worker:
    """Runs jobs in threads and brings their results back to the main loop.

    Parameters
    ----------
    store
        Gets ``running`` and ``progress`` of solves, and the notice of what failed.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._halt = threading.Event()
        self._thread: threading.Thread | None = None
        self._next: _Order | None = None
        self._open = 0  # jobs whose result is not delivered yet
        self._errands = ThreadPoolExecutor(1, thread_name_prefix="kla-errand")
        self._newest: dict[str, int] = {}

    @property
    def busy(self) -> bool:
        """Whether a solve is running."""
        return self._thread is not None

    def start[T](self, job: Job[T], done: Done[T], failed: Failed | None = None) -> None:
        """Run a solve; one that is running is stopped first, and its result still delivered.

        Parameters
        ----------
        job
            Called in a thread with ``on_progress`` and ``stop``; it reads the state by itself, so
            that it finds there what the solve before it left.
        done, failed
            Called in the main loop with the result, or with the exception; without ``failed``
            the exception becomes a notice.
        """
        order = _Order(job, done, failed)
        if self.busy:
            self._next = order
            self._halt.set()
            return
        self._begin(order)

    def stop(self) -> None:
        """Ask the running solve to end with the best plan so far; forget what was to follow."""
        self._next = None
        self._halt.set()

    def run[T](
        self, task: Callable[[], T], done: Done[T], *, failed: Failed | None = None, only: str = ""
    ) -> None:
        """Run an errand in a thread and hand its result to ``done`` in the main loop.

        Parameters
        ----------
        only
            A name; of the errands with the same name only the newest is delivered, and those
            that have not begun by then are not run at all.
        """
        turn = self._newest.get(only, 0) + 1
        if only:
            self._newest[only] = turn

        def stale() -> bool:
            return bool(only) and self._newest[only] != turn

        def end(result: T | None, error: Exception | None) -> None:
            if error is not None:
                self._tell(error, failed)
            elif not stale():
                self._deliver(done, result)

        work = carried(self._store, task, end)
        self._errands.submit(lambda: None if stale() else work())

    def wait(self, seconds: float = 60.0) -> None:
        """Block until nothing runs; for scripts and tests, where no loop is running.

        Raises
        ------
        TimeoutError
            If something still runs after so many seconds.
        """
        deadline = time.monotonic() + seconds
        self._errands.submit(lambda: None).result(seconds)
        while self._open:
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(0.01)

    def _begin(self, order: _Order) -> None:
        self._halt = halt = threading.Event()
        self._store.update(running=True, progress=())
        reports = _Reports(lambda seen: self._store.later(self._report, seen, halt), halt)

        work = carried(
            self._store,
            lambda: order.job(reports.on_progress, reports.stop),
            partial(self._end, order),
        )
        self._open += 1
        self._thread = threading.Thread(target=work, name="kla-solve", daemon=True)
        self._thread.start()

    def _end(self, order: _Order, result: object, error: BaseException | None) -> None:
        following, self._next = self._next, None
        self._thread = None
        # "running" stays on between two solves, so that panels do not flicker.
        if following is None:
            self._store.update(running=False)
        if error is None:
            self._deliver(order.done, result)
        elif following is None:
            self._tell(error, order.failed)
        if following is not None:
            self._begin(following)
        self._open -= 1

    def _report(self, seen: Progress, halt: threading.Event) -> None:
        if halt is not self._halt or not self.busy:
            return
        reports = self._store.state.progress
        if len(reports) >= MOST_REPORTS:
            reports = reports[::2]
        self._store.update(progress=(*reports, seen))

    def _deliver(self, done: Done[Any], result: object) -> None:
        guarded(self._store)(done)(result)

    def _tell(self, error: BaseException, failed: Failed | None) -> None:
        if failed is not None:
            guarded(self._store)(failed)(error)
        else:
            self._store.update(notice=told(error, self._store.state.folder))


class _Reports:
    """Passes reports on at most every :data:`PAUSE` seconds, with the seconds of the whole job.

    While the solver has nothing new to say, the last report is repeated as time goes on: the
    solver asks ``stop`` again and again, and that is when it is done.
    """

    def __init__(self, tell: OnProgress, halt: threading.Event) -> None:
        self._tell, self._halt = tell, halt
        self._begun = time.monotonic()
        self._told, self._last = float("-inf"), Progress("", None, None, None, 0.0)

    def on_progress(self, seen: Progress) -> None:
        """Take a report of the solver."""
        self._last = seen
        self._pass_on(PAUSE)

    def stop(self) -> bool:
        """Whether the planner wants to stop."""
        self._pass_on(QUIET)
        return self._halt.is_set()

    def _pass_on(self, pause: float) -> None:
        now = time.monotonic()
        if now - self._told >= pause:
            self._told = now
            self._tell(replace(self._last, seconds=now - self._begun))
