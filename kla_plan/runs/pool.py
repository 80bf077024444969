"""Several notebooks at once, in a few kernels that are kept warm."""

import queue
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_event_loop

from kla_plan.runs.kernel import OwnKernelManager
from kla_plan.runs.notebooks import execute


@dataclass(frozen=True, slots=True)
class _Task:
    name: str
    target: Path
    parameters: Mapping[str, Any]
    future: Future[Path]


class NotebookPool:
    """Runs notebooks in a folder, each worker in a kernel of its own that is used again.

    A kernel starts with the first notebook of its worker; the later ones find the libraries
    already imported and all names removed.
    """

    def __init__(self, folder: Path, workers: int) -> None:
        self._folder = folder
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._workers = [
            threading.Thread(target=self._work, name=f"notebook-{number}")
            for number in range(workers)
        ]
        for worker in self._workers:
            worker.start()

    def submit(self, name: str, file: str, parameters: Mapping[str, Any]) -> Future[Path]:
        """Ask for a notebook; the future gives its path, or raises what went wrong."""
        task = _Task(name, self._folder / file, dict(parameters), Future())
        self._tasks.put(task)
        return task.future

    def close(self) -> None:
        """Forget what has not begun, wait for what has, and end the kernels."""
        while not self._tasks.empty():
            waiting = self._tasks.get()
            if waiting is not None:
                waiting.future.cancel()
        for _ in self._workers:
            self._tasks.put(None)
        for worker in self._workers:
            worker.join()

    def _work(self) -> None:
        # Sockets and event loop belong to this thread, so they are also closed in it.
        kernel = OwnKernelManager()
        try:
            while (task := self._tasks.get()) is not None:
                self._run(task, kernel)
        finally:
            kernel.end()
            ensure_event_loop().close()

    def _run(self, task: _Task, kernel: OwnKernelManager) -> None:
        if not task.future.set_running_or_notify_cancel():
            return
        try:
            path = execute(
                task.name, task.target, task.parameters, folder=self._folder, kernel=kernel
            )
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            task.future.set_exception(error)
        else:
            task.future.set_result(path)


@contextmanager
def notebook_pool(folder: Path, workers: int = 2) -> Iterator[NotebookPool]:
    """Yield a pool whose kernels are gone at the end of the block, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    pool = NotebookPool(folder, workers)
    try:
        yield pool
    finally:
        pool.close()
