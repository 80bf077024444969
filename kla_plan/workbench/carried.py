"""The body of every thread: do a job, and take what comes of it to the main loop."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kla_plan.workbench.store import Store


def carried[T](
    store: "Store", job: Callable[[], T], end: Callable[[T | None, Exception | None], object]
) -> Callable[[], None]:
    """Return what a thread is to run.

    Parameters
    ----------
    end
        Called in the main loop with the job's result, or with ``None`` and the exception.
    """

    def work() -> None:
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - told in the main loop
            store.later(end, None, error)
        else:
            store.later(end, result, None)

    return work
