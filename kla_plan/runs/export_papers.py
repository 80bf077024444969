"""The papers of the task force as one part of an export, with the planner's stop between them."""

from collections.abc import Callable
from pathlib import Path

from kla_plan.papers.open_points import OPEN_POINTS
from kla_plan.papers.paper import Brief, Paper
from kla_plan.papers.registry import papers
from kla_plan.runs.clock import Clock
from kla_plan.runs.papers import PaperSet, phases, write_papers

#: Folder of the set below the target of an export.
PAPERS = "berkas_gugus_tugas"


def export_papers(brief: Brief, target: Path, step: Callable[[float, str], None]) -> PaperSet:
    """Write every paper of the registry below ``target``; all of them appear, or none.

    Parameters
    ----------
    step
        Told before each paper the share done so far and what comes; what it raises ends the work
        there.

    Raises
    ------
    FindingsError
        If the plan does not hold, a template cannot be filled in, or a file cannot be replaced.
    """
    chosen = papers()
    return write_papers(brief, chosen, target / PAPERS, reporter=_Steps(chosen, step))


def paths(made: PaperSet) -> list[Path]:
    """Return every file of a set: the list of what is still open, then paper by paper."""
    files = (path for one in made.made.values() for path in one.files)
    return [made.folder / OPEN_POINTS, *files]


class _Steps:
    """A reporter that passes on the share of the usual time and the phase."""

    def __init__(self, chosen: tuple[Paper, ...], step: Callable[[float, str], None]) -> None:
        self._clock, self._step = Clock(phases(chosen)), step

    def phase(self, name: str) -> None:
        self._clock.enter(name)
        self._step(self._clock.share, f"Berkas gugus tugas: {name}")

    def note(self, text: str) -> None:
        self._step(self._clock.share, text)
