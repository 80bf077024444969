"""The sheets that an agency fills in: the single specification of their columns.

The same vocabulary as for the tables of a pack is used, so that the pack's own cell parser reads
the returned workbook. A heading is the column's name with spaces for underscores.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kla_plan.pack.records import ABSURD_RUPIAH, ZERO
from kla_plan.schema import Kind, Table, column, table, table_of

YES, CHANGE, REFUSE = "ya", "ubah", "tolak"
OWNER, SUPPORTER = "penanggung jawab", "pendukung"
SEAL: Final = "segel"
_MOST: Final = Decimal(10) ** 9


@table("usulan perubahan", "Satu baris per kegiatan dan tahun rencana.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan:
    """What an agency says about one activity in one year of the plan."""

    kegiatan: str = column(Kind.CODE, "Kode kegiatan.", key=True)
    tahun: int = column(Kind.YEAR, "Tahun rencana.", key=True)
    peran: str = column(Kind.CHOICE, "Peran OPD pada kegiatan ini.", choices=(OWNER, SUPPORTER))
    nama: str = column(Kind.TEXT, "Nama kegiatan.", default="")
    satuan: str = column(Kind.TEXT, "Satuan volume.", default="")
    volume_rencana: Decimal = column(Kind.NUMBER, "Volume menurut rencana.", minimum=ZERO)
    rupiah_rencana: int = column(
        Kind.RUPIAH, "Belanja tahun itu menurut rencana.", default=0, minimum=ZERO
    )
    biaya_per_unit: int = column(
        Kind.RUPIAH, "Biaya per satuan yang dipakai rencana, harga tahun awal.", default=0
    )
    biaya_tetap: int = column(
        Kind.RUPIAH, "Biaya tetap yang dipakai rencana, harga tahun awal.", default=0
    )
    mulai_paling_awal: int | None = column(
        Kind.YEAR, "Tahun mulai paling awal yang dipakai rencana.", default=None
    )
    opd_pendukung: str = column(Kind.TEXT, "OPD pendukung menurut rencana.", default="")
    data_dukung: str = column(Kind.TEXT, "Data dukung menurut rencana.", default="")
    setuju: str = column(
        Kind.CHOICE,
        "Pilih ya bila sanggup melaksanakan seperti rencana, ubah bila ada usulan di sebelah "
        "kanan, tolak bila tidak sanggup pada tahun itu.",
        default="",
        choices=(YES, CHANGE, REFUSE),
    )
    usulan_volume: Decimal | None = column(
        Kind.NUMBER,
        "Volume yang sanggup dilaksanakan pada tahun itu; kosong bila tetap.",
        default=None,
        minimum=ZERO,
        maximum=_MOST,
    )
    usulan_biaya_per_unit: int | None = column(
        Kind.RUPIAH,
        "Biaya per satuan yang diusulkan, harga tahun awal; kosong bila tetap. Cukup diisi pada "
        "satu baris kegiatan itu.",
        default=None,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    usulan_biaya_tetap: int | None = column(
        Kind.RUPIAH,
        "Biaya tetap per tahun pelaksanaan yang diusulkan, harga tahun awal; kosong bila tetap. "
        "Cukup diisi pada satu baris kegiatan itu.",
        default=None,
        minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )
    usulan_tahun_mulai_paling_awal: int | None = column(
        Kind.YEAR,
        "Tahun pertama kegiatan dapat dimulai; kosong bila tetap. Cukup diisi pada satu baris "
        "kegiatan itu.",
        default=None,
    )
    usulan_opd_pendukung: tuple[str, ...] = column(
        Kind.CODES,
        "Kode OPD pendukung selengkapnya, dipisah titik koma; kosong bila tetap. Kodenya ada pada "
        "lembar Daftar kode.",
        default=(),
    )
    usulan_data_dukung: str = column(
        Kind.TEXT,
        "Data dukung selengkapnya, dipisah titik koma; kosong bila tetap.",
        default="",
    )
    alasan: str = column(Kind.TEXT, "Wajib diisi bila setuju berisi ubah atau tolak.", default="")
    segel: str = column(Kind.CODE, "Sidik sel terkunci baris ini.", default="")


@table("kegiatan baru", "Kegiatan yang belum ada pada rencana.")
@dataclass(frozen=True, slots=True, kw_only=True)
class KegiatanBaru:
    """An activity that an agency proposes to add; the agency itself is responsible."""

    nama: str = column(Kind.TEXT, "Nama kegiatan.", key=True)
    indikator: str = column(Kind.CODE, "Kode indikator KLA yang dilayani.")
    satuan: str = column(Kind.TEXT, "Satuan volume, misalnya angkatan.")
    volume_maks: Decimal = column(
        Kind.NUMBER, "Volume terbesar selama masa rencana, atau per tahun bila berulang.",
        minimum=ZERO, maximum=_MOST,
    )  # fmt: skip
    berulang: bool = column(
        Kind.FLAG, "ya: dilaksanakan berulang dan hasilnya melayani tahun itu saja.", default=False
    )
    biaya_per_unit: int = column(
        Kind.RUPIAH, "Biaya per satuan, harga tahun awal.", default=0, minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )  # fmt: skip
    biaya_tetap: int = column(
        Kind.RUPIAH, "Biaya tetap per tahun pelaksanaan, harga tahun awal.", default=0,
        minimum=ZERO, maximum=ABSURD_RUPIAH,
    )  # fmt: skip
    mulai_paling_awal: int | None = column(Kind.YEAR, "Tahun mulai paling awal.", default=None)
    sub_kegiatan: str = column(Kind.CODE, "Kode sub kegiatan resmi; boleh kosong.", default="")
    sumber_dana: tuple[str, ...] = column(
        Kind.CODES, "Sumber dana yang boleh dipakai, dipisah titik koma; kosong berarti semua.",
        default=(),
    )  # fmt: skip
    opd_pendukung: tuple[str, ...] = column(
        Kind.CODES, "Kode OPD pendukung, dipisah titik koma.", default=()
    )
    indikator_kinerja: str = column(Kind.TEXT, "Indikator kinerja keluaran.", default="")
    data_dukung: str = column(Kind.TEXT, "Data dukung yang dihasilkan.", default="")
    pertanyaan: tuple[str, ...] = column(
        Kind.CODES, "Kode pertanyaan KLA yang dinaikkan, dipisah titik koma; boleh kosong.",
        default=(),
    )  # fmt: skip
    kenaikan: Decimal | None = column(
        Kind.NUMBER,
        "Kenaikan jawaban per satuan volume sebagai pecahan poin maksimum, antara 0 dan 1; diisi "
        "bila pertanyaan diisi.",
        default=None,
        minimum=ZERO,
        maximum=Decimal(1),
    )
    alasan: str = column(Kind.TEXT, "Alasan mengapa kegiatan ini diperlukan.")


@table("pagu opd", "Batas belanja OPD menurut tahun dan sumber dana.")
@dataclass(frozen=True, slots=True, kw_only=True)
class PaguOpd:
    """What an agency says about one ceiling of its own."""

    tahun: int | None = column(
        Kind.YEAR, "Tahun; kosong berarti semua tahun.", key=True, default=None
    )
    sumber_dana: str = column(Kind.CODE, "Sumber dana; kosong berarti semua.", key=True, default="")
    belanja_rencana: int = column(
        Kind.RUPIAH, "Belanja OPD menurut rencana yang terkena batas ini.", default=0
    )
    batas_atas: int | None = column(
        Kind.RUPIAH, "Batas atas sekarang; kosong berarti belum ada.", default=None
    )
    usulan_batas_atas: int | None = column(
        Kind.RUPIAH, "Batas atas yang diusulkan; kosong bila tetap.", default=None, minimum=ZERO,
        maximum=ABSURD_RUPIAH,
    )  # fmt: skip
    alasan: str = column(Kind.TEXT, "Wajib diisi bila ada usulan.", default="")
    segel: str = column(Kind.CODE, "Sidik sel terkunci baris ini.", default="")


@table("identitas", "Formulir ini milik siapa dan dibuat dari rencana mana.")
@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitasRow:
    """One fact about the form."""

    kunci: str = column(Kind.CODE, "Nama fakta.", key=True)
    nilai: str = column(Kind.TEXT, "Isi fakta.", default="")


CHANGES: Final[Table] = table_of(Usulan)
ADDITIONS: Final[Table] = table_of(KegiatanBaru)
CEILINGS: Final[Table] = table_of(PaguOpd)
IDENTITY: Final[Table] = table_of(IdentitasRow)
#: Sheets as they are called in the workbook, by the name of their table.
SHEETS: Final = {
    CHANGES.name: "Usulan perubahan",
    ADDITIONS.name: "Kegiatan baru",
    CEILINGS.name: "Pagu OPD",
    IDENTITY.name: "Identitas",
}
#: Columns of a row that its seal covers: those that a change is measured against.
SEALED: Final = {
    CHANGES.name: (
        "kegiatan", "tahun", "peran", "volume_rencana", "biaya_per_unit", "biaya_tetap",
        "mulai_paling_awal",
    ),
    CEILINGS.name: ("tahun", "sumber_dana", "batas_atas"),
}  # fmt: skip
#: Columns in which an agency writes what it would like to be otherwise, and what they change.
PROPOSALS: Final = {
    "usulan_biaya_per_unit": ("biaya", "biaya_per_unit"),
    "usulan_biaya_tetap": ("biaya", "biaya_tetap"),
    "usulan_tahun_mulai_paling_awal": ("kegiatan", "mulai_paling_awal"),
    "usulan_opd_pendukung": ("kegiatan", "opd_pendukung"),
    "usulan_data_dukung": ("kegiatan", "data_dukung"),
}
ENTRIES: Final = {
    CHANGES.name: ("setuju", "usulan_volume", *PROPOSALS, "alasan"),
    ADDITIONS.name: tuple(c.name for c in ADDITIONS.columns),
    CEILINGS.name: ("usulan_batas_atas", "alasan"),
}


def heading(name: str) -> str:
    """Return the heading of a column: ``usulan_opd_pendukung`` → ``Usulan OPD pendukung``."""
    words = name.replace("_", " ").replace("opd", "OPD")
    return words[:1].upper() + words[1:]


def column_of(text: str) -> str:
    """Return the column that a heading stands for, the other way round."""
    return "_".join(text.casefold().split())
