"""The form of quarters: a sheet that the pack reads back as ``realisasi_triwulan``.

Its columns are those of the table; what explains a row stands in columns whose heading begins
with ``catatan``, which the pack leaves alone.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kla_plan.pack.records import RealisasiTriwulan
from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.line import Line
from kla_plan.papers.monitoring.reported import QUARTERS
from kla_plan.report.excel.book import (
    RUPIAH,
    TEXT,
    VOLUME,
    WHOLE,
    Book,
    Column,
    file_name,
    free_path,
    workbook,
)
from kla_plan.report.excel.form import Field, form_sheet
from kla_plan.schema import table_of

#: Name of the sheet: that of the table.
FORM: Final = table_of(RealisasiTriwulan).name
#: The sheet that explains it; the pack passes over a sheet of this name.
GUIDE: Final = "petunjuk"
#: Empty rows for activities that the plan does not have in the year.
_SPARE: Final = 20


def write_form(book: Book, found: Monitoring, lines: Sequence[Line]) -> None:
    """Write the guide and the form of some activities for the year that is reported next."""
    guide = (Column("No.", WHOLE, 6), Column("Petunjuk", TEXT, 110))
    book.sheet(GUIDE, "Cara mengisi realisasi triwulan", guide, _guide(found))
    form_sheet(book, FORM, _fields(), _rows(found, lines), spare=_SPARE)


def write_agency_forms(found: Monitoring, folder: Path) -> tuple[Path, ...]:
    """Write one form per responsible agency with anything planned in that year."""
    paths: list[Path] = []
    year, region = found.input_year, found.plan.pack.profile.full_name
    for group in found.agencies(year):
        if not group.planned:
            continue
        wanted = folder / "opd" / f"realisasi_{year}_{file_name(group.code)}.xlsx"
        paths.append(free_path(wanted, paths))
        with workbook(paths[-1], f"Realisasi RAD KLA {region} {year}, {group.code}") as book:
            write_form(book, found, group.lines)
    return tuple(paths)


def _fields() -> tuple[Field, ...]:
    abouts = {column.name: column.about for column in table_of(RealisasiTriwulan).columns}
    positive = {"validate": "decimal", "criteria": ">=", "value": 0,
                "error_message": "Isi bilangan nol atau lebih."}  # fmt: skip
    whole = positive | {"validate": "integer", "error_message": "Isi rupiah bulat."}
    quarter = {"validate": "list", "source": [str(q) for q in QUARTERS]}
    entry = {
        name: Field(name, kind, width, entry=True, note=abouts[name], rule=rule)
        for name, kind, width, rule in (
            ("tahun", WHOLE, 8, {}), ("triwulan", WHOLE, 9, quarter), ("kegiatan", TEXT, 11, {}),
            ("volume", VOLUME, 12, positive), ("rupiah", RUPIAH, 18, whole),
            ("keterangan", TEXT, 46, {}),
        )
    }  # fmt: skip
    return (
        entry["tahun"],
        entry["triwulan"],
        entry["kegiatan"],
        Field("catatan kegiatan", TEXT, 46),
        Field("catatan OPD", TEXT, 18),
        Field("catatan satuan", TEXT, 12),
        Field("catatan target volume setahun", VOLUME, 13),
        Field("catatan anggaran setahun (Rp)", RUPIAH, 18),
        entry["volume"],
        entry["rupiah"],
        entry["keterangan"],
    )


def _rows(found: Monitoring, lines: Sequence[Line]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for line in lines:
        for quarter in QUARTERS:
            row = found.known.rows.get((line.code, line.year, quarter))
            if row is None and not line.planned:
                continue
            filled = (None, None, None) if row is None else (row.volume, row.rupiah, row.keterangan)
            rows.append(
                (line.year, quarter, line.code, line.activity.nama, line.activity.opd,
                 line.activity.satuan, line.target or None, line.pagu or None, *filled)
            )  # fmt: skip
    return rows


def _guide(found: Monitoring) -> list[tuple[int, str]]:
    texts = (
        (
            f"Lembar {FORM} memuat setiap kegiatan RAD KLA tahun {found.input_year}, satu baris "
            "untuk setiap triwulan. Isi kolom volume, rupiah, dan keterangan; kolom catatan hanya "
            "penjelas."
        ),
        "Triwulan tidak kumulatif: isi yang terlaksana dan dibelanjakan pada triwulan itu saja.",
        (
            "Tulis hambatan dan tindak lanjut pada kolom keterangan. Bila nihil, tulis “nihil”; "
            "baris yang seluruhnya kosong dianggap belum dilaporkan."
        ),
        "Kegiatan di luar daftar ditambahkan pada baris kosong di bawah dengan kode kegiatannya.",
        (
            "Jangan mengubah nama lembar dan judul kolom. Sekretariat menyalin barisnya ke lembar "
            f"{FORM} pada paket data (kolom catatan boleh ikut), di bawah baris tahun lain."
        ),
        (
            "Setelah tahun berakhir, sekretariat mengisi lembar realisasi; jumlah keempat triwulan "
            "harus sama dengan realisasi setahun."
        ),
    )
    return list(enumerate(texts, start=1))
