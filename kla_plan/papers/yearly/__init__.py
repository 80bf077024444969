"""Yearly plans as one paper of the set: a Word file and one workbook per OPD for each year.

Of each year that is still to be decided: what goes into RKPD and Renja, in SIPD's own order, what
must still enter KUA-PPAS or only the change of the budget, what earlier years bind, and when.
"""

from pathlib import Path

from kla_plan.papers.paper import Brief, Made, Paper, Template
from kla_plan.papers.yearly.template import yearly
from kla_plan.papers.yearly.values import NAMES
from kla_plan.papers.yearly.write import YearPapers, write_year
from kla_plan.report.alignment import align
from kla_plan.report.word.template.books import YEARLY

__all__ = ["PAPER", "YearPapers", "write", "write_year"]


def write(brief: Brief, folder: Path) -> Made:
    """Write the papers of every year that is still to be decided, one folder per year."""
    found = align(brief.plan, brief.current)
    made = [
        write_year(brief, year, folder / str(year), found=found)
        for year in brief.plan.pack.planned_years
    ]
    return Made(
        files=tuple(path for one in made for path in (one.word, *one.books)),
        to_pdf=tuple(one.word for one in made),
        open_points=tuple(dict.fromkeys(point for one in made for point in one.open_points)),
    )


PAPER = Paper(
    name="tahunan",
    title="Rencana tahunan",
    write=write,
    templates=(Template(YEARLY, "Templat rencana aksi tahunan KLA", yearly, NAMES),),
    seconds=10,
)
