"""Facts of the region as a document shows them; all come from the pack's ``profil``."""

from dataclasses import dataclass

from kla_plan.indonesian import NotANumberError, number, parse_number, rupiah
from kla_plan.pack.columns import ProfilRow
from kla_plan.pack.model import Profil

_LABELS = {
    "kode_wilayah": "Kode wilayah",
    "provinsi": "Provinsi",
    "ibu_kota": "Ibu kota",
    "jumlah_kecamatan": "Jumlah kecamatan",
    "jumlah_desa_kelurahan": "Jumlah desa/kelurahan",
    "jumlah_penduduk": "Jumlah penduduk",
    "jumlah_puskesmas": "Jumlah puskesmas",
    "jumlah_tk_ra": "Jumlah TK/RA",
    "jumlah_sd_mi": "Jumlah SD/MI",
    "jumlah_smp_mts": "Jumlah SMP/MTs",
    "jumlah_sma_ma_smk": "Jumlah SMA/MA/SMK",
    "jumlah_slb": "Jumlah SLB",
    "apbd_belanja": "Belanja APBD",
}
_UNITS = {"jumlah_penduduk": " jiwa"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the profile table."""

    uraian: str
    nilai: str
    status: str


def profile_facts(profile: Profil) -> list[Fact]:
    """Return the facts of the profile table, those given, in a fixed order."""
    extra = [key for key in profile.facts if key.startswith("jumlah_") and key not in _LABELS]
    lines = []
    for key in (*_LABELS, *extra):
        row = profile.facts.get(key)
        if row is not None and row.nilai:
            lines.append(Fact(_label(profile, key), _value(key, row), _status(row)))
    return lines


def _label(profile: Profil, key: str) -> str:
    if key == "apbd_belanja" and profile.fact("apbd_tahun"):
        return f"Belanja APBD tahun {profile.fact('apbd_tahun')}"
    return _LABELS.get(key) or key.replace("_", " ").capitalize()


def _value(key: str, row: ProfilRow) -> str:
    if key.startswith(("jumlah_", "apbd_")):
        try:
            value = parse_number(row.nilai, whole=True)
        except NotANumberError:
            return row.nilai
        return rupiah(value) if key.startswith("apbd_") else f"{number(value)}{_UNITS.get(key, '')}"
    return row.nilai


def _status(row: ProfilRow) -> str:
    return "asumsi" if row.asumsi else "data daerah" if not row.sumber else "bersumber"


def head_of_region(profile: Profil) -> str:
    """Return the title of the head of the region: ``Bupati Ogan Ilir``, ``Wali Kota Metro``."""
    default = "Bupati" if profile.kind == "kabupaten" else "Wali Kota"
    return f"{profile.fact('sebutan_kepala_daerah', default)} {profile.name}"


def women_and_children_agency(profile: Profil) -> str:
    """Return the name of the agency that is the task force's secretariat."""
    default = "perangkat daerah yang membidangi pemberdayaan perempuan dan perlindungan anak"
    return profile.fact("nama_dinas_pppa", default)


def last_predicate(profile: Profil) -> str:
    """Say which predicate the region held last; empty where no fact says so."""
    predicate, year = profile.fact("predikat_terakhir"), profile.fact("tahun_predikat_terakhir")
    if not predicate:
        return ""
    when = f" pada tahun {year}" if year else ""
    if predicate.casefold().startswith("belum"):
        return (
            f"Sampai dengan evaluasi tahun {year}, {profile.full_name} belum meraih predikat KLA."
            if year
            else f"{profile.full_name} belum meraih predikat KLA."
        )
    return f"{profile.full_name} terakhir meraih predikat KLA {predicate}{when}."
