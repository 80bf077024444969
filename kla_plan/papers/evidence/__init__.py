"""The evidence tracker (data dukung): what proves each answer, who holds it, until when.

A workbook to fill in and bring back, one per holder, and a short report. Points at risk are
defined in :mod:`kla_plan.papers.evidence.facts`.
"""

from pathlib import Path

from kla_plan.papers.evidence.books import write_books
from kla_plan.papers.evidence.facts import facts
from kla_plan.papers.evidence.points import open_points
from kla_plan.papers.evidence.ranking import errands
from kla_plan.papers.evidence.readiness import readiness
from kla_plan.papers.evidence.template import EVIDENCE, evidence
from kla_plan.papers.evidence.values import NAMES, values
from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.render import render, save


def write(brief: Brief, folder: Path) -> Made:
    """Write the trackers and the report."""
    known = facts(brief)
    ready, ranked = readiness(known), errands(known)
    books = write_books(known, ready, ranked, folder)
    document = render(
        brief.template(EVIDENCE), lambda picture: values(brief, known, ready, ranked, picture)
    )
    close_sections(document)
    target = folder / "laporan_data_dukung.docx"
    docx = save(document, target, f"Laporan Data Dukung KLA {brief.plan.pack.profile.full_name}")
    return Made((*books, docx), to_pdf=(docx,), open_points=open_points(known))


PAPER = Paper(
    name="data_dukung",
    title="Pelacak data dukung",
    write=write,
    templates=(Template(EVIDENCE, "Templat laporan data dukung KLA", evidence, NAMES),),
    seconds=4,
)
