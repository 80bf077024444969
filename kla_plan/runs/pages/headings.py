"""How columns are called and how their values are written when a person reads them."""

import math
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from kla_plan.indonesian import number, percent
from kla_plan.report.sentences.gaps import KINDS

#: Shown for what is not known.
UNKNOWN = "–"
#: Shown where points cost the APBD nothing.
NO_COST = "tanpa biaya APBD"

type Writer = Callable[[Any], str]


def _points(value: float) -> str:
    return number(float(value), 2)


def _bounded(value: float) -> str:
    return "tak terbatas" if math.isinf(value) else number(float(value), 2)


def _plain(value: float | Decimal) -> str:
    return number(value)


def _count(value: int) -> str:
    return number(int(value), 0)


def _per_million(value: float) -> str:
    return NO_COST if math.isinf(value) else number(float(value), 3)


def _year(value: int) -> str:
    return str(int(value))


def _codes(value: str) -> str:
    return str(value).replace(";", ", ")


def _kind(value: str) -> str:
    return KINDS.get(str(value), str(value).replace("_", " "))


def _yes_no(value: object) -> str:
    return "ya" if value else "tidak"


#: Column → (heading, writer of its values, whether it is a number).
COLUMNS: dict[str, tuple[str, Writer, bool]] = {
    "alasan": ("Alasan", str, False),
    "angka": ("Angka yang dipakai", _count, True),
    "asumsi": ("Asumsi", str, False),
    "aturan": ("Aturan", str, False),
    "bagian": ("Bagian", percent, True),
    "batas": ("Batas bawah", _points, True),
    "batas_atas": ("Batas atas (Rp)", _count, True),
    "batas_terbukti": ("Batas terbukti", _bounded, True),
    "beda_poin": ("Beda poin tertimbang", _points, True),
    "beda_poin_akhir": ("Beda poin tahun terakhir", _points, True),
    "beda_rupiah": ("Beda belanja (Rp)", _count, True),
    "belum_penuh": ("Belum penuh", _count, True),
    "bergeser": ("Kegiatan bergeser", _count, True),
    "biaya": ("Biaya (Rp)", _count, True),
    "biaya_paket": ("Biaya sepaket (Rp)", _count, True),
    "capaian": ("Capaian", percent, True),
    "cara": ("Asal nilai", str, False),
    "celah": ("Celah", percent, True),
    "daerah": ("Daerah", str, False),
    "daftar_indikator": ("Indikator yang dilayani", _codes, False),
    "daftar_opd": ("OPD yang terbantu", _codes, False),
    "dasar": ("Dasar penilaian", str, False),
    "data_dukung": ("Data dukung", str, False),
    "fraksi_akhir": ("Jawaban sesudah", percent, True),
    "fraksi_awal": ("Jawaban sekarang", percent, True),
    "fraksi_dengan": ("Jawaban dengan kegiatan", percent, True),
    "fraksi_tanpa": ("Jawaban tanpa kegiatan", percent, True),
    "giat": ("Kegiatan (nomenklatur)", str, False),
    "hasil": ("Hasil", str, False),
    "hilang_langsung": ("Hilang langsung", _points, True),
    "hilang_terlihat": ("Hilang terlihat", _points, True),
    "indikator": ("Indikator", str, False),
    "indikator_kinerja": ("Indikator kinerja", str, False),
    "indikator_nama": ("Nama indikator", str, False),
    "isi": ("Isi aturan", str, False),
    "jangkauan": ("Jangkauan", _plain, True),
    "jenis": ("Jenis", str, False),
    "jenis_aturan": ("Jenis aturan", str, False),
    "jumlah": ("Jumlah", _count, True),
    "jumlah_nilai": ("Jumlah nilai tertimbang", _points, True),
    "kandidat": ("Kegiatan calon", _count, True),
    "kegiatan": ("Kode", str, False),
    "kegiatan_dipakai": ("Kegiatan", _count, True),
    "kehilangan": ("Kehilangan", percent, True),
    "kelompok": ("Kelompok", str, False),
    "kemiripan_nama": ("Kemiripan nama", percent, True),
    "kenaikan": ("Kenaikan", percent, True),
    "kepastian": ("Kepastian", str, False),
    "kesamaan_pertanyaan": ("Pertanyaan yang sama", percent, True),
    "klaster": ("Klaster", str, False),
    "klaster_nama": ("Nama klaster", str, False),
    "kode": ("Kode", str, False),
    "kunci": ("Tempat", str, False),
    "kurang": ("Kurang", _points, True),
    "label": ("Pertanyaan", str, False),
    "lembar": ("Lembar", str, False),
    "lonjakan": ("Kegiatan yang melonjak", _count, True),
    "mandiri": ("Nilai mandiri", _points, True),
    "menutup": ("Menutup kesenjangan", percent, True),
    "muncul": ("Muncul", percent, True),
    "nama": ("Nama", str, False),
    "nama_1": ("Kegiatan pertama", str, False),
    "nama_2": ("Kegiatan kedua", str, False),
    "nilai": ("Nilai", _points, True),
    "nilai_mandiri": ("Nilai mandiri", _points, True),
    "opd": ("OPD", _codes, False),
    "opd_1": ("OPD pertama", str, False),
    "opd_2": ("OPD kedua", str, False),
    "opd_nama": ("Nama OPD", str, False),
    "opd_pendukung": ("OPD pendukung", _codes, False),
    "pagu": ("Pagu (Rp)", _count, True),
    "pagu_total": ("Anggaran (Rp)", _count, True),
    "paket": ("Paket bukti", str, False),
    "paling_banyak": ("Paling banyak", _bounded, True),
    "paling_sedikit": ("Paling sedikit", _bounded, True),
    "paling_sedikit_rupiah": ("Paling sedikit (Rp)", _count, True),
    "pasti_perlu": ("Pasti diperlukan", _yes_no, False),
    "peluang": ("Peluang", percent, True),
    "peluang_lampau": ("Peluang melampaui pagu", percent, True),
    "per_miliar": ("Per miliar rupiah", _points, True),
    "pertanyaan": ("Butir", str, False),
    "pertanyaan_bersama": ("Butir yang sama", _codes, False),
    "perubahan": ("Perubahan yang menolong", str, False),
    "pesaing": ("Kegiatan lain untuk butir ini", _codes, False),
    "petunjuk": ("Petunjuk (relaksasi)", _bounded, True),
    "poin": ("Poin", _points, True),
    "poin_akhir": ("Poin tahun terakhir", _points, True),
    "poin_awal": ("Poin awal", _points, True),
    "poin_maks": ("Poin maksimum", _points, True),
    "poin_per_juta": ("Poin per Rp1 juta", _per_million, True),
    "poin_tertimbang": ("Poin tertimbang", _points, True),
    "poin_verifikasi": ("Poin verifikasi", _points, True),
    "porsi": ("Porsi", str, True),
    "prasyarat": ("Prasyarat", _codes, False),
    "predikat": ("Predikat", str, False),
    "predikat_berikut": ("Predikat berikut", str, False),
    "predikat_mandiri": ("Predikat mandiri", str, False),
    "predikat_verifikasi": ("Predikat verifikasi", str, False),
    "rencana": ("Rencana", str, False),
    "rincian": ("Rincian", str, False),
    "rupiah": ("Anggaran (Rp)", _count, True),
    "rupiah_tambahan": ("Tambahan belanja (Rp)", _count, True),
    "satuan": ("Satuan", str, False),
    "sebab": ("Sebab", str, False),
    "sekurangnya": ("Peluang sekurangnya", percent, True),
    "selisih": ("Selisih", _points, True),
    "selisih_efektif": ("Selisih efektif", _points, True),
    "selisih_verifikasi": ("Selisih verifikasi", _points, True),
    "sisa": ("Sisa", _points, True),
    "sisa_pagu": ("Sisa (Rp)", _count, True),
    "skenario": ("Skenario", str, False),
    "status": ("Status", str, False),
    "status_bukti": ("Status bukti", str, False),
    "sub_kegiatan": ("Sub kegiatan", str, False),
    "sub_kegiatan_kode": ("Kode sub kegiatan", str, False),
    "sumber_dana": ("Sumber dana", str, False),
    "tahap": ("Tahap", str, False),
    "tahun": ("Tahun", _year, False),
    "tambahan": ("Tambahan terlihat", _points, True),
    "tambahan_maks": ("Tambahan paling banyak", _bounded, True),
    "terjangkau": ("Terjangkau", _points, True),
    "terlihat": ("Terlihat", _points, True),
    "termasuk": ("Batas termasuk", _yes_no, False),
    "tipe": ("Jenis pertanyaan", _kind, False),
    "total": ("Total", _points, True),
    "turun": ("Turun", percent, True),
    "verifikasi": ("Nilai setelah verifikasi", _points, True),
    "volume": ("Volume", _plain, True),
    "volume_baru": ("Volume baru", _plain, True),
    "volume_lama": ("Volume lama", _plain, True),
    "wilayah": ("Seluruh wilayah", _plain, True),
}


