"""The draft RAD KLA as one paper of the set."""

from pathlib import Path

from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.report.word.open_points import open_points
from kla_plan.report.word.rad import NAMES, draft_rad, values
from kla_plan.report.word.template.books import RAD, rad


def write(brief: Brief, folder: Path) -> Made:
    """Write the RAD KLA; the page numbers of its contents come from its own PDF, made later."""
    draft = draft_rad(
        brief.plan,
        folder,
        baselines=brief.others,
        current=brief.current,
        template=brief.template(RAD),
    )
    draft.without_pages()
    left_open = open_points(brief.plan, brief.current)
    return Made((draft.docx,), later=draft.paginate, open_points=left_open)


def _values(brief: Brief) -> dict[str, object]:
    """Return the values alone: drawing and page numbers take most of the time."""
    return values(brief.plan, lambda figure: figure, brief.others, brief.current)


PAPER = Paper(
    name="rad",
    title="Rencana Aksi Daerah",
    write=write,
    templates=(Template(RAD, "Templat RAD KLA", rad, NAMES, sample=_values),),
    compares=True,
    seconds=15,
)
