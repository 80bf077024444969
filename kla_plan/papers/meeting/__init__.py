"""Rakor pack: two pages for each cluster meeting and the plenary, and one annex with all rows."""

from functools import partial
from pathlib import Path

from kla_plan.papers.deciding.ground import ground_of
from kla_plan.papers.meeting.facts import agendas
from kla_plan.papers.meeting.leftopen import open_points
from kla_plan.papers.meeting.pages import values
from kla_plan.papers.meeting.sheets import write_annex
from kla_plan.papers.meeting.template import FILE, NAMES, build
from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.report.excel.book import file_name
from kla_plan.report.word.render import render, save


def write(brief: Brief, folder: Path) -> Made:
    """Write one Word file per meeting and the annex."""
    ground = ground_of(brief)
    found = agendas(ground)
    region = brief.plan.pack.profile.full_name
    words = []
    for place, agenda in enumerate(found, start=1):
        name = f"bahan_rakor_{place}_{file_name(agenda.meeting.code)}.docx"
        document = render(brief.template(FILE), partial(values, ground, agenda))
        title = f"Bahan rakor KLA {region}: {agenda.meeting.title}"
        words.append(save(document, folder / name, title))
    annex = write_annex(ground, found, folder)
    return Made((*words, annex), to_pdf=tuple(words), open_points=open_points(ground, found))


PAPER = Paper(
    name="rakor",
    title="Bahan rapat koordinasi",
    write=write,
    templates=(Template(FILE, "Templat bahan rapat koordinasi Gugus Tugas KLA", build, NAMES),),
    seconds=5,
)
