"""Sheets that help a planner: instructions, data dictionary, lists of codes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kla_plan.pack.columns import PACK_TABLES
from kla_plan.pack.dictionary import HEADINGS, dictionary_row
from kla_plan.pack.sheet import Styles
from kla_plan.pack.source import TABLES
from kla_plan.pack.text import sheet_columns

INSTRUCTIONS: Final = "petunjuk"
DICTIONARY: Final = "kamus_data"
CODES: Final = "daftar_kode"

#: Lines that start with ``#`` are headings.
_TEXT: Final = """\
# Untuk apa buku kerja ini
Buku kerja ini memuat data satu kabupaten/kota untuk menyusun rencana aksi Kota Layak Anak: \
keadaan awal, kegiatan calon, biaya, dan pagu.
Setelah diisi, periksa dengan perintah: kla-plan check NAMA_BERKAS.xlsx. Semua temuan disebut \
sekaligus, lengkap dengan lembar, sel, sebab, dan saran perbaikannya.

# Urutan mengisi
1. profil: identitas daerah, instrumen, tahun dasar, tahun awal, dan tahun akhir.
2. jawaban: poin setiap pertanyaan pada akhir tahun dasar. Bila belum ada, isi skor.
3. skor: nilai total, klaster, atau indikator; disebar ke pertanyaan yang belum terjawab dan \
ditandai sebagai asumsi.
4. opd: perangkat daerah, instansi vertikal, dan mitra.
5. pagu: batas belanja per tahun, sumber dana, dan OPD. Dana hanya ada bila disebut di sini. \
Pakai nama dana katalog (lihat di bawah), supaya kegiatan katalog dapat dibiayai.
6. kegiatan, biaya, dampak, prasyarat: cukup isi yang berbeda dari katalog bersama.
7. realisasi: yang sudah dilaksanakan, bila rencana sudah berjalan.

# Katalog bersama
Kegiatan katalog dipakai dengan sendirinya tanpa disalin ke sini. Untuk mengubahnya, tulis \
kodenya dan hanya sel yang berbeda; sel kosong mengikuti katalog.
Untuk membuang kegiatan, tulis kodenya pada lembar kegiatan dan isi dipakai dengan "tidak".
Agar paket berdiri sendiri, tambahkan baris profil dengan kunci katalog dan nilai tidak.
Kode pertanyaan, indikator, dan kegiatan katalog ada pada lembar daftar_kode.
Kegiatan katalog dibiayai dari: {funds}. Nama lain, misalnya APBD, tidak dikenal katalog. Bila \
rinciannya belum ada, tulis seluruhnya pada dana yang pertama.

# Aturan menulis
Judul kolom pada baris 1 jangan diubah. Judul jingga wajib diisi, judul biru pilihan. Arahkan \
penunjuk ke judul untuk membaca keterangannya.
Uang ditulis dalam rupiah penuh: 250 juta ditulis 250000000.
Satu baris satu data: jangan menggabung sel, jangan menyisipkan subjudul.
Kode ditulis persis sama di semua lembar. Kolom kode berformat Text agar Excel tidak mengubahnya \
menjadi bilangan atau tanggal.
Angka yang masih diperkirakan diberi keterangan pada kolom asumsi; daftar asumsi muncul dalam \
dokumen untuk dikonfirmasi.
Lembar atau kolom yang namanya diawali "catatan" bebas dipakai dan tidak dibaca.

# Isi setiap lembar
"""


def write_instructions(sheet: Any, styles: Styles, region: str, funds: Sequence[str]) -> None:
    """Write the instructions sheet; ``funds`` are the names that activities are paid from."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110, styles.wrapped)
    sheet.write_string(0, 0, f"Petunjuk pengisian paket data {region}".strip(), styles.title)
    row = 2
    named = ", ".join(funds) or "dana apa pun"
    for line in _TEXT.format(funds=named).splitlines():
        style = styles.title if line.startswith("#") else styles.wrapped
        sheet.write_string(row, 0, line.removeprefix("#").strip(), style)
        row += 1
    for spec in PACK_TABLES:
        sheet.write_url(row, 0, f"internal:'{spec.name}'!A1", string=f"{spec.name}: {spec.about}")
        row += 1
    sheet.protect("", {"select_locked_cells": True})


def write_dictionary(sheet: Any, styles: Styles, names: Sequence[str]) -> None:
    """Write the data dictionary of the workbook's tables."""
    for position, heading in enumerate(("lembar", *HEADINGS)):
        sheet.write_string(0, position, heading, styles.optional)
    for position, width in enumerate((14, 24, 20, 24, 18, 70, 48, 20)):
        sheet.set_column(position, position, width, styles.wrapped)
    row = 1
    for name in names:
        for column in sheet_columns(name, None).values():
            if column is not None and name in TABLES:
                for position, text in enumerate((name, *dictionary_row(column))):
                    sheet.write_string(row, position, text)
                row += 1
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(row - 1, 1), len(HEADINGS))
    sheet.protect("", {"autofilter": True, "format_columns": True})


def write_codes(
    sheet: Any, styles: Styles, codes: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, str]:
    """Write the lists of codes, two columns (code, name) per table.

    Returns
    -------
    dict
        Excel range of the codes of each table that has any.
    """
    ranges: dict[str, str] = {}
    for position, (name, pairs) in enumerate(codes.items()):
        column = 2 * position
        sheet.set_column(column, column, 16, styles.wrapped)
        sheet.set_column(column + 1, column + 1, 60, styles.wrapped)
        sheet.write_string(0, column, name, styles.optional)
        sheet.write_string(0, column + 1, "nama", styles.optional)
        for row, (code, label) in enumerate(pairs, 1):
            sheet.write_string(row, column, code)
            sheet.write_string(row, column + 1, label)
        letter = _letter(column)
        if pairs:
            ranges[name] = f"'{CODES}'!${letter}$2:${letter}${len(pairs) + 1}"
    sheet.freeze_panes(1, 0)
    sheet.protect("", {"format_columns": True})
    return ranges


def _letter(column: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column]
