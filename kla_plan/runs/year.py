"""The yearly plan: notebook, Word, and one workbook per OPD, all from a saved plan."""

import os
from pathlib import Path

from kla_plan.papers.paper import Brief, shipped_template
from kla_plan.papers.yearly import write_year
from kla_plan.plan.plan import Plan
from kla_plan.runs.notebooks import execute
from kla_plan.runs.plans import open_plan, planned_year
from kla_plan.runs.staging import staged_files

NOTEBOOK = "05_rencana_tahunan"


def yearly(
    plan_folder: Path, year: int, target: Path, *, template: Path | None = None
) -> tuple[Path, ...]:
    """Write the papers of one year of a saved plan into ``target`` and return their paths.

    ``rencana_<tahun>.ipynb``, ``rencana_<tahun>.docx`` and one workbook per OPD that acts or pays.

    Parameters
    ----------
    template
        A Word template edited by the planner; default: the shipped one.

    Raises
    ------
    FindingsError
        If the folder is no saved plan, the year is not one of its years, or the template cannot
        be filled in.
    """
    plan = open_plan(plan_folder)
    year = planned_year(plan, year)
    with staged_files(target) as work:
        execute(
            NOTEBOOK,
            work / f"rencana_{year}.ipynb",
            {"rencana": _seen_from(target, plan_folder), "tahun": year},
        )
        write_year_papers(plan, year, work, template=template)
        names = sorted(path.relative_to(work) for path in work.rglob("*") if path.is_file())
    return tuple(target / name for name in names)


def write_year_papers(
    plan: Plan, year: int, folder: Path, *, template: Path | None = None
) -> tuple[Path, ...]:
    """Write what needs no saved plan into a folder: ``rencana_<tahun>.docx`` and the workbooks.

    Raises
    ------
    FindingsError
        If the template cannot be filled in.
    """
    brief = Brief(plan, plan.pack, template=lambda name: template or shipped_template(name))
    made = write_year(brief, year, folder)
    return (made.word, *made.books)


def _seen_from(target: Path, plan_folder: Path) -> str:
    """Return the plan's folder relative to the output, so that both can be moved together."""
    plan, out = plan_folder.resolve(), target.resolve()
    if plan.drive != out.drive:
        return str(plan)
    return Path(os.path.relpath(plan, out)).as_posix()
