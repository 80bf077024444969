"""The whole set of papers from one saved plan, with the time that each of them took."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kla_plan.findings import Finding, FindingsError, raise_errors
from kla_plan.papers.open_points import OPEN_POINTS, write_open_points
from kla_plan.papers.paper import Brief, Made, Paper, shipped_template
from kla_plan.plan.baselines import even_split, greedy
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.report.word.render import check_template
from kla_plan.runs.beside import EVEN, GREEDY
from kla_plan.runs.clock import Phase
from kla_plan.runs.converting import converting
from kla_plan.runs.progress import Reporter, Silent
from kla_plan.runs.staging import staged_files

CHECK = "Memeriksa ulang rencana"
CONVERT = "Membuat PDF"
#: Seconds that the last PDFs usually take after the last paper is written.
_WAITING = 8.0


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
        Wall time by paper, and under :data:`CONVERT` of waiting for the last PDFs.
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
    return (Phase(CHECK, 1), *papers, Phase(CONVERT, _WAITING))


def simple_plans(plan: Plan) -> dict[str, Plan]:
    """Return the plans that two simple ways of choosing make, by the name of the way."""
    pack, scenario = plan.pack, plan.scenario
    return {GREEDY: greedy(pack, scenario), EVEN: even_split(pack, scenario)}


def compared(plan: Plan, chosen: Sequence[Paper]) -> dict[str, Plan]:
    """Return the plans to compare with, by name; none where no paper shows them."""
    return simple_plans(plan) if any(paper.compares for paper in chosen) else {}


def write_papers(
    brief: Brief,
    chosen: Sequence[Paper],
    target: Path,
    *,
    reporter: Reporter | None = None,
) -> PaperSet:
    """Write papers into ``target``, one folder each; all of them appear, or none.

    Files of the same name are replaced; everything else in the folder stays. What ``reporter``
    raises ends the work between two papers, with nothing written.

    Raises
    ------
    FindingsError
        If the plan does not hold, a template cannot be filled in, or a file cannot be replaced.
    """
    say = reporter or Silent()
    say.phase(CHECK)
    raise_errors(verify_plan(brief.plan))
    raise_errors(_own_templates(brief, chosen))
    made: dict[str, Made] = {}
    seconds: dict[str, float] = {}
    with staged_files(target) as work:
        with converting() as converter:
            for paper in chosen:
                say.phase(paper.title)
                begun = time.monotonic()
                folder = work / paper.name
                folder.mkdir()
                made[paper.name] = paper.write(brief, folder)
                converter.add(made[paper.name].to_pdf, made[paper.name].later)
                seconds[paper.name] = time.monotonic() - begun
            say.phase(CONVERT)
            begun = time.monotonic()
        seconds[CONVERT] = time.monotonic() - begun
        titles = {paper.name: paper.title for paper in chosen}
        write_open_points(made, titles, work / OPEN_POINTS, brief.plan.pack.profile.full_name)
        placed = {name: _moved(one, work, target) for name, one in made.items()}
    notes = [*(text for one in made.values() for text in one.notes), converter.reason]
    return PaperSet(target, placed, seconds, tuple(dict.fromkeys(filter(None, notes))))


def _own_templates(brief: Brief, chosen: Sequence[Paper]) -> list[Finding]:
    """Look through the planner's own templates before any paper is made."""
    findings: list[Finding] = []
    for template in (each for paper in chosen for each in paper.templates):
        own = brief.template(template.file)
        if own != shipped_template(template.file):
            try:
                check_template(own, template.names)
            except FindingsError as error:
                findings += error.findings
    return findings


def _moved(made: Made, work: Path, target: Path) -> Made:
    """Return what was made under the paths where it stands in the end."""
    move: Callable[[Path], Path] = lambda path: target / path.relative_to(work)  # noqa: E731
    words = [path for path in made.files if path.suffix == ".docx"]
    pdfs = [pdf for path in words if (pdf := path.with_suffix(".pdf")).is_file()]
    return replace(
        made,
        files=tuple(move(path) for path in (*made.files, *pdfs)),
        to_pdf=tuple(move(path) for path in made.to_pdf),
    )
