"""What evidence a question asks for, judged by its kind alone: proposals, to be confirmed.

No source gives the official list of evidence per question. What is known is that nearly every
question asks for documents, many for a matrix, photos, decrees or certificates, and that budget
questions ask for the APBD document (notes on the 2024 instrument). The wording is ours, so every
piece named here is an assumption until the region has put its own into the table ``bukti``.
"""

from typing import Final

from kla_plan.pack.model import Pack
from kla_plan.pack.records import Bukti
from kla_plan.papers.evidence.holders import kecamatan_of

#: Kind of the questions that ask how many kecamatan, desa or kelurahan have something.
COVERAGE: Final = "cakupan_wilayah"
#: Kind of the questions that ask for a budget: one document answers many of them.
BUDGET: Final = "anggaran"
#: What a kecamatan hands in for a question of the kind :data:`COVERAGE`.
OF_KECAMATAN: Final = "Data dan dokumentasi kecamatan beserta rekap desa/kelurahan di wilayahnya"

_BY_KIND: Final[dict[str, tuple[str, ...]]] = {
    "perda": ("Salinan Peraturan Daerah yang telah diundangkan beserta penjelasannya",),
    "kebijakan": ("Salinan kebijakan yang telah ditetapkan beserta lampirannya",),
    BUDGET: ("Dokumen APBD (DPA) yang memuat anggaran untuk butir ini",),
    "partisipasi": ("Berita acara yang mencatat pandangan anak, dengan daftar hadir dan foto",),
    "sdm_kha": (
        "Sertifikat pelatihan Konvensi Hak Anak",
        "Matriks sumber daya manusia terlatih yang ditandatangani pejabat berwenang",
    ),
    "kemitraan": (
        "Naskah kerja sama atau surat keterangan kemitraan",
        "Matriks kemitraan beserta foto kegiatan",
    ),
    "inovasi": (
        "Dasar penetapan inovasi",
        "Uraian inovasi dan hasilnya beserta foto atau tautan",
    ),
    "lembaga_sarana": (
        "Keputusan pembentukan atau penetapan lembaga, sarana, atau layanan",
        "Matriks lembaga, sarana, atau layanan beserta foto",
    ),
    "capaian_layanan": ("Data capaian layanan yang ditandatangani pejabat berwenang",),
    "mekanisme_lain": (
        "Prosedur, keputusan, atau laporan yang menjawab butir ini",
        "Notula, daftar hadir, dan foto pelaksanaan",
    ),
    COVERAGE: ("Matriks rekapitulasi kecamatan dan desa/kelurahan yang ditandatangani",),
}
_ANY_KIND: Final = ("Dokumen yang menunjukkan pemenuhan butir ini",)


#: Begins the code of a proposed piece.
_CODE: Final = "U"


def proposed_rows(pack: Pack, question: str) -> tuple[Bukti, ...]:
    """Return the pieces of evidence that a question probably asks for, judged by its kind.

    A question about kecamatan and desa/kelurahan gets one more for each kecamatan that the pack
    knows, held by that kecamatan.
    """
    kind = pack.instrument.questions[question].tipe
    texts = _BY_KIND.get(kind, _ANY_KIND)
    rows = [
        Bukti(pertanyaan=question, bukti=f"{_CODE}{place}", uraian=text)
        for place, text in enumerate(texts, start=1)
    ]
    if kind == COVERAGE:
        rows += [
            Bukti(
                pertanyaan=question,
                bukti=f"{_CODE}-{region.wilayah}",
                uraian=OF_KECAMATAN,
                wilayah=region.wilayah,
            )
            for region in kecamatan_of(pack)
        ]
    return tuple(rows)
