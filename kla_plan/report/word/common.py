"""What every part of a document refers to: names, years, the share of assumptions."""

from dataclasses import dataclass

from kla_plan.pack.model import Profil
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.assumed import share
from kla_plan.report.sentences.words import period
from kla_plan.report.word.facts import head_of_region, women_and_children_agency

#: What each of them is, for the reference of templates.
ABOUT = {
    "dokumen.nama": "nama resmi daerah",
    "dokumen.nama_besar": "nama resmi daerah dengan huruf kapital",
    "dokumen.jenis_judul": "Kota atau Kabupaten",
    "dokumen.jenis_besar": "KOTA atau KABUPATEN",
    "dokumen.provinsi": "nama provinsi",
    "dokumen.periode": "tahun pertama sampai tahun terakhir rencana",
    "dokumen.tahun": "tahun rencana",
    "dokumen.tahun_dasar": "tahun yang nilainya menjadi keadaan awal",
    "dokumen.tahun_akhir": "tahun terakhir rencana",
    "dokumen.asumsi": "banyaknya data masukan yang masih berupa asumsi",
    "dokumen.kepala_daerah": "sebutan kepala daerah dengan nama daerah",
    "dokumen.dinas": "perangkat daerah yang menjadi sekretariat Gugus Tugas",
    "dokumen.tempat": "tempat dan tanggal penetapan",
}


@dataclass(frozen=True, slots=True)
class Dokumen:
    """Common facts, under the names that the template uses."""

    nama: str
    nama_besar: str
    jenis_judul: str
    jenis_besar: str
    provinsi: str
    periode: str
    tahun: tuple[int, ...]
    tahun_dasar: int
    tahun_akhir: int
    asumsi: str
    kepala_daerah: str
    dinas: str
    tempat: str


def dokumen(plan: Plan) -> Dokumen:
    """Gather the common facts of a plan's document."""
    profile = plan.pack.profile
    return Dokumen(
        nama=profile.full_name,
        nama_besar=profile.full_name.upper(),
        jenis_judul=profile.kind.capitalize(),
        jenis_besar=profile.kind.upper(),
        provinsi=profile.province,
        periode=period(plan.years),
        tahun=plan.years,
        tahun_dasar=profile.base_year,
        tahun_akhir=plan.years[-1],
        asumsi=share(plan),
        kepala_daerah=head_of_region(profile),
        dinas=women_and_children_agency(profile),
        tempat=_place(profile),
    )


def _place(profile: Profil) -> str:
    capital = profile.fact("ibu_kota")
    return f"{capital}, tanggal penetapan" if capital else "Tempat dan tanggal penetapan"
