"""How documents speak of the kinds of questions: what an open one means, and what is done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KindWords:
    """Words about one kind of question (``tipe``).

    Attributes
    ----------
    short
        For tables and charts.
    name
        In running text, after "pertanyaan tentang".
    none, part
        What an answer without points, and one with some points, tells; after a colon.
    issue
        The strategic issue, before "pada indikator …".
    strategy
        Name of the strategy that answers it.
    """

    short: str
    name: str
    none: str
    part: str
    issue: str
    strategy: str


WORDS = {
    "perda": KindWords(
        "Peraturan daerah",
        "peraturan daerah",
        "belum ada yang dapat ditunjukkan",
        "belum memenuhi jawaban tertinggi",
        "Kepastian hukum melalui peraturan daerah",
        "Penetapan peraturan daerah",
    ),
    "kebijakan": KindWords(
        "Kebijakan",
        "kebijakan daerah",
        "belum ada yang dapat ditunjukkan",
        "sudah ada, tetapi belum memenuhi jawaban tertinggi",
        "Kelengkapan kebijakan daerah",
        "Melengkapi kebijakan daerah",
    ),
    "anggaran": KindWords(
        "Anggaran",
        "ketersediaan anggaran",
        "belum dapat ditunjukkan pada dokumen APBD",
        "sudah dapat ditunjukkan, tetapi belum memenuhi jawaban tertinggi",
        "Ketersediaan anggaran yang dapat ditunjukkan",
        "Menampakkan anggaran anak pada APBD",
    ),
    "partisipasi": KindWords(
        "Suara anak",
        "suara anak dalam penyusunan kebijakan",
        "belum dilakukan",
        "sudah dilakukan, tetapi belum lengkap",
        "Pelibatan anak dalam penyusunan kebijakan",
        "Mendengar suara anak",
    ),
    "sdm_kha": KindWords(
        "SDM terlatih KHA",
        "sumber daya manusia terlatih Konvensi Hak Anak",
        "belum ada yang dilatih atau disertifikasi",
        "baru sebagian yang dilatih atau disertifikasi",
        "Kecukupan petugas terlatih Konvensi Hak Anak",
        "Melatih petugas dan pengelola layanan",
    ),
    "kemitraan": KindWords(
        "Kemitraan",
        "kemitraan",
        "belum terbentuk",
        "sudah berjalan, tetapi pihak atau kegiatannya belum cukup",
        "Keluasan kerja sama",
        "Memperluas kemitraan",
    ),
    "inovasi": KindWords(
        "Inovasi",
        "inovasi",
        "belum ada yang diakui",
        "sudah ada, tetapi belum mencapai jawaban tertinggi",
        "Keberadaan inovasi yang diakui",
        "Menumbuhkan inovasi",
    ),
    "lembaga_sarana": KindWords(
        "Lembaga dan sarana",
        "lembaga, sarana, dan layanan",
        "belum tersedia",
        "sudah ada, tetapi jumlah atau standarnya belum terpenuhi",
        "Ketersediaan dan standar lembaga, sarana, serta layanan",
        "Membangun dan menstandarkan lembaga, sarana, dan layanan",
    ),
    "capaian_layanan": KindWords(
        "Capaian layanan",
        "capaian layanan",
        "masih pada jenjang terendah",
        "belum mencapai jenjang tertinggi",
        "Cakupan layanan",
        "Memperluas cakupan layanan",
    ),
    "mekanisme_lain": KindWords(
        "Mekanisme",
        "mekanisme, prosedur, dan koordinasi",
        "belum ada",
        "sudah berjalan, tetapi belum lengkap",
        "Kelengkapan mekanisme, prosedur, dan koordinasi",
        "Menata mekanisme, prosedur, dan koordinasi",
    ),
    "cakupan_wilayah": KindWords(
        "Cakupan wilayah",
        "cakupan kecamatan dan desa/kelurahan",
        "belum ada wilayah yang memenuhi syarat",
        "baru sebagian wilayah yang memenuhi syarat",
        "Pemerataan ke kecamatan dan desa/kelurahan",
        "Memperluas pelaksanaan ke kecamatan dan desa/kelurahan",
    ),
    "pendukung": KindWords(
        "Pendukung",
        "kegiatan pendukung",
        "",
        "",
        "",
        "Kegiatan pendukung",
    ),
}  # fmt: skip


def kind_words(kind: str) -> KindWords:
    """Return the words about a kind; an unknown kind is called by its own name."""
    name = kind.replace("_", " ")
    plain = "belum mencapai jawaban tertinggi"
    return WORDS.get(
        kind, KindWords(name.capitalize(), name, plain, plain, f"Perbaikan {name}",
                        f"Memperbaiki {name}")
    )  # fmt: skip
