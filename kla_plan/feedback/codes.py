"""The codes of what can be wrong with a returned form: meaning and remedy of each."""

from typing import Final

from kla_plan.findings import Code, Finding, Place

_NEW_FORM: Final = "Kirim ulang formulir terbaru kepada OPD, lalu minta isiannya dipindahkan."
_ORIGINAL: Final = "Salin isian OPD ke formulir aslinya tanpa mengubah sel yang terkunci."
_ANSWER: Final = "Pilih ya, ubah, atau tolak sesuai dengan isian di sebelah kanannya."

#: Every finding that a returned form can give beside those of its single cells, by code.
CODES: Final[dict[str, Code]] = {
    "KLA-U-101": Code(
        "Berkas ini bukan formulir usulan OPD dari kla-plan.",
        "Pilih buku kerja OPD yang dibuat kla-plan papers; lembar Identitas tidak boleh dihapus.",
    ),
    "KLA-U-102": Code("Formulir ini milik daerah lain.", "Periksa paket dan berkas yang dipilih."),
    "KLA-U-103": Code(
        "Kegiatan, biaya, pagu, atau OPD paket sudah berubah sejak formulir dibuat.",
        "Pakai paket yang menjadi dasar rencana (folder paket pada folder rencana), atau kirim "
        "ulang formulir dari rencana terbaru.",
    ),
    "KLA-U-104": Code("Formulir ini dibuat dari rencana yang lain.", _NEW_FORM),
    "KLA-U-105": Code("OPD pada formulir ini tidak ada dalam paket.", _NEW_FORM),
    "KLA-U-106": Code(
        "Dua berkas berasal dari OPD yang sama.",
        "Pilih satu berkas saja untuk setiap OPD, yaitu yang sudah disepakati.",
    ),
    "KLA-U-107": Code("Lembar isian tidak ada dalam formulir.", _ORIGINAL),
    "KLA-U-108": Code("Sel terkunci pada baris ini sudah berubah.", _ORIGINAL),
    "KLA-U-109": Code("Baris formulir terhapus.", _ORIGINAL),
    "KLA-U-110": Code("Jawaban setuju bertentangan dengan usulannya.", _ANSWER),
    "KLA-U-111": Code("Jawaban ubah tanpa satu pun usulan.", _ANSWER),
    "KLA-U-112": Code("Ada usulan, tetapi kolom setuju masih kosong.", _ANSWER),
    "KLA-U-113": Code(
        "Alasan belum diisi.", "Tulis alasan OPD, karena usulan dibahas bersama OPD lain."
    ),
    "KLA-U-114": Code(
        "Usulan untuk kegiatan yang sama tidak seragam.",
        "Samakan isiannya, atau isi pada satu baris saja.",
    ),
    "KLA-U-115": Code(
        "Usulan volume nol.", "Pilih tolak bila kegiatan tidak dilaksanakan pada tahun itu."
    ),
    "KLA-U-116": Code("Volume kegiatan ini harus bilangan bulat.", "Bulatkan volumenya."),
    "KLA-U-117": Code(
        "Tahun di luar masa rencana.", "Pilih tahun yang masih dapat direncanakan."
    ),
    "KLA-U-118": Code(
        "Pertanyaan dan kenaikan harus diisi bersama-sama.",
        "Isi keduanya, atau kosongkan keduanya; kenaikan harus lebih dari nol.",
    ),
}  # fmt: skip


def finding(code: str, place: Place, value: str = "", detail: str = "") -> Finding:
    """Return a finding of one of these codes; ``detail`` follows its meaning."""
    known = CODES[code]
    return Finding(code, f"{known.meaning} {detail}".strip(), known.remedy, place, value)
