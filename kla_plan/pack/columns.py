"""The single specification of every table of a city pack (contract section 2).

Each record class below is one table; each field is one column, with its meaning, unit, default
and bounds. Reader, checks, workbook, data dictionary and test generators all read it from here.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kla_plan.instrument import Indikator, Klaster, Pertanyaan, Predikat
from kla_plan.pack.records import (
    ABSURD_RUPIAH,
    ASSUMED,
    ZERO,
    Bukti,
    DokumenRencana,
    ProgramBerjalan,
    RealisasiTriwulan,
    Wilayah,
)
from kla_plan.schema import Kind, Table, column, table, table_of

ONE: Final = Decimal(1)


@table("profil", "Identitas daerah, instrumen, cakrawala tahun, dan fakta untuk dokumen.")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilRow:
    """One fact about the region."""

    kunci: str = column(Kind.CODE, "Nama fakta, misalnya nama atau tahun_awal.", key=True)
    nilai: str = column(Kind.TEXT, "Isi fakta.", default="")
    sumber: str = column(Kind.TEXT, "Sumber fakta.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("jawaban", "Poin setiap pertanyaan pada akhir tahun dasar.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Jawaban:
    """Points of one question at the end of the base year."""

    pertanyaan: str = column(Kind.CODE, "Kode pertanyaan.", key=True, refers="pertanyaan")
    poin: Decimal = column(
        Kind.NUMBER, "Poin penilaian mandiri.", unit="poin", minimum=ZERO, maximum=Decimal(1000)
    )
    poin_verifikasi: Decimal | None = column(
        Kind.NUMBER,
        "Poin setelah verifikasi, bila sudah ada.",
        unit="poin",
        default=None,
        minimum=ZERO,
        maximum=Decimal(1000),
    )
    status_bukti: str = column(
        Kind.CHOICE,
        "Kelengkapan data dukung.",
        default="",
        choices=("lengkap", "sebagian", "belum"),
    )
    sumber: str = column(Kind.TEXT, "Sumber poin.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("skor", "Skor agregat; dipakai hanya untuk pertanyaan yang tidak ada di lembar jawaban.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Skor:
    """A known sum of points, spread over the questions where no answer is known."""

    tingkat: str = column(
        Kind.CHOICE, "Tingkat skor.", key=True, choices=("klaster", "indikator", "total")
    )
    kode: str = column(
        Kind.CODE, "Kode klaster atau indikator; kosong untuk total.", key=True, default=""
    )
    poin: Decimal = column(
        Kind.NUMBER, "Poin yang diraih.", unit="poin", minimum=ZERO, maximum=Decimal(1000)
    )
    sumber: str = column(Kind.TEXT, "Sumber skor.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("opd", "Perangkat daerah, instansi vertikal, dan mitra.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Opd:
    """One agency; vertical bodies and partners act without APBD money."""

    opd: str = column(Kind.CODE, "Kode atau nama singkat.", key=True)
    nama: str = column(Kind.TEXT, "Nama resmi.")
    jenis: str = column(
        Kind.CHOICE, "Jenis lembaga.", default="apbd", choices=("apbd", "vertikal", "mitra")
    )
    kapasitas_per_tahun: Decimal | None = column(
        Kind.NUMBER,
        "Beban kerja yang sanggup ditangani per tahun; kosong berarti tanpa batas.",
        unit="satuan kapasitas",
        default=None,
        minimum=ZERO,
    )


@table("kegiatan", "Kegiatan calon: apa, siapa, berapa banyak, kapan paling awal.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan:
    """One candidate activity."""

    kegiatan: str = column(Kind.CODE, "Kode kegiatan.", key=True)
    nama: str = column(Kind.TEXT, "Nama kegiatan atau aksi.")
    sub_kegiatan: str = column(
        Kind.CODE, "Kode sub kegiatan resmi, misalnya 2.08.06.2.01.0001; boleh kosong.", default=""
    )
    opd: str = column(Kind.CODE, "Penanggung jawab.", refers="opd")
    indikator: str = column(Kind.CODE, "Indikator utama yang dilayani.", refers="indikator")
    satuan: str = column(Kind.TEXT, "Satuan volume.")
    volume_maks: Decimal = column(
        Kind.NUMBER,
        "Volume terbesar: selama cakrawala, atau per tahun bila berulang.",
        unit="satuan",
        minimum=ZERO,
    )
    opd_pendukung: tuple[str, ...] = column(
        Kind.CODES, "OPD atau lembaga pendukung.", default=(), refers="opd"
    )
    volume_maks_per_tahun: Decimal | None = column(
        Kind.NUMBER,
        "Volume terbesar per tahun; kosong sama dengan volume_maks.",
        unit="satuan",
        default=None,
        minimum=ZERO,
    )
    volume_min_per_tahun: Decimal | None = column(
        Kind.NUMBER,
        "Volume terkecil pada tahun pelaksanaan; kosong: 1 bila bulat, selain itu 1 % dari "
        "volume terbesar per tahun.",
        unit="satuan",
        default=None,
        minimum=ZERO,
    )
    bulat: bool = column(Kind.FLAG, "Volume harus bilangan bulat.", default=True)
    berulang: bool = column(
        Kind.FLAG, "Dilaksanakan berulang; hasilnya melayani tahun itu saja.", default=False
    )
    mulai_paling_awal: int | None = column(Kind.YEAR, "Tahun mulai paling awal.", default=None)
    mulai_paling_akhir: int | None = column(Kind.YEAR, "Tahun mulai paling akhir.", default=None)
    sumber_dana: tuple[str, ...] = column(
        Kind.CODES, "Sumber dana yang boleh dipakai; kosong berarti semua.", default=()
    )
    kapasitas_per_unit: Decimal = column(
        Kind.NUMBER,
        "Kapasitas OPD yang terpakai per satuan volume.",
        unit="satuan kapasitas",
        default=ZERO,
        minimum=ZERO,
    )
    wajib: bool = column(Kind.FLAG, "Harus dilaksanakan sekurangnya sekali.", default=False)
    kelompok_eksklusif: str = column(
        Kind.CODE, "Kelompok pilihan; paling banyak satu kegiatan per kelompok.", default=""
    )
    indikator_kinerja: str = column(Kind.TEXT, "Indikator kinerja keluaran.", default="")
    data_dukung: str = column(Kind.TEXT, "Data dukung yang dihasilkan.", default="")
    program_rpjmd: str = column(Kind.TEXT, "Program RPJMD.", default="")
    sumber: str = column(Kind.TEXT, "Sumber keterangan.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")

    @property
    def yearly_maximum(self) -> Decimal:
        """Largest volume of one year."""
        if self.volume_maks_per_tahun is None:
            return self.volume_maks
        return min(self.volume_maks, self.volume_maks_per_tahun)

    @property
    def yearly_minimum(self) -> Decimal:
        """Smallest volume of a year in which the activity is active (contract 3.1)."""
        if self.volume_min_per_tahun is not None:
            return self.volume_min_per_tahun
        return ONE if self.bulat else self.yearly_maximum / 100


@table("biaya", "Harga per satuan dan biaya tetap, menurut tahun sejak pelaksanaan.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Biaya:
    """Prices of one activity, so many years after the delivery."""

    kegiatan: str = column(Kind.CODE, "Kode kegiatan.", key=True, refers="kegiatan")
    tahun_ke: int = column(
        Kind.INTEGER,
        "Tahun sejak pelaksanaan; 0 berarti tahun pelaksanaan.",
        key=True,
        minimum=ZERO,
        maximum=Decimal(50),
    )
    biaya_per_unit: int = column(
        Kind.RUPIAH,
        "Harga per satuan volume, harga tahun awal.",
        unit="rupiah",
        default=0,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    biaya_tetap: int = column(
        Kind.RUPIAH,
        "Biaya tetap bila kegiatan dilaksanakan, harga tahun awal.",
        unit="rupiah",
        default=0,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    seterusnya: bool = column(
        Kind.FLAG, "Baris terakhir berulang setiap tahun berikutnya (pemeliharaan).", default=False
    )
    sumber: str = column(Kind.TEXT, "Sumber harga.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("dampak", "Kenaikan jawaban pertanyaan yang dihasilkan kegiatan.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Dampak:
    """What an activity adds to the answer of a question."""

    kegiatan: str = column(Kind.CODE, "Kode kegiatan.", key=True, refers="kegiatan")
    pertanyaan: str = column(Kind.CODE, "Kode pertanyaan.", key=True, refers="pertanyaan")
    kenaikan: Decimal = column(
        Kind.NUMBER,
        "Kenaikan jawaban sebagai pecahan poin maksimum.",
        unit="pecahan",
        minimum=ZERO,
        maximum=ONE,
    )
    per: str = column(
        Kind.CHOICE,
        "Kenaikan per unit volume, atau sekali bila aktif.",
        default="unit",
        choices=("unit", "aktif"),
    )
    bertahan: bool | None = column(
        Kind.FLAG,
        "Hasil bertahan pada tahun berikutnya; kosong: tidak untuk kegiatan berulang, selain itu "
        "ya.",
        default=None,
    )
    jeda: int = column(
        Kind.INTEGER,
        "Tahun dari pelaksanaan sampai hasil terlihat.",
        unit="tahun",
        default=0,
        minimum=ZERO,
        maximum=Decimal(50),
    )
    paket: str = column(
        Kind.CODE, "Kode paket bukti; semua kegiatan dalam paket disyaratkan.", default=""
    )
    volume_perlu: Decimal = column(
        Kind.NUMBER,
        "Volume kumulatif yang disyaratkan dalam paket.",
        unit="satuan",
        default=ONE,
        minimum=ZERO,
    )
    sumber: str = column(Kind.TEXT, "Sumber keterangan.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("prasyarat", "Urutan: kegiatan hanya boleh aktif setelah yang dibutuhkan.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Prasyarat:
    """One activity needs another one before it."""

    kegiatan: str = column(Kind.CODE, "Kode kegiatan.", key=True, refers="kegiatan")
    butuh: str = column(Kind.CODE, "Kegiatan yang dibutuhkan.", key=True, refers="kegiatan")
    jeda: int = column(
        Kind.INTEGER,
        "Tahun minimal di antara keduanya.",
        unit="tahun",
        default=0,
        minimum=ZERO,
        maximum=Decimal(50),
    )


@table("pagu", "Batas belanja per tahun, sumber dana, dan OPD; kosong berarti semua.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Pagu:
    """Bounds on the spending that matches year, fund and agency."""

    tahun: int | None = column(
        Kind.YEAR, "Tahun; kosong berarti semua tahun.", key=True, default=None
    )
    sumber_dana: str = column(Kind.CODE, "Sumber dana; kosong berarti semua.", key=True, default="")
    opd: str = column(
        Kind.CODE, "OPD penanggung jawab; kosong berarti semua.", key=True, default="", refers="opd"
    )
    batas_atas: int | None = column(
        Kind.RUPIAH,
        "Belanja paling banyak.",
        unit="rupiah",
        default=None,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    batas_bawah: int | None = column(
        Kind.RUPIAH,
        "Belanja paling sedikit.",
        unit="rupiah",
        default=None,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    sumber: str = column(Kind.TEXT, "Sumber pagu.", default="")
    asumsi: str = column(Kind.TEXT, ASSUMED, default="")


@table("realisasi", "Yang sudah dilaksanakan; merupakan fakta dan tidak direncanakan ulang.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Realisasi:
    """What was delivered and spent in a year that is past."""

    tahun: int = column(Kind.YEAR, "Tahun pelaksanaan.", key=True)
    kegiatan: str = column(Kind.CODE, "Kode kegiatan.", key=True, refers="kegiatan")
    volume: Decimal = column(Kind.NUMBER, "Volume yang terlaksana.", unit="satuan", minimum=ZERO)
    rupiah: int = column(
        Kind.RUPIAH,
        "Belanja yang terealisasi.",
        unit="rupiah",
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )


@table("tidak_terjangkau", "Pertanyaan yang poinnya tidak dapat dinaikkan dengan belanja.")
@dataclass(frozen=True, slots=True, kw_only=True)
class TidakTerjangkau:
    """A question that no spending can raise, with the reason."""

    pertanyaan: str = column(Kind.CODE, "Kode pertanyaan.", key=True, refers="pertanyaan")
    alasan: str = column(Kind.TEXT, "Alasan.")


@table("nomenklatur", "Kode dan nama program, kegiatan, dan sub kegiatan.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Nomenklatur:
    """One official code and its name."""

    kode: str = column(Kind.CODE, "Kode nomenklatur.", key=True)
    level: str = column(
        Kind.CHOICE, "Tingkat.", choices=("urusan", "program", "kegiatan", "sub_kegiatan")
    )
    nama: str = column(Kind.TEXT, "Nama resmi.")
    indikator_kla_usulan: str = column(
        Kind.TEXT, "Indikator KLA yang diusulkan terkait, dipisah titik koma.", default=""
    )


#: Tables a planner fills in, in the order of the workbook's sheets.
PACK_TABLES: Final[tuple[Table, ...]] = tuple(
    table_of(record)
    for record in (
        ProfilRow, Jawaban, Skor, Opd, Kegiatan, Biaya, Dampak, Prasyarat, Pagu, Realisasi,
        RealisasiTriwulan, Wilayah, Bukti, ProgramBerjalan, DokumenRencana,
    )
)  # fmt: skip
INSTRUMENT_TABLES: Final[tuple[Table, ...]] = tuple(
    table_of(record) for record in (Klaster, Indikator, Pertanyaan, Predikat)
)
#: Tables that the shared catalogue carries and a pack overrides row by row.
CATALOGUE_TABLES: Final[tuple[Table, ...]] = tuple(
    table_of(record) for record in (Kegiatan, Biaya, Dampak, Prasyarat)
)
#: Facts about the catalogue that a pack only reads.
CATALOGUE_FACTS: Final[tuple[Table, ...]] = (table_of(TidakTerjangkau), table_of(Nomenklatur))
#: Column that drops a catalogue row from a pack.
USED: Final = "dipakai"
#: Prefix of the tables with later score sheets: ``jawaban_2025``.
LATER_ANSWERS: Final = "jawaban_"
#: Keys of ``profil`` that every pack must have.
PROFILE_REQUIRED: Final = (
    "kode_wilayah", "nama", "jenis", "provinsi", "instrumen",
    "tahun_dasar", "tahun_awal", "tahun_akhir",
)  # fmt: skip
