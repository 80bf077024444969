"""Writing the files of the region sheets."""

from functools import partial
from pathlib import Path

from kla_plan.papers.paper import Brief, Made
from kla_plan.papers.regions.blocks import keep_blocks
from kla_plan.papers.regions.excel import write_workbook
from kla_plan.papers.regions.part_values import FULL_PAGES, part_values
from kla_plan.papers.regions.points import open_points
from kla_plan.papers.regions.sheet import Sheet, sheet_of
from kla_plan.papers.regions.template import PART, REGION
from kla_plan.papers.regions.values import values
from kla_plan.report.excel.book import file_name
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.picture import Picture
from kla_plan.report.word.render import render, save

#: Folder of the files with one sheet per kelurahan and desa.
PARTS = "kelurahan_desa"


def write(brief: Brief, folder: Path) -> Made:
    """Write the sheets; without the table ``wilayah`` one page that says what is missing.

    Where there are many kelurahan and desa only the sheets of the kecamatan become a PDF: the
    others are to be changed with the lurah and kepala desa, and converting them takes longer
    than writing them.
    """
    sheet = sheet_of(brief)
    name = brief.plan.pack.profile.full_name
    whole = render(brief.template(REGION), lambda _: values(sheet))
    close_sections(whole)
    target = folder / "lembar_kecamatan.docx"
    words = [save(whole, target, f"Lembar wilayah RAD KLA {name}")]
    words += _parts(brief, sheet, folder / PARTS)
    files = list(words)
    if sheet.spread.places:
        files.append(write_workbook(sheet, folder / f"Wilayah_{file_name(name)}.xlsx"))
    printed = words if len(sheet.spread.places.parts) <= FULL_PAGES else words[:1]
    return Made(tuple(files), to_pdf=tuple(printed), open_points=open_points(sheet))


def _given(values: dict[str, object], _picture: Picture) -> dict[str, object]:
    return values


def _parts(brief: Brief, sheet: Sheet, folder: Path) -> list[Path]:
    made = []
    for top in sheet.spread.places.tops:
        if not sheet.spread.places.within(top.wilayah):
            continue
        filled = part_values(sheet, top)
        document = render(brief.template(PART), partial(_given, filled))
        close_sections(document)
        keep_blocks(document)
        target = folder / f"{top.wilayah}_{file_name(top.nama)}.docx"
        made.append(save(document, target, f"Lembar wilayah Kecamatan {top.nama}"))
    return made
