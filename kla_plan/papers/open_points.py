"""``hal_terbuka.xlsx``: everything that the papers leave to be filled in or checked."""

from collections.abc import Mapping
from pathlib import Path

from kla_plan.papers.paper import Made
from kla_plan.report.excel.book import TEXT, WHOLE, Column, workbook

OPEN_POINTS = "hal_terbuka.xlsx"
_COLUMNS = (
    Column("No.", WHOLE, 6),
    Column("Berkas", TEXT, 30),
    Column("Tempat", TEXT, 30),
    Column("Yang perlu dilengkapi atau diperiksa", TEXT, 80),
    Column("Oleh", TEXT, 40),
    Column("Selesai (tanggal, paraf)", TEXT, 22),
)


def write_open_points(
    made: Mapping[str, Made], titles: Mapping[str, str], target: Path, region: str
) -> Path:
    """Write the list of open points of all papers, each point of a paper once.

    Parameters
    ----------
    made
        What each paper wrote, by its name.
    titles
        Title of each paper, by its name.
    region
        Full name of the region, for the title.
    """
    points = [
        (titles[name], point)
        for name, one in made.items()
        for point in dict.fromkeys(one.open_points)
    ]
    rows = [
        (place, title, point.place, point.what, point.who, None)
        for place, (title, point) in enumerate(points, start=1)
    ]
    with workbook(target, f"Hal terbuka dalam berkas KLA {region}") as book:
        note = f"{len(rows)} hal perlu dilengkapi atau diperiksa sebelum berkas ditetapkan."
        book.sheet("Hal terbuka", note, _COLUMNS, rows)
    return target
