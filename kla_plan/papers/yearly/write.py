"""All papers of one year: what ``kla-plan year`` and the set of papers have in common."""

from dataclasses import dataclass
from pathlib import Path

from kla_plan.papers.paper import Brief, OpenPoint
from kla_plan.papers.yearly.lines import year_lines
from kla_plan.papers.yearly.open_points import open_points
from kla_plan.papers.yearly.route import needs
from kla_plan.papers.yearly.values import values
from kla_plan.papers.yearly.workbooks import write_workbooks
from kla_plan.report.alignment import Alignment, align
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.render import render, save
from kla_plan.report.word.template.books import YEARLY


@dataclass(frozen=True, slots=True)
class YearPapers:
    """What was written for one year: the Word file, the workbooks, and what they leave open."""

    word: Path
    books: tuple[Path, ...]
    open_points: tuple[OpenPoint, ...]


def write_year(
    brief: Brief, year: int, folder: Path, *, found: Alignment | None = None
) -> YearPapers:
    """Write ``rencana_<tahun>.docx`` and the workbooks of a year into a folder.

    Parameters
    ----------
    found
        How the plan stands to the planning documents, where that is known already.

    Raises
    ------
    ValueError
        If the year is not one of the plan's.
    FindingsError
        If the template cannot be filled in.
    """
    lines = year_lines(brief.plan, year)
    wanted = needs(lines, found or align(brief.plan, brief.current))
    document = render(
        brief.template(YEARLY), lambda picture: values(lines, wanted, brief.day, picture)
    )
    close_sections(document)
    region = brief.plan.pack.profile.full_name
    word = save(
        document, folder / f"rencana_{year}.docx", f"Rencana Aksi Tahunan KLA {region} {year}"
    )
    books = write_workbooks(lines, wanted, brief.day, folder)
    return YearPapers(word, books, open_points(lines, wanted))
