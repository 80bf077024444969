"""The codes of the plan's conscience: what each one means and what to do about it."""

from fractions import Fraction
from typing import Final

from kla_plan.findings import Code, Finding, Place
from kla_plan.indonesian import number

_AGAIN: Final = "Susun ulang rencana dengan kla-plan plan; jangan ubah hasilnya dengan tangan."
_FACT: Final = "Samakan dengan tabel realisasi, atau perbaiki realisasi lalu susun ulang rencana."
_PROOF: Final = (
    "Susun ulang rencana; bila temuan ini muncul lagi, laporkan sebagai kesalahan program."
)
_FILES: Final = "Salin ulang seluruh folder rencana dari aslinya, atau susun ulang rencana."

#: Every finding that a check of a plan can give, by code.
CODES: Final[dict[str, Code]] = {
    "KLA-P-001": Code("Kegiatan atau tahun pada rencana tidak ada dalam paket.", _AGAIN),
    "KLA-P-002": Code("Volume negatif.", _AGAIN),
    "KLA-P-003": Code("Volume tidak bulat, atau memuat lebih dari enam desimal.", _AGAIN),
    "KLA-P-004": Code("Volume kurang dari volume terkecil tahun pelaksanaan.", _AGAIN),
    "KLA-P-005": Code("Volume melampaui volume terbesar per tahun.", _AGAIN),
    "KLA-P-006": Code("Jumlah volume melampaui volume_maks.", _AGAIN),
    "KLA-P-007": Code("Volume tahun yang sudah berjalan berbeda dari realisasi.", _FACT),
    "KLA-P-010": Code("Kegiatan mulai sebelum mulai_paling_awal.", _AGAIN),
    "KLA-P-011": Code("Kegiatan mulai sesudah mulai_paling_akhir.", _AGAIN),
    "KLA-P-012": Code("Prasyarat belum terpenuhi.", _AGAIN),
    "KLA-P-013": Code("Lebih dari satu kegiatan dalam satu kelompok eksklusif.", _AGAIN),
    "KLA-P-014": Code("Kegiatan wajib tidak dilaksanakan.", _AGAIN),
    "KLA-P-015": Code("Kegiatan yang dikunci skenario tidak dilaksanakan.", _AGAIN),
    "KLA-P-016": Code("Kegiatan yang dilarang skenario direncanakan.", _AGAIN),
    "KLA-P-020": Code("Sumber dana tidak disebut tabel pagu.", _AGAIN),
    "KLA-P-021": Code("Sumber dana tidak boleh membiayai kegiatan itu.", _AGAIN),
    "KLA-P-022": Code("Belanja bukan rupiah bulat yang positif.", _AGAIN),
    "KLA-P-023": Code("Jumlah belanja berbeda dari biaya kegiatan pada tahun itu.", _AGAIN),
    "KLA-P-024": Code("Belanja melampaui pagu.", _AGAIN),
    "KLA-P-025": Code("Belanja kurang dari batas bawah pagu.", _AGAIN),
    "KLA-P-026": Code(
        "Belanja dari dana yang tidak berbatas atas.",
        "Isi batas_atas pada tabel pagu untuk tahun dan sumber dana itu, lalu susun ulang rencana.",
    ),
    "KLA-P-027": Code("Kapasitas OPD terlampaui.", _AGAIN),
    "KLA-P-028": Code("Belanja tahun yang sudah berjalan berbeda dari realisasi.", _FACT),
    "KLA-P-029": Code("Biaya setelah cakrawala berbeda dari hitungan ulang.", _AGAIN),
    "KLA-P-030": Code("Jawaban suatu pertanyaan dan tahun tidak ada, atau berlebih.", _AGAIN),
    "KLA-P-031": Code("Jawaban pertanyaan berbeda dari hitungan ulang.", _AGAIN),
    "KLA-P-032": Code("Poin indikator atau total berbeda dari hitungan ulang.", _PROOF),
    "KLA-P-033": Code("Predikat berbeda dari hitungan ulang.", _PROOF),
    "KLA-P-034": Code("Target skenario tidak tercapai.", _AGAIN),
    "KLA-P-040": Code("Nilai tujuan berbeda dari hitungan ulang.", _PROOF),
    "KLA-P-041": Code("Batas terbaik bertentangan dengan nilai tujuan.", _PROOF),
    "KLA-P-042": Code("Status rencana tidak sesuai dengan celahnya.", _PROOF),
    "KLA-P-043": Code("Tahap penghematan menurunkan skor yang sudah diraih.", _PROOF),
    "KLA-P-050": Code("Berkas rencana tidak ada.", _FILES),
    "KLA-P-051": Code("Berkas rencana rusak atau tidak dapat dibaca.", _FILES),
    "KLA-P-052": Code("Berkas masukan berubah sejak rencana disusun.", _FILES),
    "KLA-P-053": Code("Daftar masukan pada manifest tidak lengkap.", _FILES),
    "KLA-P-054": Code("Isi manifest kurang atau berbentuk lain.", _FILES),
    "KLA-P-055": Code("Angka pada manifest berbeda dari hitungan ulang.", _FILES),
    "KLA-P-056": Code("Baris berkas rencana tidak dikenal, ganda, atau tidak ada.", _FILES),
    "KLA-P-057": Code("Angka pada skor.csv berbeda dari hitungan ulang.", _FILES),
    "KLA-P-058": Code("Angka pada skor_indikator.csv berbeda dari hitungan ulang.", _FILES),
    "KLA-P-059": Code("Rencana belum dinyatakan lolos pemeriksaan.", _FILES),
    "KLA-P-060": Code("Poin suatu klaster kurang dari batas keadilan.", _AGAIN),
    "KLA-P-061": Code("Porsi belanja suatu klaster kurang dari batas keadilan.", _AGAIN),
    "KLA-P-062": Code("Porsi belanja suatu OPD melampaui batas keadilan.", _AGAIN),
    "KLA-P-063": Code("Kegiatan berbasis wilayah menjangkau terlalu sedikit wilayah.", _AGAIN),
    "KLA-P-064": Code("Belanja perlindungan khusus kurang dari batasnya.", _AGAIN),
    "KLA-P-065": Code("Pagu tidak tahan terhadap lonjakan biaya yang diminta.", _AGAIN),
    "KLA-P-066": Code("Target tidak tahan terhadap gagalnya jawaban yang diminta.", _AGAIN),
}


def found(code: str, message: str, place: Place, value: str = "") -> Finding:
    """Return a finding with the remedy of its code."""
    return Finding(code, message, CODES[code].remedy, place, value)


def exact(value: Fraction) -> str:
    """Write a number with up to six decimals, trailing zeros dropped (``0,333333``)."""
    text = number(value, 6)
    return text.rstrip("0").rstrip(",")
