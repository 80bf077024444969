"""The whole set of papers from one saved plan, with the time that each of them took."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kla_plan.findings import raise_errors
from kla_plan.papers.open_points import OPEN_POINTS, write_open_points
from kla_plan.papers.paper import Brief, Made, Paper
from kla_plan.plan.verify import verify_plan
from kla_plan.report.pdf import PdfUnavailable, office
from kla_plan.runs.clock import Phase
from kla_plan.runs.progress import Reporter, Silent
from kla_plan.runs.staging import staged_files

CHECK = "Memeriksa ulang rencana"
CONVERT = "Membuat PDF"
#: Seconds to start LibreOffice, and to convert one Word file.
_START, _CONVERSION = 3.0, 0.7


@dataclass(frozen=True, slots=True)
class PaperSet:
    """What was written.

    Attributes
    ----------
    folder
        Where it stands: one folder per paper.
    made
        What each paper wrote, by its name; paths are those in ``folder``.
    seconds
        Wall time by paper, and by :data:`CONVERT`.
    notes
        What could not be made and what to do about it, in Indonesian.
    """

    folder: Path
    made: Mapping[str, Made]
    seconds: Mapping[str, float]
    notes: tuple[str, ...] = ()


def phases(chosen: Sequence[Paper]) -> tuple[Phase, ...]:
    """Return the phases of writing these papers with the time they usually take."""
    papers = (Phase(paper.title, paper.seconds) for paper in chosen)
    converting = _START + _CONVERSION * 10 * len(chosen)
    return (Phase(CHECK, 1), *papers, Phase(CONVERT, converting))


def write_papers(
    brief: Brief,
    chosen: Sequence[Paper],
    target: Path,
    *,
    reporter: Reporter | None = None,
) -> PaperSet:
    """Write papers into ``target``, one folder each; all of them appear, or none.

    Files of the same name are replaced; everything else in the folder stays.

    Raises
    ------
    FindingsError
        If the plan does not hold, a template cannot be filled in, or a file cannot be replaced.
    """
    say = reporter or Silent()
    say.phase(CHECK)
    raise_errors(verify_plan(brief.plan))
    made: dict[str, Made] = {}
    seconds: dict[str, float] = {}
    with staged_files(target) as work:
        for paper in chosen:
            say.phase(paper.title)
            begun = time.monotonic()
            folder = work / paper.name
            folder.mkdir()
            made[paper.name] = paper.write(brief, folder)
            seconds[paper.name] = time.monotonic() - begun
        say.phase(CONVERT)
        begun = time.monotonic()
        note = _convert([docx for one in made.values() for docx in one.to_pdf])
        seconds[CONVERT] = time.monotonic() - begun
        titles = {paper.name: paper.title for paper in chosen}
        write_open_points(made, titles, work / OPEN_POINTS, brief.plan.pack.profile.full_name)
        placed = {name: _moved(one, work, target, pdf=not note) for name, one in made.items()}
    notes = [text for one in made.values() for text in one.notes]
    return PaperSet(target, placed, seconds, tuple(dict.fromkeys([*notes, *filter(None, [note])])))


def _convert(words: Sequence[Path]) -> str:
    """Make the PDFs beside their Word files; return why that is not possible here."""
    if not words:
        return ""
    try:
        with office() as program:
            program.convert_all({docx: docx.with_suffix(".pdf") for docx in words})
    except PdfUnavailable as reason:
        return str(reason)
    return ""


def _moved(made: Made, work: Path, target: Path, *, pdf: bool) -> Made:
    """Return what was made under the paths where it stands in the end."""
    move: Callable[[Path], Path] = lambda path: target / path.relative_to(work)  # noqa: E731
    pdfs = [path.with_suffix(".pdf") for path in made.to_pdf] if pdf else []
    return replace(
        made,
        files=tuple(move(path) for path in (*made.files, *pdfs)),
        to_pdf=tuple(move(path) for path in made.to_pdf),
    )
