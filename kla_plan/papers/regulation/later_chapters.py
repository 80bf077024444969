"""Template of the chapters VI–X: money, monitoring, changes, participation, closing."""

from kla_plan.papers.regulation.articles import Ayat, article, chapter
from kla_plan.report.word.template.parts import Builder

_CHILD_AGENCY = "Perangkat Daerah yang membidangi pemberdayaan perempuan dan perlindungan Anak"
_PLANNING_AGENCY = "Perangkat Daerah yang membidangi perencanaan pembangunan"


def money(book: Builder) -> None:
    """BAB VI Pendanaan."""
    chapter(book, "VI", "PENDANAAN")
    article(
        book,
        10,
        Ayat(
            "Pendanaan pelaksanaan RAD KLA bersumber dari:",
            (
                "anggaran pendapatan dan belanja negara",
                "APBD",
                (
                    "sumber lain yang sah dan tidak mengikat sesuai dengan ketentuan peraturan "
                    "perundang-undangan"
                ),
            ),
        ),
    )
    book.tag("if dana.ada")
    article(
        book,
        11,
        Ayat(
            "Kebutuhan pendanaan RAD KLA Tahun {{ dokumen.periode }} seluruhnya sebesar "
            "{{ dana.jumlah }}."
        ),
        Ayat(
            "Kebutuhan pendanaan sebagaimana dimaksud pada ayat (1) menurut tahun:",
            loop="dana.tahun",
        ),
        Ayat(
            "Kebutuhan pendanaan sebagaimana dimaksud pada ayat (1) menurut sumber dana:",
            loop="dana.sumber",
        ),
        Ayat(
            "Rincian kebutuhan pendanaan menurut tahun dan sumber dana tercantum dalam Lampiran IV."
        ),
        Ayat(
            "Kebutuhan pendanaan sebagaimana dimaksud pada ayat (1) bersifat indikatif dan "
            "dianggarkan setiap tahun sesuai dengan kemampuan keuangan Daerah."
        ),
        Ayat("{{ dana.sesudah }}", condition="dana.sesudah"),
    )
    book.tag("else")
    article(
        book,
        11,
        Ayat("RAD KLA Tahun {{ dokumen.periode }} tidak memerlukan pendanaan tambahan."),
        Ayat(
            "Rincian kebutuhan pendanaan menurut tahun dan sumber dana tercantum dalam Lampiran IV."
        ),
    )
    book.tag("endif")


def watching(book: Builder) -> None:
    """BAB VII Pemantauan, Evaluasi, dan Pelaporan."""
    chapter(book, "VII", "PEMANTAUAN, EVALUASI, DAN PELAPORAN")
    article(
        book,
        12,
        Ayat(
            "Pemantauan pelaksanaan RAD KLA dilakukan setiap triwulan oleh Gugus Tugas KLA "
            "terhadap:",
            ("kemajuan kegiatan", "realisasi pendanaan", "kelengkapan data dukung"),
        ),
        Ayat(
            "Penanggung jawab kegiatan menyampaikan hasil pelaksanaan kegiatan kepada sekretariat "
            "Gugus Tugas KLA."
        ),
        Ayat(
            "Hambatan dalam pelaksanaan kegiatan dibahas dalam rapat Gugus Tugas KLA menurut "
            "Klaster paling sedikit 1 (satu) kali setiap semester."
        ),
    )
    article(
        book,
        13,
        Ayat("Evaluasi pelaksanaan RAD KLA dilakukan paling sedikit 1 (satu) kali setiap tahun."),
        Ayat(
            "Evaluasi sebagaimana dimaksud pada ayat (1) membandingkan target dengan realisasi "
            "nilai KLA, kegiatan, dan pendanaan."
        ),
        Ayat(
            f"Evaluasi dikoordinasikan oleh {_PLANNING_AGENCY} bersama {_CHILD_AGENCY} dan "
            "dituangkan dalam matriks pemantauan RAD KLA."
        ),
        Ayat("Hasil evaluasi menjadi bahan penyusunan RKPD tahun berikutnya."),
    )
    article(
        book,
        14,
        Ayat(
            "Ketua Gugus Tugas KLA menyampaikan laporan tahunan pelaksanaan RAD KLA kepada "
            "{{ peraturan.jabatan }}."
        ),
        Ayat(
            "{{ peraturan.jabatan }} menyampaikan laporan penyelenggaraan KLA sesuai dengan "
            "ketentuan peraturan perundang-undangan."
        ),
    )


def changing(book: Builder) -> None:
    """BAB VIII Perubahan RAD KLA."""
    chapter(book, "VIII", "PERUBAHAN RAD KLA")
    article(
        book,
        15,
        Ayat(
            "RAD KLA dapat diubah dalam hal terjadi:",
            (
                "perubahan kebijakan nasional atau instrumen evaluasi KLA",
                "perubahan RPJMD",
                "perubahan kemampuan keuangan Daerah",
                "hasil evaluasi yang menunjukkan bahwa target tidak dapat dicapai",
            ),
        ),
        Ayat(
            "Perubahan RAD KLA sebagaimana dimaksud pada ayat (1) ditetapkan dengan Peraturan "
            "{{ peraturan.jabatan }}."
        ),
    )


def participation(book: Builder) -> None:
    """BAB IX Peran Serta Masyarakat, Dunia Usaha, dan Media Massa."""
    chapter(book, "IX", "PERAN SERTA MASYARAKAT, DUNIA USAHA, DAN MEDIA MASSA")
    article(
        book,
        16,
        Ayat(
            "Masyarakat berperan serta dalam pelaksanaan RAD KLA melalui penyuluhan, pengasuhan, "
            "pelaporan pelanggaran Hak Anak, dan penyediaan layanan bagi Anak."
        ),
        Ayat(
            "Dunia usaha berperan serta melalui kebijakan usaha, produk, dan tanggung jawab sosial "
            "yang memperhatikan kepentingan terbaik bagi Anak."
        ),
        Ayat(
            "Media massa berperan serta melalui penyebarluasan informasi layak Anak dan "
            "pemberitaan yang melindungi identitas Anak."
        ),
        Ayat(
            "Peran serta sebagaimana dimaksud pada ayat (1), ayat (2), dan ayat (3) dilaksanakan "
            "sesuai dengan ketentuan peraturan perundang-undangan."
        ),
    )
    article(
        book,
        17,
        Ayat(
            "Pemerintah Daerah menjamin keterlibatan Anak dalam perencanaan, pelaksanaan, dan "
            "evaluasi RAD KLA."
        ),
        Ayat("Keterlibatan Anak sebagaimana dimaksud pada ayat (1) dilakukan melalui Forum Anak."),
    )


def ending(book: Builder) -> None:
    """BAB X Ketentuan Penutup."""
    chapter(book, "X", "KETENTUAN PENUTUP")
    article(
        book,
        18,
        Ayat("Peraturan {{ peraturan.jabatan }} ini mulai berlaku pada tanggal diundangkan."),
    )
