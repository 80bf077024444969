"""The draft RAD KLA as one paper of the set."""

from pathlib import Path

from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.report.word.rad import NAMES, write_rad
from kla_plan.report.word.template.books import RAD, rad


def write(brief: Brief, folder: Path) -> Made:
    """Write the RAD KLA; its own PDF gives the page numbers of the contents."""
    made = write_rad(brief.plan, folder, baselines=brief.others, template=brief.template(RAD))
    files = tuple(path for path in (made.docx, made.pdf) if path is not None)
    return Made(files, notes=(made.note,) if made.note else ())


PAPER = Paper(
    name="rad",
    title="Rencana Aksi Daerah",
    write=write,
    templates=(Template(RAD, "Templat RAD KLA", rad, NAMES),),
    compares=True,
    seconds=15,
)
