"""The levels of an official code: urusan, bidang urusan, program, kegiatan, sub kegiatan.

Names of programme, kegiatan and sub-kegiatan come from the pack (``nomenklatur``). Those of the
two upper levels are short, fixed lists that a pack may override; they are those of the list of
Permendagri 90/2019 as several local governments' own planning programs carry it, each read in at
least two of them (Kota Parepare, ``UrusanSeeder``; lists of ``kode_urusan`` and
``kode_bidang_urusan`` in three other repositories). Kesbangpol's own level (8.01) is among them;
its programme codes are not in the shared catalogue, because no trustworthy list was found.
"""

from dataclasses import dataclass
from typing import Final

from kla_plan.pack.model import Pack

URUSAN: Final = {
    "1": "URUSAN PEMERINTAHAN WAJIB YANG BERKAITAN DENGAN PELAYANAN DASAR",
    "2": "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR",
    "3": "URUSAN PEMERINTAHAN PILIHAN",
    "4": "UNSUR PENDUKUNG URUSAN PEMERINTAHAN",
    "5": "UNSUR PENUNJANG URUSAN PEMERINTAHAN",
    "6": "UNSUR PENGAWASAN URUSAN PEMERINTAHAN",
    "7": "UNSUR KEWILAYAHAN",
    "8": "UNSUR PEMERINTAHAN UMUM",
}
_FIELDS: Final = {
    "1.01": "PENDIDIKAN",
    "1.02": "KESEHATAN",
    "1.03": "PEKERJAAN UMUM DAN PENATAAN RUANG",
    "1.04": "PERUMAHAN DAN KAWASAN PERMUKIMAN",
    "1.05": "KETENTERAMAN DAN KETERTIBAN UMUM SERTA PERLINDUNGAN MASYARAKAT",
    "1.06": "SOSIAL",
    "2.07": "TENAGA KERJA",
    "2.08": "PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK",
    "2.09": "PANGAN",
    "2.10": "PERTANAHAN",
    "2.11": "LINGKUNGAN HIDUP",
    "2.12": "ADMINISTRASI KEPENDUDUKAN DAN PENCATATAN SIPIL",
    "2.13": "PEMBERDAYAAN MASYARAKAT DAN DESA",
    "2.14": "PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
    "2.15": "PERHUBUNGAN",
    "2.16": "KOMUNIKASI DAN INFORMATIKA",
    "2.17": "KOPERASI, USAHA KECIL, DAN MENENGAH",
    "2.18": "PENANAMAN MODAL",
    "2.19": "KEPEMUDAAN DAN OLAHRAGA",
    "2.20": "STATISTIK",
    "2.21": "PERSANDIAN",
    "2.22": "KEBUDAYAAN",
    "2.23": "PERPUSTAKAAN",
    "2.24": "KEARSIPAN",
    "3.25": "KELAUTAN DAN PERIKANAN",
    "3.26": "PARIWISATA",
    "3.27": "PERTANIAN",
    "3.30": "PERDAGANGAN",
    "3.31": "PERINDUSTRIAN",
    "3.32": "TRANSMIGRASI",
}
BIDANG_URUSAN: Final = {
    **{code: f"URUSAN PEMERINTAHAN BIDANG {name}" for code, name in _FIELDS.items()},
    "4.01": "SEKRETARIAT DAERAH",
    "4.02": "SEKRETARIAT DPRD",
    "5.01": "PERENCANAAN",
    "5.02": "KEUANGAN",
    "5.03": "KEPEGAWAIAN",
    "5.04": "PENDIDIKAN DAN PELATIHAN",
    "5.05": "PENELITIAN DAN PENGEMBANGAN",
    "6.01": "INSPEKTORAT DAERAH",
    "7.01": "KECAMATAN",
    "8.01": "KESATUAN BANGSA DAN POLITIK",
}
#: Level and how many parts of the code it has.
LEVELS: Final = (
    ("Urusan", 1),
    ("Bidang urusan", 2),
    ("Program", 3),
    ("Kegiatan", 5),
    ("Sub kegiatan", 6),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level above or at a code; the name is empty where no list gives it."""

    name: str
    code: str
    title: str


def levels(pack: Pack, code: str) -> tuple[Level, ...]:
    """Return the levels of a sub-kegiatan code from urusan down; none of a shorter code's below.

    ``2.08.06.2.01.0001`` has the levels 2, 2.08, 2.08.06, 2.08.06.2.01 and itself.
    """
    parts = code.split(".")
    codes = [(name, ".".join(parts[:count])) for name, count in LEVELS if len(parts) >= count]
    return tuple(Level(name, part, _title(pack, part)) for name, part in codes if part)


def _title(pack: Pack, code: str) -> str:
    record = pack.nomenclature.get(code)
    return record.nama if record else URUSAN.get(code, BIDANG_URUSAN.get(code, ""))


def why_not_official(pack: Pack, code: str) -> str:
    """Say why a code cannot be entered into SIPD; empty where it is an official one."""
    if not code:
        return "kode belum diisi"
    record = pack.nomenclature.get(code)
    if record is None:
        return f"kode {code} tidak ada dalam daftar nomenklatur"
    if record.level != "sub_kegiatan":
        return f"kode {code} bukan kode sub kegiatan"
    return ""
