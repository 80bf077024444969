"""The draft regulation of the mayor or regent that enacts the RAD KLA.

It follows the drafting form of Undang-Undang Nomor 12 Tahun 2011: title, considerations, legal
basis, articles, closing, annexes. What the form leaves open until enactment (number, dates, names)
stays as its dots, and every dot is an open point.
"""

from pathlib import Path

from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.papers.regulation.meanings import ABOUT
from kla_plan.papers.regulation.points import open_points
from kla_plan.papers.regulation.systematics import rad_chapters
from kla_plan.papers.regulation.template import REGULATION, regulation
from kla_plan.papers.regulation.values import NAMES, values
from kla_plan.report.word.facts import head_of_region
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.render import render, save
from kla_plan.report.word.template.books import RAD


def write(brief: Brief, folder: Path) -> Made:
    """Write the draft regulation as a Word file."""
    plan = brief.plan
    points = open_points(plan, brief.day)
    parts = rad_chapters(brief.template(RAD))
    document = render(brief.template(REGULATION), lambda _: values(plan, points, parts))
    close_sections(document)
    head = head_of_region(plan.pack.profile)
    target = folder / f"rancangan_peraturan_{'_'.join(head.lower().split())}.docx"
    docx = save(document, target, f"Rancangan Peraturan {head} tentang RAD KLA")
    return Made((docx,), to_pdf=(docx,), open_points=points)


PAPER = Paper(
    name="peraturan",
    title="Rancangan peraturan kepala daerah",
    write=write,
    templates=(
        Template(REGULATION, "Templat rancangan peraturan", regulation, NAMES, about=ABOUT),
    ),
    seconds=1,
)