def heading(column: object) -> str:
    """Return the heading of a column; years head their own column."""
    if isinstance(column, int):
        return str(column)
    return COLUMNS[str(column)][0] if column in COLUMNS else str(column).replace("_", " ")


def numeric(column: object, values: Iterable[object]) -> bool:
    """Whether a column is set to the right: all its values are numbers, and no years."""
    if column == "tahun":
        return False
    known = [value for value in values if value is not None]
    if any(isinstance(value, str) for value in known):
        return isinstance(column, str) and column in COLUMNS and COLUMNS[column][2]
    if not known:
        return isinstance(column, str) and column in COLUMNS and COLUMNS[column][2]
    return True


#: Columns whose values must not be broken over two lines.
UNBROKEN = frozenset(
    {"kegiatan", "kepastian", "pertanyaan", "sub_kegiatan_kode", "indikator", "tahun"}
)


def written(column: object, value: Any) -> str:
    """Write one value as its column wants it; what is unknown as a dash."""
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
        return UNKNOWN
    if isinstance(value, str):
        return COLUMNS[column][1](value) if column in _TEXTS else value
    if isinstance(column, int):
        return _points(value) if isinstance(value, float) else _count(value)
    if column in _CODES and not isinstance(value, str):
        return _count(value)
    return COLUMNS[str(column)][1](value) if column in COLUMNS else _plain(value)


_CODES = frozenset({"pertanyaan", "indikator", "klaster", "kegiatan"})
_TEXTS = frozenset(name for name, (_, writer, _n) in COLUMNS.items() if writer in {_codes, _kind})
