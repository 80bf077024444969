"""Tables that the papers of a task force need beside the model: all of them may be empty.

The optimiser reads none of them. They say where the plan is carried out (``wilayah``), what must
be shown to the assessors (``bukti``), what the agencies do already (``program_berjalan``), what
the planning documents provide for (``dokumen_rencana``) and what has been done so far this year
(``realisasi_triwulan``).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from kla_plan.schema import Kind, column, table

ZERO: Final = Decimal(0)
#: A single amount above this (one hundred trillion rupiah) is a slip of the finger: no kabupaten
#: or kota has an APBD of that size.
ABSURD_RUPIAH: Final = Decimal(10) ** 14
ASSUMED: Final = "Hal yang masih diandaikan dan perlu dikonfirmasi; kosong bila tidak ada."


@table("wilayah", "Kecamatan dan kelurahan atau desa; dipakai untuk menyebar rencana ke wilayah.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Wilayah:
    """One kecamatan, kelurahan or desa."""

    wilayah: str = column(Kind.CODE, "Kode wilayah resmi, misalnya 18.72.01.1001.", key=True)
    nama: str = column(Kind.TEXT, "Nama tanpa kata kecamatan, kelurahan, atau desa.")
    tingkat: str = column(
        Kind.CHOICE, "Tingkat wilayah.", choices=("kecamatan", "kelurahan", "desa")
    )
    induk: str = column(
        Kind.CODE, "Kode kecamatan; kosong untuk kecamatan.", default="", refers="wilayah"
    )
    jumlah_anak: int | None = column(
        Kind.INTEGER,
        "Penduduk di bawah 18 tahun; dasar pembagian volume bila diisi.",
        unit="jiwa",
        default=None,
        minimum=ZERO,
        maximum=Decimal(10) ** 7,
    )
    sumber: str = column(Kind.TEXT, "Sumber nama dan jumlah.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("bukti", "Data dukung setiap pertanyaan: pemegang, status, dan tenggat.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Bukti:
    """One piece of evidence that a question needs."""

    pertanyaan: str = column(Kind.CODE, "Kode pertanyaan.", key=True, refers="pertanyaan")
    bukti: str = column(Kind.CODE, "Kode bukti dalam pertanyaan itu, misalnya B1.", key=True)
    uraian: str = column(Kind.TEXT, "Dokumen, foto, atau data yang harus ditunjukkan.")
    pemegang: str = column(
        Kind.CODE,
        "OPD yang memegang bukti; kosong: wilayah di sebelahnya, atau semua OPD pertanyaan itu.",
        default="",
        refers="opd",
    )
    wilayah: str = column(
        Kind.CODE,
        "Kecamatan atau kelurahan yang memegang bukti, bila ada.",
        default="",
        refers="wilayah",
    )
    status: str = column(
        Kind.CHOICE, "Status bukti.", default="belum", choices=("lengkap", "sebagian", "belum")
    )
    tenggat: date | None = column(
        Kind.DATE, "Tanggal bukti harus diserahkan; kosong mengikuti kalender.", default=None
    )
    keterangan: str = column(Kind.TEXT, "Tautan berkas atau catatan.", default="")


@table("program_berjalan", "Program yang sudah berjalan pada OPD, untuk dipadukan dengan RAD KLA.")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramBerjalan:
    """One programme that an agency already runs in a year."""

    program: str = column(Kind.CODE, "Kode baris, unik per tahun.", key=True)
    tahun: int = column(Kind.YEAR, "Tahun anggaran.", key=True)
    opd: str = column(Kind.CODE, "OPD pelaksana.", refers="opd")
    nama: str = column(Kind.TEXT, "Nama program, kegiatan, atau bantuan.")
    sub_kegiatan: str = column(Kind.CODE, "Kode sub kegiatan resmi; boleh kosong.", default="")
    pagu: int | None = column(
        Kind.RUPIAH,
        "Anggaran tahun itu; kosong bila belum diketahui.",
        unit="rupiah",
        default=None,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    sumber_dana: str = column(Kind.CODE, "Sumber dana.", default="")
    sasaran: str = column(
        Kind.TEXT, "Kelompok penerima manfaat, misalnya siswa SD dari keluarga miskin.", default=""
    )
    jumlah_sasaran: int | None = column(
        Kind.INTEGER,
        "Banyaknya penerima manfaat.",
        unit="orang",
        default=None,
        minimum=ZERO,
        maximum=Decimal(10) ** 7,
    )
    indikator: tuple[str, ...] = column(
        Kind.CODES,
        "Indikator KLA yang dilayani menurut OPD; boleh kosong.",
        default=(),
        refers="indikator",
    )
    kegiatan: str = column(
        Kind.CODE,
        "Kegiatan RAD KLA yang sama isinya, bila sudah diketahui.",
        default="",
        refers="kegiatan",
    )
    sumber: str = column(Kind.TEXT, "Dokumen asal.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table(
    "dokumen_rencana",
    "Isi RPJMD, Renstra, RKPD, dan Renja yang sudah ditetapkan, untuk matriks sinkronisasi.",
)
@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenRencana:
    """One line of a planning document: a programme or sub-kegiatan with its ceiling."""

    dokumen: str = column(
        Kind.CHOICE, "Dokumen.", key=True, choices=("rpjmd", "renstra", "rkpd", "renja")
    )
    kode: str = column(Kind.CODE, "Kode program, kegiatan, atau sub kegiatan.", key=True)
    opd: str = column(
        Kind.CODE, "OPD; kosong berarti seluruh daerah.", key=True, default="", refers="opd"
    )
    tahun: int | None = column(
        Kind.YEAR, "Tahun; kosong berarti seluruh masa dokumen.", key=True, default=None
    )
    nama: str = column(Kind.TEXT, "Nama program atau sub kegiatan pada dokumen itu.", default="")
    pagu: int | None = column(
        Kind.RUPIAH,
        "Pagu pada dokumen itu, bila ada.",
        unit="rupiah",
        default=None,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    sumber: str = column(Kind.TEXT, "Nomor dan halaman dokumen.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("realisasi_triwulan", "Kemajuan tahun berjalan menurut triwulan, bukan kumulatif.")
@dataclass(frozen=True, slots=True, kw_only=True)
class RealisasiTriwulan:
    """What was delivered and spent in one quarter; quarters add up to the year."""

    tahun: int = column(Kind.YEAR, "Tahun.", key=True)
    triwulan: int = column(
        Kind.INTEGER, "Triwulan 1 sampai 4.", key=True, minimum=Decimal(1), maximum=Decimal(4)
    )
    kegiatan: str = column(Kind.CODE, "Kode kegiatan.", key=True, refers="kegiatan")
    volume: Decimal = column(
        Kind.NUMBER,
        "Volume yang terlaksana pada triwulan itu.",
        unit="satuan",
        default=ZERO,
        minimum=ZERO,
    )
    rupiah: int = column(
        Kind.RUPIAH,
        "Belanja yang terealisasi pada triwulan itu.",
        unit="rupiah",
        default=0,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    keterangan: str = column(Kind.TEXT, "Hambatan dan tindak lanjut.", default="")


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of these tables, in file order."""

    regions: tuple[Wilayah, ...] = ()
    evidence: tuple[Bukti, ...] = ()
    running: tuple[ProgramBerjalan, ...] = ()
    documents: tuple[DokumenRencana, ...] = ()
    quarters: tuple[RealisasiTriwulan, ...] = ()
