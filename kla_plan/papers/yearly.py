"""Yearly plans as one paper of the set: a Word file and one workbook per OPD for each year."""

from pathlib import Path

from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.report.excel import write_year_workbook
from kla_plan.report.word.template.books import YEARLY
from kla_plan.report.word.template.yearly import yearly
from kla_plan.report.word.yearly import write_year_docx


def write(brief: Brief, folder: Path) -> Made:
    """Write the papers of every year that is still to be decided, one folder per year."""
    files: list[Path] = []
    words: list[Path] = []
    for year in brief.plan.pack.planned_years:
        place = folder / str(year)
        template = brief.template(YEARLY)
        target = place / f"rencana_{year}.docx"
        words.append(write_year_docx(brief.plan, year, target, template=template))
        files += [words[-1], *write_year_workbook(brief.plan, year, place)]
    return Made(tuple(files), to_pdf=tuple(words))


PAPER = Paper(
    name="tahunan",
    title="Rencana tahunan",
    write=write,
    templates=(
        Template(
            YEARLY,
            "Templat rencana aksi tahunan KLA",
            yearly,
            ("dokumen", "target", "anggaran", "kegiatan"),
        ),
    ),
    seconds=5,
)
