"""Monitoring: realisation of money, volume and points against the plan, quarter by quarter.

``reported`` reads the reports, ``line`` judges one activity in one year, ``facts`` joins them with
the plan; what is compared and the thresholds of the judgement are defined there.
"""

from pathlib import Path

from kla_plan.papers.monitoring.facts import Monitoring, monitor
from kla_plan.papers.monitoring.form import write_agency_forms
from kla_plan.papers.monitoring.illustration import as_if_reported
from kla_plan.papers.monitoring.meanings import ABOUT
from kla_plan.papers.monitoring.open_points import open_points
from kla_plan.papers.monitoring.sheets import write_book
from kla_plan.papers.monitoring.template import FILE, build
from kla_plan.papers.monitoring.values import NAMES, values
from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.render import render, save

__all__ = ["PAPER", "Monitoring", "as_if_reported", "monitor", "write"]


def write(brief: Brief, folder: Path) -> Made:
    """Write the report, the workbook, and a form per agency."""
    found = monitor(brief.plan, brief.current, brief.day)
    document = render(brief.template(FILE), lambda picture: values(found, picture))
    close_sections(document)
    title = f"Laporan Pemantauan RAD KLA {brief.plan.pack.profile.full_name}"
    docx = save(document, folder / FILE, title)
    book = write_book(found, folder)
    forms = write_agency_forms(found, folder)
    return Made((docx, book, *forms), to_pdf=(docx,), open_points=open_points(found))


PAPER = Paper(
    name="pemantauan",
    title="Pemantauan",
    write=write,
    templates=(Template(FILE, "Templat laporan pemantauan RAD KLA", build, NAMES, about=ABOUT),),
    seconds=2,
)
