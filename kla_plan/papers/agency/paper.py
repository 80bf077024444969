"""The OPD pack: per agency one workbook with its form and one page to sign."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kla_plan.feedback.identity import marks_of
from kla_plan.papers.agency.dossier import Dossier
from kla_plan.papers.agency.facts import dossiers
from kla_plan.papers.agency.sheets import write_agency_book
from kla_plan.papers.agency.template import AGENCY
from kla_plan.papers.agency.values import values
from kla_plan.papers.paper import Brief, Made, OpenPoint
from kla_plan.report.excel.book import file_name
from kla_plan.report.word.facts import women_and_children_agency
from kla_plan.report.word.render import render, save

#: All pages in one file, for the print of a meeting.
EVERYBODY: Final = "lembar_semua_opd.docx"


def write(brief: Brief, folder: Path) -> Made:
    """Write the workbooks, the pages, and all pages in one file, of which a PDF is made."""
    found = dossiers(brief)
    plan, marks = brief.plan, marks_of(brief.plan)
    files: list[Path] = []
    for name, dossier in zip(_names(found), found, strict=True):
        files.append(write_agency_book(plan, dossier, marks, folder / f"OPD_{name}.xlsx"))
        files.append(_page(brief, [dossier], folder / f"OPD_{name}.docx"))
    everybody = _page(brief, found, folder / EVERYBODY)
    return Made((*files, everybody), to_pdf=(everybody,), open_points=_open(brief, found))


def _page(brief: Brief, chosen: Sequence[Dossier], target: Path) -> Path:
    document = render(brief.template(AGENCY), lambda _picture: values(brief.plan, chosen))
    return save(document, target, f"Lembar OPD KLA {brief.plan.pack.profile.full_name}")


def _names(found: Sequence[Dossier]) -> list[str]:
    """Return a file name per agency, numbered where two agencies' codes give the same one."""
    names: list[str] = []
    for dossier in found:
        wanted = free = file_name(dossier.agency.opd)
        number = 2
        while free.casefold() in {name.casefold() for name in names}:
            free, number = f"{wanted}_{number}", number + 1
        names.append(free)
    return names


def _open(brief: Brief, found: Sequence[Dossier]) -> tuple[OpenPoint, ...]:
    secretariat = women_and_children_agency(brief.plan.pack.profile)
    points = [
        OpenPoint(
            "Lembar komitmen",
            "Nama dan NIP pimpinan setiap OPD dan Ketua Gugus Tugas KLA, beserta tanggalnya.",
            secretariat,
        )
    ]
    for dossier in found:
        undated = sum(1 for piece in dossier.owed if piece.open and piece.due is None)
        if undated:
            points.append(
                OpenPoint(
                    f"Data dukung {dossier.agency.opd}",
                    f"Tenggat {undated} data dukung belum ditetapkan; isi tabel bukti atau jadwal "
                    "evaluasi pada profil.",
                    secretariat,
                )
            )
    return tuple(points)
