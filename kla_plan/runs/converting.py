"""Word files become PDFs in the background, while the next papers are being written."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kla_plan.report.pdf import Office, PdfUnavailable, office

#: Something to do with LibreOffice.
type Job = Callable[[Office], None]


class Converter:
    """Converts what it is given, all that has gathered at once.

    LibreOffice is a process of its own: on a second core its work costs no time.

    Attributes
    ----------
    reason
        Why no PDF can be made here, in Indonesian; empty while all goes well.
    """

    def __init__(self) -> None:
        self.reason = ""
        self._jobs: list[Job] = []
        self._words: list[Path] = []
        self._closed = False
        self._news = threading.Condition()

    def add(self, words: Sequence[Path], job: Job | None = None) -> None:
        """Take Word files whose PDFs shall stand beside them, and a job of another kind."""
        with self._news:
            self._words += words
            self._jobs += [job] if job is not None else []
            self._news.notify()

    def close(self, *, give_up: bool = False) -> None:
        """Say that nothing more comes; ``give_up`` drops what is not begun yet."""
        with self._news:
            self._closed = True
            if give_up:
                self._words, self._jobs = [], []
            self._news.notify()

    def run(self) -> None:
        """Work until it is closed and nothing is left; to be called in a thread."""
        try:
            self._work()
        except PdfUnavailable as reason:
            self.reason = str(reason)

    def _work(self) -> None:
        job, words = self._next()
        if job is None and not words:
            return
        with office() as program:
            while job is not None or words:
                if job is not None:
                    job(program)
                else:
                    program.convert_all({docx: docx.with_suffix(".pdf") for docx in words})
                job, words = self._next()

    def _next(self) -> tuple[Job | None, list[Path]]:
        """Wait for the next job, or for Word files; neither once everything is done."""
        with self._news:
            self._news.wait_for(lambda: self._jobs or self._words or self._closed)
            if self._jobs:
                return self._jobs.pop(0), []
            words, self._words = self._words, []
            return None, words


@contextmanager
def converting() -> Iterator[Converter]:
    """Yield a converter at work; the end of the block waits for it.

    When the block raises, what is not begun is left undone.
    """
    converter = Converter()
    thread = threading.Thread(target=converter.run, daemon=True)
    thread.start()
    try:
        yield converter
    except BaseException:
        converter.close(give_up=True)
        raise
    finally:
        converter.close()
        thread.join()
