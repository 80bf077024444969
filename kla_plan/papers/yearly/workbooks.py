"""The workbooks of a year: one with everything, and one per agency to hand over."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kla_plan.papers.yearly.line import Year
from kla_plan.papers.yearly.overview import write_bound, write_calendar, write_route, write_sums
from kla_plan.papers.yearly.route import Need
from kla_plan.papers.yearly.sheets import ACTIONS, hand_over
from kla_plan.papers.yearly.sipd import write_sipd
from kla_plan.report.excel.book import TEXT, Column, file_name, free_path, workbook


def write_workbooks(
    year: Year, needs: Sequence[Need], day: date | None, folder: Path
) -> tuple[Path, ...]:
    """Write the workbooks of a year into a folder.

    Returns
    -------
    tuple of pathlib.Path
        ``Rencana_<tahun>_Semua_OPD.xlsx`` first, then ``Rencana_<tahun>_<OPD>.xlsx`` for every
        agency that acts or pays in that year.
    """
    title = f"Rencana {year.year} {year.plan.pack.profile.full_name}"
    everything = folder / f"Rencana_{year.year}_Semua_OPD.xlsx"
    with workbook(everything, title) as book:
        hand_over(book, year, year.lines, agency=True)
        if not year.lines:
            note = f"Tidak ada aksi yang dilaksanakan atau dibayar pada tahun {year.year}."
            book.sheet(ACTIONS, note, [Column("Aksi", TEXT, 60)], [])
        write_sums(book, year)
        write_route(book, year, needs, day, agency=True)
        write_bound(book, year)
        write_calendar(book, year)
    paths = [everything]
    for agency in year.agencies:
        path = free_path(folder / f"Rencana_{year.year}_{file_name(agency.opd)}.xlsx", paths)
        own = year.of(agency.opd)
        with workbook(path, f"{title}, {agency.opd}") as book:
            hand_over(book, year, own, agency=False)
            write_sipd(book, year, own)
            mine = [need for need in needs if need.agency.opd == agency.opd]
            write_route(book, year, mine, day, agency=False)
            write_bound(book, year, agency.opd)
        paths.append(path)
    return tuple(paths)
