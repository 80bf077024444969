"""Yearly workbooks: one per agency to hand over, and one with everything."""

from pathlib import Path

import pandas as pd

from kla_plan.plan.plan import Plan
from kla_plan.report.excel.book import RUPIAH, TEXT, VOLUME, Column, file_name, workbook
from kla_plan.report.tables import year_activities
from kla_plan.report.word.yearly import check_year

_COLUMNS = (
    ("sub_kegiatan_kode", Column("Kode sub kegiatan", TEXT, 18)),
    ("sub_kegiatan", Column("Sub kegiatan", TEXT, 34)),
    ("kegiatan", Column("Kode aksi", TEXT, 10)),
    ("nama", Column("Aksi", TEXT, 42)),
    ("klaster_nama", Column("Klaster", TEXT, 24)),
    ("indikator_nama", Column("Indikator KLA", TEXT, 28)),
    ("indikator_kinerja", Column("Indikator kinerja", TEXT, 32)),
    ("satuan", Column("Satuan", TEXT, 12)),
    ("volume", Column("Target", VOLUME, 10)),
    ("rupiah", Column("Pagu (Rp)", RUPIAH, 18, total=True)),
    ("sumber_dana", Column("Sumber dana", TEXT, 18)),
    ("opd_pendukung", Column("OPD pendukung", TEXT, 26)),
    ("data_dukung", Column("Data dukung", TEXT, 36)),
)
_NOTE = "Target kosong berarti tahun ini hanya membayar kelanjutan pekerjaan sebelumnya."


def write_year_workbook(plan: Plan, year: int, target_dir: Path) -> tuple[Path, ...]:
    """Write the yearly plan as workbooks into a folder.

    Returns
    -------
    tuple of pathlib.Path
        ``Rencana_<tahun>_Semua_OPD.xlsx`` first, then ``Rencana_<tahun>_<OPD>.xlsx`` for every
        agency that acts or pays in that year.

    Raises
    ------
    ValueError
        If the year is not one of the plan's.
    """
    check_year(plan, year)
    table = year_activities(plan, year)
    region = plan.pack.profile.full_name
    everything = target_dir / f"Rencana_{year}_Semua_OPD.xlsx"
    agency = ("opd_nama", Column("Penanggung jawab", TEXT, 30))
    _write(everything, f"Rencana {year} {region}", "Semua OPD", table, (agency, *_COLUMNS))
    paths = [everything]
    for code, rows in table.groupby("opd", sort=False):
        path = _free(target_dir / f"Rencana_{year}_{file_name(str(code))}.xlsx", paths)
        name = str(rows["opd_nama"].iloc[0])
        _write(path, f"Rencana {year} {region}", name, rows, _COLUMNS)
        paths.append(path)
    return tuple(paths)


def _free(path: Path, taken: list[Path]) -> Path:
    """Return the path, numbered where another agency's name gives the same one."""
    names = {other.name.casefold() for other in taken}
    number, free = 2, path
    while free.name.casefold() in names:
        free, number = path.with_stem(f"{path.stem}_{number}"), number + 1
    return free


def _write(
    path: Path, title: str, name: str, table: pd.DataFrame, columns: tuple[tuple[str, Column], ...]
) -> None:
    rows = [[row[field] for field, _ in columns] for row in table.to_dict("records")]
    with workbook(path, title) as book:
        book.sheet(name, _NOTE, [column for _, column in columns], rows, frozen=2)
